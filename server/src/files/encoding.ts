import { isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** How a file's text is stored, so that it can be written back in the same way. */
export interface TextCoding {
  readonly encoding: Encoding;
  /** The file begins with a byte order mark; `text` never does. */
  readonly bom: boolean;
}

export interface DecodedText extends TextCoding {
  readonly text: string;
}

const UTF8_BOM = [0xef, 0xbb, 0xbf];
const UTF16LE_BOM = [0xff, 0xfe];
const UTF16BE_BOM = [0xfe, 0xff];

/**
 * The text of a file: UTF-8, UTF-16 of either byte order (by its mark, else by its zero bytes), or GB18030.
 * Undefined when the bytes are none of these: `encodeText` gives back exactly the bytes of every text returned here.
 */
export async function decodeText(bytes: Buffer): Promise<DecodedText | undefined> {
  if (startsWith(bytes, UTF8_BOM)) return utf8(bytes.subarray(3), true);
  if (startsWith(bytes, UTF16LE_BOM)) return marked(utf16le(bytes.subarray(2)), 'utf-16le');
  if (startsWith(bytes, UTF16BE_BOM)) return marked(utf16be(bytes.subarray(2)), 'utf-16be');
  if (bytes.includes(0)) return unmarkedUtf16(bytes);
  return utf8(bytes, false) ?? (await gb18030(bytes));
}

export async function encodeText(text: string, coding: TextCoding): Promise<Buffer> {
  const { encoding, bom } = coding;
  if (encoding === 'gb18030') return (await import('./gb18030.ts')).encodeGb18030(text);
  const marked = bom ? `\uFEFF${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(marked, 'utf8');
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

function startsWith(bytes: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function utf8(bytes: Buffer, bom: boolean): DecodedText | undefined {
  if (!isUtf8(bytes) || bytes.includes(0)) return undefined;
  return { text: bytes.toString('utf8'), encoding: 'utf-8', bom };
}

function utf16le(bytes: Buffer): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const text = bytes.toString('utf16le');
  return text.includes('\0') ? undefined : text;
}

function utf16be(bytes: Buffer): string | undefined {
  return bytes.length % 2 === 0 ? utf16le(Buffer.from(bytes).swap16()) : undefined;
}

function marked(text: string | undefined, encoding: Encoding): DecodedText | undefined {
  return text === undefined ? undefined : { text, encoding, bom: true };
}

/** Characters that a text does not hold, but that others become when their bytes are swapped. */
const implausible = /[\p{Cn}\p{Co}\p{Cs}]|(?![\t\n\f\r])\p{Cc}/u;
const usual = /[\n\r -~、。“”（），：；\u4e00-\u9fff]/gu;
const ascii = /[\n\r -~]/gu;

function unmarkedUtf16(bytes: Buffer): DecodedText | undefined {
  const candidates = [
    { text: utf16le(bytes), encoding: 'utf-16le' as const },
    { text: utf16be(bytes), encoding: 'utf-16be' as const },
  ].flatMap(({ text, encoding }) =>
    text === undefined || implausible.test(text) ? [] : [{ text, encoding, score: count(text, usual) }],
  );
  const best = candidates.sort((a, b) => b.score - a.score)[0];
  // Zero bytes alone do not make a text: half of the characters must be usual ones, and the zeros must belong to ASCII
  // characters. Where the bytes are UTF-8 as well, most of them must be.
  if (best === undefined || best.score * 2 < best.text.length) return undefined;
  if (count(best.text, ascii) < (isUtf8(bytes) ? best.text.length / 2 : 1)) return undefined;
  return { text: best.text, encoding: best.encoding, bom: false };
}

function count(text: string, characters: RegExp): number {
  return text.match(characters)?.length ?? 0;
}

async function gb18030(bytes: Buffer): Promise<DecodedText | undefined> {
  const { decodeGb18030, encodeGb18030 } = await import('./gb18030.ts');
  const text = decodeGb18030(bytes);
  // What does not come back byte for byte would be damaged by writing: it is no text of ours.
  if (text === undefined || !encodeGb18030(text).equals(bytes)) return undefined;
  return { text, encoding: 'gb18030', bom: false };
}
