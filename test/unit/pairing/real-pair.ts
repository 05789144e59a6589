import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtInDirectory } from '#server/directories/built-in.ts';
import type { Point, Row, TaskList, WorkPoints } from '#shared/model/policy-document.ts';
import { readDocument } from '#shared/model/read-document.ts';
import { pairParts } from '#shared/pairing/pair-parts.ts';
import type { Pairing } from '#shared/pairing/pairing.ts';
import { SourceText } from '#shared/text/source-text.ts';

const directory = builtInDirectory();
const text = readFileSync(new URL('../../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');
const document = readDocument(new SourceText(text), { directory });

const workPoints = document.workPoints[0] as WorkPoints;
const taskList = document.taskLists[0] as TaskList;

/** A point or row that remembers which task it was before anything was changed. */
export interface Known<Member> {
  readonly task: number;
  readonly member: Member;
}

export const points: readonly Known<Point>[] = workPoints.points.map((member) => ({
  task: member.label.value,
  member,
}));
export const rows: readonly Known<Row>[] = taskList.rows.map((member) => ({ task: member.label?.value ?? 0, member }));

export function numbered<Member extends Point | Row>({ task, member }: Known<Member>, value: number): Known<Member> {
  const { label } = member;
  assert.ok(label);
  return { task, member: { ...member, label: { ...label, value } } };
}

/** The numbers 1, 2, 3 … in order. */
export function renumbered<Member extends Point | Row>(members: readonly Known<Member>[]): readonly Known<Member>[] {
  return members.map((member, index) => numbered(member, index + 1));
}

/** A task that neither part knows. */
export function stranger<Member extends Point | Row>(
  model: Known<Member>,
  words: (member: Member) => Member,
): Known<Member> {
  return { task: -1, member: words(model.member) };
}

export interface Outcome {
  readonly wrong: readonly string[];
  readonly pointsAlone: readonly number[];
  readonly rowsAlone: readonly number[];
  readonly pairing: Pairing;
}

/** Pairs two changed parts, and says which pairs are not one task, and which tasks stand alone. */
export function pairKnown(left: readonly Known<Point>[], right: readonly Known<Row>[]): Outcome {
  const taskOf = new Map<Point | Row, number>([...left, ...right].map(({ member, task }) => [member, task]));
  const pairing = pairParts(
    { ...workPoints, points: left.map(({ member }) => member) },
    { ...taskList, rows: right.map(({ member }) => member) },
    directory,
  );
  const tasks = (members: readonly (Point | Row)[]) => members.map((member) => taskOf.get(member) ?? 0);
  return {
    wrong: pairing.pairs
      .filter(({ points: a, rows: b }) => new Set([...tasks(a), ...tasks(b)]).size !== 1)
      .map(({ points: a, rows: b }) => `${tasks(a)} with ${tasks(b)}`),
    pointsAlone: tasks(pairing.pointsWithoutRow),
    rowsAlone: tasks(pairing.rowsWithoutPoint),
    pairing,
  };
}
