import type { Point, Row } from '#shared/model/policy-document.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { numberLike } from '#shared/rules/support/number-format.ts';
import type { Locale } from '#shared/text/localized.ts';
import type { SourceText } from '#shared/text/source-text.ts';

/** A whole new point or row to be filled in, in the snippet syntax of the protocol, and the same as plain text. */
export interface TaskSnippet {
  readonly label: string;
  readonly snippet: string;
}

/** The point that follows the one above a line, numbered and marked as that is. */
export function nextPoint(subject: Subject, source: SourceText, line: number, locale: Locale): TaskSnippet | undefined {
  const before = lastAbove(subject.points, source, line);
  if (before === undefined) return undefined;
  const { label } = before;
  const { text } = source;
  const digits = numberLike(text.slice(label.digits.start, label.digits.end), label.value + 1);
  const opening =
    text.slice(label.span.start, label.digits.start) + digits + text.slice(label.digits.end, label.span.end);
  const space = text.charAt(label.span.end) === ' ' ? ' ' : '';
  const [open, close] = before.units === undefined ? ['', ''] : ['（', '）'];
  const units = before.units === undefined ? '' : `${open}\${2:牵头单位}${close}`;
  return {
    label: locale === 'zh' ? `${opening}（下一项要点）` : `${opening} (next point)`,
    snippet: `${literal(opening)}${space}\${1:任务内容}。${units}$0`,
  };
}

/** The row that follows the one above a line, with the cells of its table. */
export function nextRow(subject: Subject, source: SourceText, line: number, locale: Locale): TaskSnippet | undefined {
  const before = lastAbove(subject.rows, source, line);
  if (before === undefined) return undefined;
  const number = before.label === undefined ? '' : String(before.label.value + 1);
  let stop = 0;
  const cells = before.table.columns.map(({ role, name }) => {
    if (role === 'number') return literal(number);
    if (role === 'domain' || role === 'section')
      return `\${${++stop}:${literal(before.cells[role]?.content.text ?? name)}}`;
    return role === 'responsible' || role === 'remark' ? `\${${++stop}:}` : `\${${++stop}:${literal(name)}}`;
  });
  return {
    label: locale === 'zh' ? `| ${number} |（下一行任务）` : `| ${number} | (next row)`,
    snippet: `| ${cells.join(' | ')} |$0`,
  };
}

function lastAbove<Member extends Point | Row>(
  members: readonly Member[],
  source: SourceText,
  line: number,
): Member | undefined {
  return members.findLast((member) => member.source === source && source.positionAt(member.span.start).line < line);
}

/** What a snippet would take for a place to fill in. */
function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&').replace(/[\r\n]+/g, '');
}
