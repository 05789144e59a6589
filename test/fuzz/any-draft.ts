import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { smallPair } from '../lsp/pair-text.ts';

const fixtures = new URL('../fixtures/', import.meta.url);

function textsIn(folder: string): readonly string[] {
  return readdirSync(new URL(folder, fixtures))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(new URL(folder + name, fixtures), 'utf8'));
}

/** A document of every layout, and the small ones that are clean. */
export const wholeDrafts: readonly string[] = [
  smallPair,
  ...textsIn('layouts/'),
  ...textsIn('clean/').filter((text) => text.length < 2500),
];

/** What no keyboard means: halves of characters, marks of no letter, other directions, bytes of binary files. */
const ODD_CHARACTERS = [
  '\u0000',
  '\ud83d',
  '\ude00',
  '😀',
  '👨‍👩‍👧‍👦',
  '🇨🇳',
  '葛󠄀',
  '𠮷',
  '\u0301',
  'e\u0301\u0302',
  '\u202e',
  '\u2066مرحبا\u2069',
  '\ufeff',
  '\u200b',
  '\u2028',
  '\u0085',
  '\u001b[31m',
  '\u007f',
  '\ufffd',
  '各\ufe00',
];

/** Pieces of Markdown, HTML and of these documents, whole and torn. */
const PIECES = [
  ...ODD_CHARACTERS,
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  '　',
  '|',
  '||',
  '\\|',
  '|---|',
  '<br>',
  '<b>',
  '</b>',
  '<!--',
  '-->',
  '<!-- bizenv-disable ',
  '<!-- bizenv-disable-task 2 lead-mismatch -->',
  '<script>',
  '&amp;',
  '&#0;',
  '```\n',
  '> ',
  '- ',
  '# ',
  '#### ',
  '---\n',
  '===\n',
  '**',
  '*',
  '_',
  '`',
  '[x](y',
  '![',
  '《',
  '》',
  '“',
  '”',
  '（',
  '）',
  '(',
  ')',
  '〔',
  '〕',
  '【待定】',
  '一、',
  '（一）',
  '1. ',
  '99. ',
  '２．',
  '（1）',
  '3-1',
  '牵头单位：',
  '责任单位：',
  '牵头',
  '市商务局',
  '市市场监管局',
  '各区（新区）',
  '、',
  '，',
  '；',
  '。',
  ',',
  ';',
  '6月底前',
  '2023年',
  '2034年12月',
  '不少于100家',
  '20%',
  '二十',
  '深圳市2024年优化营商环境工作要点',
  '深圳市2024年优化营商环境重点任务清单',
  '序号',
  '第 3 页',
  '共5项',
  'XX',
];

const DEEP = fc.nat(2 ** 30);

/** One disturbance of a text; places are chosen by numbers, so that a case shrinks to few and early ones. */
const disturbance: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc.tuple(DEEP, fc.constantFrom(...PIECES)).map(
    ([at, piece]) =>
      (text: string) =>
        put(text, at, 0, piece),
  ),
  fc.tuple(DEEP, fc.nat(40)).map(
    ([at, length]) =>
      (text: string) =>
        put(text, at, length, ''),
  ),
  fc.tuple(DEEP, fc.constantFrom(...PIECES)).map(
    ([at, piece]) =>
      (text: string) =>
        put(text, at, 1, piece),
  ),
  DEEP.map((at) => onLines((lines) => lines.splice(at % lines.length, 1))),
  DEEP.map((at) => onLines((lines) => lines.splice(at % lines.length, 0, lines[at % lines.length] ?? ''))),
  fc.tuple(DEEP, DEEP).map(([a, b]) =>
    onLines((lines) => {
      const [one, two] = [a % lines.length, b % lines.length];
      [lines[one], lines[two]] = [lines[two] ?? '', lines[one] ?? ''];
    }),
  ),
  DEEP.map((at) =>
    onLines((lines) =>
      lines.splice(at % lines.length, 2, lines.slice(at % lines.length, (at % lines.length) + 2).join('')),
    ),
  ),
  DEEP.map((at) => (text: string) => text.slice(0, at % (text.length + 1))),
  fc.constant((text: string) => text.replaceAll('\n', '\r\n')),
);

function put(text: string, at: number, length: number, piece: string): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + piece + text.slice(start + length);
}

function onLines(change: (lines: string[]) => unknown): (text: string) => string {
  return (text) => {
    const lines = text.split('\n');
    change(lines);
    return lines.join('\n');
  };
}

/** A text that has been through a few hands too many. */
export function disturbancesOf(whole: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(whole, fc.array(disturbance, { minLength: 1, maxLength: 6 }))
    .map(([text, disturbances]) => disturbances.reduce((current, disturb) => disturb(current), text));
}

export const disturbedDraft = disturbancesOf(fc.constantFrom(...wholeDrafts));

/** Pieces one behind the other, that were never a document. */
const piledText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 80 })
  .map((parts) => parts.join(''));

export const anyText: fc.Arbitrary<string> = fc.oneof({ weight: 3, arbitrary: disturbedDraft }, piledText);
