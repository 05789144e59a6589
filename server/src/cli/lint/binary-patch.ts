import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** Git's own alphabet of base 85. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~';
/** Bytes of one line. */
const LINE = 52;

/**
 * The body of a patch that puts one content in the place of another, as `git diff --binary` writes it: for bytes that are no
 * UTF-8, which a text cannot hold. It applies to exactly the old content.
 */
export function binaryPatch(before: Buffer, after: Buffer): string {
  return [
    `index ${blobName(before)}..${blobName(after)}`,
    'GIT binary patch',
    ...literal(after),
    ...literal(before),
    '',
  ].join('\n');
}

/** What Git calls this content in a repository of SHA-1 names. */
function blobName(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

function literal(content: Buffer): readonly string[] {
  const packed = deflateSync(content);
  const lines: string[] = [`literal ${content.length}`];
  for (let at = 0; at < packed.length; at += LINE) {
    const bytes = packed.subarray(at, at + LINE);
    // A letter tells how many bytes follow: A to Z for 1 to 26, a to z for 27 to 52.
    const mark = String.fromCharCode(bytes.length <= 26 ? 64 + bytes.length : 96 + bytes.length - 26);
    lines.push(mark + base85(bytes));
  }
  return [...lines, ''];
}

/** Four bytes, the first one the weightiest, are five digits; what lacks at the end is zero. */
function base85(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    let value = [0, 1, 2, 3].reduce((sum, step) => sum * 256 + (bytes[at + step] ?? 0), 0);
    let group = '';
    for (let digit = 0; digit < 5; digit++) {
      group = (DIGITS[value % 85] ?? '') + group;
      value = Math.floor(value / 85);
    }
    text += group;
  }
  return text;
}
