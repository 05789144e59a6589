import type { Locale } from '#shared/text/localized.ts';
import type { SourceText } from '#shared/text/source-text.ts';
import type { Span } from '#shared/text/span.ts';
import type { FileReport, ReportedFinding, ReportedTask } from '../report.ts';
import { escapeXml } from '../xml.ts';
import { findingCard } from './cards.ts';
import { type Mark, markedText, marksOf } from './marked-text.ts';
import { htmlWords } from './words.ts';

/** A task with the file it stands in. */
interface Placed {
  readonly file: FileReport;
  readonly task: ReportedTask;
  readonly findings: readonly ReportedFinding[];
}

/** The tasks of files that belong together: points on the left, their rows on the right, the findings of both below. */
export function pairGrid(files: readonly FileReport[], locale: Locale): string {
  const words = htmlWords[locale];
  const pairs = new Map<number, Placed[]>();
  for (const placed of files.flatMap(placeTasks)) {
    const members = pairs.get(placed.task.pair);
    if (members === undefined) pairs.set(placed.task.pair, [placed]);
    else members.push(placed);
  }
  if (pairs.size === 0) return '';
  return [
    '<div class="pairs">',
    `<div class="pair head"><h3>${words.points}</h3><h3>${words.rows}</h3></div>`,
    ...[...pairs.values()].map((members) => pairBlock(members, locale)),
    '</div>',
  ].join('\n');
}

function placeTasks(file: FileReport): readonly Placed[] {
  let next = 0;
  const findings = [...file.findings].sort((a, b) => a.start - b.start);
  return file.tasks.map((task) => {
    const own: ReportedFinding[] = [];
    while (findings[next] !== undefined && (findings[next]?.start ?? 0) <= task.end) {
      const finding = findings[next++];
      if (finding !== undefined && finding.start >= task.start) own.push(finding);
    }
    return { file, task, findings: own };
  });
}

function pairBlock(members: readonly Placed[], locale: Locale): string {
  const nothing = `<p class="nothing">${htmlWords[locale].nothing}</p>`;
  const findings = members.flatMap((member) => member.findings);
  const marks = marksOf(findings);
  const points = members.filter(({ task }) => task.side === 'point').map((member) => pointHtml(member, marks));
  const rows = members.filter(({ task }) => task.side === 'row').map((member) => rowHtml(member, marks));
  const units = [...new Set(members.flatMap(({ task }) => task.units))];
  return [
    `<div class="pair${findings.length === 0 ? ' quiet' : ''}" data-units="${escapeXml(JSON.stringify(units))}">`,
    `<div>${points.join('') || nothing}</div>`,
    `<div>${rows.join('') || nothing}</div>`,
    ...(findings.length === 0
      ? []
      : ['<div class="findings">', ...findings.map((finding) => findingCard(finding, units, locale, false)), '</div>']),
    '</div>',
  ].join('\n');
}

function pointHtml({ file, task }: Placed, marks: readonly Mark[]): string {
  return `<p class="text">${markedText(file.source, task, marks)}</p>`;
}

function rowHtml({ file, task }: Placed, marks: readonly Mark[]): string {
  const cells = task.cells.map(
    (cell) =>
      `<dt>${escapeXml(cell.name)}</dt><dd class="text">${markedText(file.source, trimmed(file.source, cell), marks)}</dd>`,
  );
  return `<dl>${cells.join('')}</dl>`;
}

/** Without the blanks that fill a cell up to the width of its column. */
function trimmed({ text }: SourceText, { start, end }: Span): Span {
  const cell = text.slice(start, end);
  const from = start + cell.length - cell.trimStart().length;
  return { start: from, end: Math.max(from, start + cell.trimEnd().length) };
}
