import type { Point, Row } from '../model/policy-document.ts';
import type { Renumbering } from '../rules/support/renumber.ts';

type Member = Point | Row;

/** Where something goes among others: behind one, else before one, else alone. */
export interface Target<Kind extends Member> {
  readonly after: Kind | undefined;
  readonly before: Kind | undefined;
}

export interface ShiftedNumbers {
  /** Labels that get another number. */
  readonly renumberings: readonly Renumbering[];
  /** The number of what comes in; undefined where its neighbours have none. */
  readonly incoming: number | undefined;
}

/**
 * The numbers after something was taken out, put in, or both: those behind it move up or down, gaps stay as they are.
 * @param sequences The members in the sequences in which they are numbered.
 * @param moving What is taken out; empty when something new comes in.
 * @param target Where it goes; undefined when it goes for good.
 */
export function shiftNumbers<Kind extends Member>(
  sequences: readonly (readonly Kind[])[],
  moving: readonly Kind[],
  target: Target<Kind> | undefined,
): ShiftedNumbers {
  const gone = new Set<Kind>(moving);
  const width = moving.length === 0 ? 1 : slots(moving);
  const renumberings: Renumbering[] = [];
  let incoming: number | undefined;
  for (const sequence of sequences) {
    const rest = sequence.filter((member) => !gone.has(member));
    const place = target === undefined ? undefined : placeIn(rest, target);
    const firstGone = sequence.findIndex((member) => gone.has(member));
    let lastNumber: number | undefined;
    for (const [index, member] of rest.entries()) {
      const { label, source } = member;
      const down = firstGone >= 0 && sequence.indexOf(member) > firstGone ? width : 0;
      const up = place !== undefined && index >= place ? width : 0;
      if (place === index) incoming = lastNumber === undefined ? (label?.value ?? 1) - down : lastNumber + 1;
      if (label === undefined) continue;
      const to = label.value - down + up;
      if (to !== label.value) renumberings.push({ source, label, to });
      if (place === undefined || index < place) lastNumber = to;
    }
    if (place === rest.length) incoming = (lastNumber ?? 0) + 1;
  }
  if (target !== undefined && incoming === undefined && target.after === undefined && target.before === undefined)
    incoming = 1;
  return { renumberings: [...renumberings, ...own(moving, incoming)], incoming };
}

/** How many numbers members take: `3-1` and `3-2` are one. */
function slots(members: readonly Member[]): number {
  return new Set(members.flatMap(({ label }) => (label === undefined ? [] : [label.value]))).size;
}

function placeIn<Kind extends Member>(rest: readonly Kind[], { after, before }: Target<Kind>): number | undefined {
  if (after !== undefined) {
    const index = rest.indexOf(after);
    return index < 0 ? undefined : index + 1;
  }
  const index = before === undefined ? -1 : rest.indexOf(before);
  return index < 0 ? undefined : index;
}

/** The labels of what moves. */
function own(moving: readonly Member[], incoming: number | undefined): readonly Renumbering[] {
  const first = moving.find(({ label }) => label !== undefined)?.label?.value;
  if (incoming === undefined || first === undefined) return [];
  return moving.flatMap(({ source, label }) => {
    const to = label === undefined ? incoming : incoming + label.value - first;
    return label === undefined || label.value === to ? [] : [{ source, label, to }];
  });
}
