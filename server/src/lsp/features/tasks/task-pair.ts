import { homeOf } from '#shared/drafting/homes.ts';
import { type Task, taskAt, taskNumber } from '#shared/drafting/tasks.ts';
import type { Point, Row, UnitMention } from '#shared/model/policy-document.ts';
import type { MarkedText, MarkedUnit, PairResult, PairSide, ProtocolPlace } from '#shared/protocol.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { bodiesOf } from '#shared/rules/support/unit-identity.ts';
import type { Locale } from '#shared/text/localized.ts';
import type { MappedText } from '#shared/text/mapped-text.ts';
import { markedDifferences } from '#shared/text/marked-differences.ts';
import { toLocation } from '../../convert.ts';
import type { Judged } from '../../session.ts';
import { findingsOfTask, stateOf } from './task-item.ts';
import { treeOrder } from './task-tree.ts';

/** Point and row of the task at an offset of the judged text, side by side; null where none stands there. */
export function pairAt(offset: number, judged: Judged, locale: Locale): PairResult | null {
  const { source, subject } = judged.file;
  const task = taskAt(subject, source, offset);
  return task === undefined ? null : pairOf(task, judged, locale);
}

function pairOf(task: Task, judged: Judged, locale: Locale): PairResult {
  const { source, subject } = judged.file;
  const order = treeOrder(judged);
  const index = order.indexOf(task);
  const inPoint = join(task.points.map(({ text }) => text));
  const inRow = join(task.rows.map(({ measures }) => measures));
  const found = inPoint === '' || inRow === '' ? undefined : markedDifferences(inPoint, inRow);
  return {
    uri: source.id,
    version: judged.version,
    state: stateOf(task, judged),
    point: pointSide(task, { text: inPoint, differences: [...(found?.a ?? [])] }, subject),
    row: rowSide(task, { text: inRow, differences: [...(found?.b ?? [])] }, subject),
    findings: findingsOfTask(task, judged).map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message[locale],
      place: toLocation(finding),
    })),
    previous: index > 0 ? placeOf(order[index - 1], judged) : null,
    next: placeOf(order[index + 1], judged),
  };
}

function pointSide(task: Task, text: MarkedText, subject: Subject): PairSide | null {
  const [point] = task.points;
  if (point === undefined) return null;
  const home = homeOf(subject, task);
  return {
    place: toLocation({ source: point.source, ...point.span }),
    number: taskNumber({ ...task, rows: [] }) ?? null,
    section: home?.section?.text ?? '',
    domain: home?.domain?.text ?? '',
    task: null,
    text,
    ...unitsOf(task, 'points', subject),
    deadline: point.deadline?.text ?? null,
  };
}

function rowSide(task: Task, text: MarkedText, subject: Subject): PairSide | null {
  const [row] = task.rows;
  if (row === undefined) return null;
  return {
    place: toLocation({ source: row.source, ...row.span }),
    number: taskNumber({ ...task, points: [] }) ?? null,
    section: oneLine((row.section?.title ?? row.cells.section?.content)?.text),
    domain: oneLine((row.domainRow?.title ?? row.domain)?.text),
    task: oneLine(row.task?.text),
    text,
    ...unitsOf(task, 'rows', subject),
    deadline: row.deadline?.text ?? null,
  };
}

/** A point that names no supporting units says nothing of them: only what both sides speak of can differ. */
function unitsOf(
  task: Task,
  side: 'points' | 'rows',
  subject: Subject,
): Pick<PairSide, 'leadUnits' | 'responsibleUnits'> {
  const marked = (role: UnitMention['role']): readonly MarkedUnit[] => {
    const own = mentionsOf(side === 'points' ? task.points : task.rows, role);
    const others = mentionsOf(side === 'points' ? task.rows : task.points, role);
    const known = new Set(others.flatMap((mention) => bodiesOf(mention, subject)));
    return own.map((mention) => ({
      name: mention.name,
      onBothSides: others.length === 0 || bodiesOf(mention, subject).some((body) => known.has(body)),
    }));
  };
  return { leadUnits: marked('lead'), responsibleUnits: marked('responsible') };
}

function mentionsOf(members: readonly (Point | Row)[], role: UnitMention['role']): readonly UnitMention[] {
  const lists = members.flatMap((member) =>
    'pieces' in member ? [member.units] : [member.leadUnits, member.responsibleUnits],
  );
  return lists.flatMap((list) => (list?.mentions ?? []).filter((mention) => mention.role === role));
}

function placeOf(task: Task | undefined, { file }: Judged): ProtocolPlace | null {
  const members = [...(task?.points ?? []), ...(task?.rows ?? [])];
  const member = members.find(({ source }) => source === file.source) ?? members[0];
  return member === undefined ? null : toLocation({ source: member.source, ...member.span });
}

function join(texts: readonly (MappedText | undefined)[]): string {
  return texts.flatMap((text) => (text === undefined ? [] : [text.text])).join('\n');
}

function oneLine(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, '');
}
