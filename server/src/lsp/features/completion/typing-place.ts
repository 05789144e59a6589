import type { ColumnRole, TaskList } from '#shared/model/policy-document.ts';
import { normalForm } from '#shared/text/normal-form.ts';

/** What a line says of the place where somebody types. `typed` is what is to be replaced; it ends at the cursor. */
export type TypingPlace =
  | { readonly kind: 'units'; readonly typed: string; readonly listed: readonly string[] }
  | { readonly kind: 'domain'; readonly typed: string }
  | { readonly kind: 'citation'; readonly typed: string }
  | { readonly kind: 'rule'; readonly typed: string; readonly named: readonly string[] }
  | { readonly kind: 'directive'; readonly typed: string }
  | { readonly kind: 'point'; readonly typed: string }
  | { readonly kind: 'row'; readonly typed: string };

const SEPARATORS = /[、，,；;：:/\s]/;

/**
 * Reads the place from the text alone: while somebody types, the document is seldom whole.
 * @param lines the text's lines up to the cursor's, that one cut off at the cursor.
 * @param rest what stands behind the cursor on its line.
 */
export function typingPlace(
  lines: readonly string[],
  rest: string,
  lists: readonly TaskList[],
): TypingPlace | undefined {
  const line = lines.at(-1) ?? '';
  return (
    directivePlace(line) ??
    citationPlace(line) ??
    (line.trimStart().startsWith('|')
      ? cellPlace(lines, rest, lists)
      : (unitListPlace(line, rest) ?? newPlace(lines, rest)))
  );
}

function directivePlace(line: string): TypingPlace | undefined {
  const comment = line.lastIndexOf('<!--');
  if (comment < 0 || line.includes('-->', comment)) return undefined;
  const words = line
    .slice(comment + 4)
    .trimStart()
    .split(/\s+/);
  const [kind = ''] = words;
  const typed = words.at(-1) ?? '';
  if (words.length === 1)
    return 'bizenv-'.startsWith(kind) || kind.startsWith('bizenv-') ? { kind: 'directive', typed } : undefined;
  if (!kind.startsWith('bizenv-') || words.includes('--')) return undefined;
  if (kind === 'bizenv-disable-task' && words.length === 2) return undefined;
  return { kind: 'rule', typed, named: words.slice(1, -1) };
}

function citationPlace(line: string): TypingPlace | undefined {
  const open = line.lastIndexOf('《');
  if (open < 0 || line.lastIndexOf('》') > open || line.length - open > 60) return undefined;
  return { kind: 'citation', typed: line.slice(open) };
}

function cellPlace(lines: readonly string[], rest: string, lists: readonly TaskList[]): TypingPlace | undefined {
  const line = lines.at(-1) ?? '';
  const before = cellsOf(line);
  const cell = before.at(-1) ?? '';
  if (before.length === 2 && cell.trim() === '' && rest.trim() === '') return { kind: 'row', typed: line.trimStart() };
  const role = roleOf(headerCell(lines, before.length - 1), lists);
  if (role === 'domain') return { kind: 'domain', typed: cell.trimStart() };
  if (role !== 'lead' && role !== 'responsible') return undefined;
  const behind = cellsOf(rest)[0] ?? '';
  return unitPlace(cell, behind);
}

function unitListPlace(line: string, rest: string): TypingPlace | undefined {
  const open = Math.max(...['（', '(', '〔', '['].map((mark) => line.lastIndexOf(mark)));
  const inner = line.slice(open + 1);
  if (open < 0 || /[）)〕\]。]/.test(inner) || inner.length > 400) return undefined;
  return unitPlace(inner, /^[^）)〕\]。]*/.exec(rest)?.[0] ?? '');
}

/** The names around the one that is being typed. */
function unitPlace(before: string, behind: string): TypingPlace {
  const names = before.replaceAll(/<br\s*\/?>/g, '').split(SEPARATORS);
  const typed = names.pop() ?? '';
  // What goes on behind the cursor belongs to the name that is being typed.
  const listed = [...names, ...behind.split(SEPARATORS).slice(1)].map((name) => normalForm(name));
  return { kind: 'units', typed, listed: listed.filter((name) => name !== '') };
}

/** A new point or row can begin on a line that holds nothing else. */
function newPlace(lines: readonly string[], rest: string): TypingPlace | undefined {
  const line = lines.at(-1) ?? '';
  if (rest.trim() !== '' || !/^\s{0,3}[0-9０-９]{0,4}$/.test(line)) return undefined;
  const above = lines.at(-2) ?? '';
  if (above.trimStart().startsWith('|')) return { kind: 'row', typed: line };
  return above.trim() === '' ? { kind: 'point', typed: line.trimStart() } : undefined;
}

/** What stands between the pipes, before the first one too. */
function cellsOf(line: string): readonly string[] {
  return line.split(/(?<!\\)\|/);
}

function headerCell(lines: readonly string[], index: number): string {
  for (let at = lines.length - 1; at > 0; at--) {
    const line = lines[at]?.trimStart() ?? '';
    if (!line.startsWith('|')) return '';
    if (/^\|[\s:|-]+$/.test(line) && line.includes('-')) return normalForm(cellsOf(lines[at - 1] ?? '')[index] ?? '');
  }
  return '';
}

function roleOf(name: string, lists: readonly TaskList[]): ColumnRole | undefined {
  if (name === '') return undefined;
  for (const { tables } of lists)
    for (const { columns } of tables)
      for (const column of columns) if (normalForm(column.name) === name) return column.role;
  return undefined;
}
