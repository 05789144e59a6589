import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { encodeText } from '../../files/encoding.ts';
import type { ChangedFile } from '../../files/write-text-file.ts';
import { binaryPatch } from './binary-patch.ts';

/** A diff of two texts that have little in common is not searched longer than this, in milliseconds. */
const LONGEST_SEARCH = 5000;

/**
 * What the fixes would change, as a diff that `git apply` takes: names are relative to the repository, or to the working
 * directory where there is none. A diff is text in UTF-8: for a file in another encoding, what it says stands in comments
 * before a binary patch.
 */
export async function dryRunDiff(files: readonly ChangedFile[], cwd: string): Promise<string> {
  const top = repositoryOf(cwd) ?? cwd;
  const diffs: string[] = [];
  for (const { file, text } of files) {
    const name = relative(top, resolve(cwd, file.path)).split(sep).join('/');
    const mark = file.bom ? '\uFEFF' : '';
    diffs.push(
      file.encoding === 'utf-8'
        ? `${header(name)}${textPatch(name, mark + file.text, mark + text)}`
        : `${comments(file.encoding, textPatch(name, file.text, text))}${header(name)}${binaryPatch(await encodeText(file.text, file), await encodeText(text, file))}`,
    );
  }
  return diffs.join('');
}

function header(name: string): string {
  return `diff --git ${quoted(`a/${name}`)} ${quoted(`b/${name}`)}\n`;
}

function comments(encoding: string, patch: string): string {
  return [encoding, ...patch.trimEnd().split('\n')].map((line) => `# ${line}\n`).join('');
}

function textPatch(name: string, before: string, after: string): string {
  const [from, to] = [quoted(`a/${name}`), quoted(`b/${name}`)];
  const patch =
    createTwoFilesPatch('', '', before, after, undefined, undefined, { context: 3, timeout: LONGEST_SEARCH }) ??
    wholeFile(before, after);
  // The library writes names its own way; Git has a way for those with blanks and quotation marks.
  const hunks = patch.slice(patch.indexOf('@@'));
  const tab = name.includes(' ') ? '\t' : '';
  return `--- ${from}${tab}\n+++ ${to}${tab}\n${hunks}`;
}

function wholeFile(before: string, after: string): string {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  return `@@ -1,${old.length} +1,${fresh.length} @@\n${[...old.map((line) => `-${line}`), ...fresh.map((line) => `+${line}`)].join('')}`;
}

/** Lines with their ends; a last line without one says so, as diffs do. */
function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/).map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`));
}

function quoted(name: string): string {
  if (!/["\\\p{Cc}]/u.test(name)) return name;
  const bytes = [...Buffer.from(name)].map((byte) => {
    if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`;
    return byte < 0x20 || byte >= 0x7f ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte);
  });
  return `"${bytes.join('')}"`;
}

function repositoryOf(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, '.git'))) return current;
    if (current === dirname(current)) return undefined;
  }
}
