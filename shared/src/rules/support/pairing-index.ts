import type { Point, Row } from '../../model/policy-document.ts';
import type { Pairing } from '../../pairing/pairing.ts';
import { countFirst } from '../../text/count-first.ts';

/** Answers where a member stands in its part, and whether members without a counterpart stand in a range of it. */
export interface PartIndex<Member> {
  positionOf(member: Member): number | undefined;
  /** Whether a member without counterpart stands from position `from` to before position `to`. */
  lacksBetween(from: number, to: number): boolean;
  /** Whether a member without counterpart carries a number from `from` to `to`. */
  lacksNumber(from: number, to: number): boolean;
}

export interface PairingIndex {
  readonly points: PartIndex<Point>;
  readonly rows: PartIndex<Row>;
}

const indexByPairing = new WeakMap<Pairing, PairingIndex>();

export function indexOf(pairing: Pairing): PairingIndex {
  let index = indexByPairing.get(pairing);
  if (index === undefined) {
    index = {
      points: indexPart(pairing.workPoints.points, pairing.pointsWithoutRow),
      rows: indexPart(pairing.taskList.rows, pairing.rowsWithoutPoint),
    };
    indexByPairing.set(pairing, index);
  }
  return index;
}

function indexPart<Member extends Point | Row>(
  members: readonly Member[],
  lacking: readonly Member[],
): PartIndex<Member> {
  const positions = new Map(members.map((member, position) => [member, position]));
  const places = lacking.flatMap((member) => positions.get(member) ?? []).sort((a, b) => a - b);
  const numbers = lacking.flatMap(({ label }) => label?.value ?? []).sort((a, b) => a - b);
  return {
    positionOf: (member) => positions.get(member),
    lacksBetween: (from, to) => (places[countFirst(places, (place) => place < from)] ?? to) < to,
    lacksNumber: (from, to) => (numbers[countFirst(numbers, (number) => number < from)] ?? to + 1) <= to,
  };
}
