import type { Edit } from '../findings/finding.ts';
import type { NumberLabel, Point, Row } from '../model/policy-document.ts';
import type { Subject } from '../rules/subject.ts';
import { labelEdits, type Renumbering, renumberFix } from '../rules/support/renumber.ts';
import { pointSequences, rowSequences } from '../rules/support/sequences.ts';

interface Change<Member> {
  readonly member: Member;
  readonly to: number;
}

/**
 * The edits that number the kept points and rows on without a gap, in the document's own manner (through the whole part, or
 * anew in each section), mentions of a task by its number with them.
 */
export function numberEdits(subject: Subject, isKept: (member: Point | Row) => boolean): readonly Edit[] {
  const points = subject.workPoints.flatMap((part) => pointChanges(part, isKept));
  const rows = rowChanges(subject, new Map(points.map(({ member, to }) => [member, to])), isKept);
  const changed = [...points, ...(rows.byPoint ? rows.changes : [])].filter(
    ({ member, to }) => member.label !== undefined && member.label.value !== to,
  );
  const fix = renumberFix(subject, changed, { zh: '', en: '' });
  const alone = rows.byPoint ? [] : rows.changes.flatMap(({ member, to }) => renumbering(member, to));
  return distinct([...labelEdits(alone), ...(fix?.edits ?? [])]);
}

function pointChanges(
  part: Subject['workPoints'][number],
  isKept: (member: Point) => boolean,
): readonly Change<Point>[] {
  const others = part.restarts === 'never' ? part.otherNumbers : [];
  return pointSequences(part).flatMap(({ members }, index) => {
    const all = [
      ...members.filter(isKept),
      ...(index === 0 ? others.map((label) => ({ label, source: part.source })) : []),
    ].sort((a, b) => a.label.span.start - b.label.span.start);
    return numberFrom(all, 1).flatMap(({ member, to }) => ('pieces' in member ? [{ member, to }] : []));
  });
}

/** By the number of its point, where the list goes by those; else the list's own sequence. */
function rowChanges(
  subject: Subject,
  newNumbers: ReadonlyMap<Point, number>,
  isKept: (member: Row) => boolean,
): { readonly byPoint: boolean; readonly changes: readonly Change<Row>[] } {
  const pairs = subject.pairings.flatMap((pairing) => pairing.pairs);
  const agree = pairs.filter(({ points, rows }) => points[0]?.label.value === rows[0]?.label?.value).length;
  const byPoint = pairs.length > 0 && agree * 2 >= pairs.length;
  if (!byPoint)
    return {
      byPoint,
      changes: subject.taskLists.flatMap((list) =>
        rowSequences(list).flatMap(({ members }) => numberFrom(members.filter(isKept), members[0]?.label?.value ?? 1)),
      ),
    };
  const pointOf = new Map(pairs.flatMap(({ points, rows }) => rows.map((row) => [row, points[0]] as const)));
  let last = 0;
  return {
    byPoint,
    changes: subject.rows.filter(isKept).map((member) => {
      const point = pointOf.get(member);
      last = (point === undefined ? undefined : newNumbers.get(point)) ?? last + 1;
      return { member, to: last };
    }),
  };
}

/** Numbers that go up by one wherever the typed number changes: `3-1`, `3-2` stay one task. */
function numberFrom<Member extends { readonly label: NumberLabel | undefined }>(
  members: readonly Member[],
  first: number,
): readonly Change<Member>[] {
  let to = first - 1;
  let before: NumberLabel | undefined;
  return members.map((member) => {
    const { label } = member;
    const isSameTask = label?.sub !== undefined && before?.sub !== undefined && label.value === before.value;
    if (!isSameTask) to++;
    before = label;
    return { member, to };
  });
}

function renumbering({ source, label }: Row, to: number): readonly Renumbering[] {
  return label === undefined || label.value === to ? [] : [{ source, label, to }];
}

/** One edit a place. */
function distinct(edits: readonly Edit[]): readonly Edit[] {
  return [...new Map(edits.map((edit) => [edit.start, edit])).values()];
}
