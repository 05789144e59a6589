import { findingIdentities, findingKeys } from '#shared/findings/key.ts';
import type { FileResult } from '#shared/lint.ts';
import type { NumberLabel, Point, Row, UnitList } from '#shared/model/policy-document.ts';
import type { Subject } from '#shared/rules/subject.ts';
import type { FileReport, ReportedCell, ReportedTask } from '../../formats/report.ts';

/** What became of the drafts that were judged together. */
export interface JudgedGroup {
  /** In the order of the drafts. */
  readonly files: readonly JudgedFile[];
  readonly failures: readonly Failure[];
  /** How many findings of each rule were fixed. */
  readonly fixed: Readonly<Record<string, number>>;
}

export interface JudgedFile extends Omit<FileReport, 'group'> {
  readonly holdsParts: boolean;
  /** The text after the fixes; undefined where nothing changed. Places are those of this text. */
  readonly fixedText: string | undefined;
}

/** A rule that could not do its work. */
export interface Failure {
  readonly rule: string;
  readonly message: string;
}

export function judgedFile(result: FileResult, fixedText: string | undefined, withTasks: boolean): JudgedFile {
  const { source, document, subject, findings, holdsParts } = result;
  const identities = findingIdentities(findings, subject);
  const keys = findingKeys(identities);
  return {
    path: source.id,
    source,
    year: document.year ?? subject.year,
    points: document.workPoints.reduce((sum, part) => sum + part.points.length, 0),
    rows: document.taskLists.reduce((sum, list) => sum + list.rows.length, 0),
    findings: findings.map((finding) => ({
      ...finding,
      identity: identities.get(finding) ?? { rule: finding.rule, task: '', words: '' },
      key: keys.get(finding) ?? finding.rule,
    })),
    tasks: holdsParts && withTasks ? tasksOf(result) : [],
    holdsParts,
    fixedText,
  };
}

function tasksOf({ source, subject }: FileResult): readonly ReportedTask[] {
  const pairs = pairNumbers(subject);
  const points = subject.points.map((point) => pointTask(point, pairs.get(point) ?? 0));
  const rows = subject.rows.map((row) => rowTask(row, pairs.get(row) ?? 0));
  const sources = [...subject.points, ...subject.rows].map((task) => task.source);
  return [...points, ...rows].filter((_, index) => sources[index] === source).sort((a, b) => a.start - b.start);
}

/** Each point and row with the number of its pair; what has no partner has a number of its own. */
function pairNumbers(subject: Subject): ReadonlyMap<Point | Row, number> {
  const numbers = new Map<Point | Row, number>();
  let next = 1;
  for (const pair of subject.pairings.flatMap((pairing) => pairing.pairs)) {
    const members = [...pair.points, ...pair.rows];
    // A task of two lists belongs to one pair with each: all of them are one.
    const number = members.map((member) => numbers.get(member)).find((known) => known !== undefined) ?? next++;
    for (const member of members) numbers.set(member, number);
  }
  for (const task of [...subject.points, ...subject.rows]) if (!numbers.has(task)) numbers.set(task, next++);
  return numbers;
}

function pointTask({ label, span, units }: Point, pair: number): ReportedTask {
  return {
    side: 'point',
    number: numberText(label),
    ...{ start: span.start, end: span.end },
    pair,
    units: namesOf(units),
    cells: [],
  };
}

function rowTask({ label, span, table, tableRow, leadUnits, responsibleUnits }: Row, pair: number): ReportedTask {
  return {
    side: 'row',
    number: numberText(label),
    ...{ start: span.start, end: span.end },
    pair,
    units: [...new Set([...namesOf(leadUnits), ...namesOf(responsibleUnits)])],
    cells: tableRow.cells.map(
      ({ span: cell }, index): ReportedCell => ({
        name: table.columns[index]?.name ?? '',
        start: cell.start,
        end: cell.end,
      }),
    ),
  };
}

function numberText(label: NumberLabel | undefined): string {
  if (label === undefined) return '';
  return label.sub === undefined ? String(label.value) : `${label.value}-${label.sub}`;
}

function namesOf(list: UnitList | undefined): readonly string[] {
  return [...new Set(list?.mentions.map((mention) => mention.name) ?? [])];
}
