import type { Subject } from '../subject.ts';
import { oncePerSubject } from './once-per-subject.ts';
import { pairSlips } from './pair-slips.ts';
import { runTogether } from './run-together.ts';
import { unitCounts } from './unit-counts.ts';

/**
 * Where no directory covers the place: for each rarer way of naming a body, the way that the document itself uses more
 * often. Two names are one body where the common directory says so (`市发改委`, `市发展改革委`), or where the rarer one is
 * unknown, used once, and one slip of the pen away from the other. Where a directory covers the place this is empty.
 */
export const preferredNames = oncePerSubject(findPreferred);

function findPreferred(subject: Subject): ReadonlyMap<string, string> {
  const preferred = new Map<string, string>();
  const { directory, year } = subject;
  if (directory.covers(subject.place)) return preferred;
  const counts = unitCounts(subject).listed;
  const namesByBody = new Map<string, string[]>();
  const unknown: string[] = [];
  for (const name of counts.keys()) {
    const { kind } = directory.identify(name, year);
    if (kind === 'common' || kind === 'unit') {
      const key = directory.keyOf(name);
      const names = namesByBody.get(key);
      if (names === undefined) namesByBody.set(key, [name]);
      else names.push(name);
    } else if (kind === 'unknown' && runTogether(name, subject) === undefined) unknown.push(name);
  }
  for (const names of namesByBody.values()) {
    // The first of equally frequent names wins: the map keeps the order of the document.
    // `市府办（金融工作中心）` means a part of 市府办: what stands in brackets makes another name.
    const plain = names.filter((name) => !name.endsWith(')'));
    if (plain.length === 0) continue;
    const best = plain.reduce((a, b) => ((counts.get(b) ?? 0) > (counts.get(a) ?? 0) ? b : a));
    for (const name of plain) if (name !== best) preferred.set(name, best);
  }
  for (const name of unknown) {
    const better = pairSlips(subject).get(name) ?? nearName(name, subject, counts, namesByBody);
    if (better !== undefined) preferred.set(name, better);
  }
  return preferred;
}

/** The more frequent name that an unknown one is a slip of. */
function nearName(
  name: string,
  subject: Subject,
  counts: ReadonlyMap<string, number>,
  namesByBody: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const used = counts.get(name) ?? 0;
  const near = subject.directory.nearest(name, subject.year, 3).find(({ slip }) => slip);
  const sameBody = near === undefined ? undefined : namesByBody.get(subject.directory.keyOf(near.name));
  const known = sameBody?.find((other) => (counts.get(other) ?? 0) >= used);
  if (known !== undefined) return known;
  if (used > 1) return undefined;
  if (near !== undefined && isPlainSlip(name, near.name)) return near.name;
  // Not only unknown names: 人民银行洛阳市分行 is a usual one, but no directory knows what is near to it.
  return [...counts.keys()].find((other) => (counts.get(other) ?? 0) >= 2 && isSlipOf(name, other));
}

/** So plain that the right name need not stand in the document: two neighbours swapped in the usual name of a body. */
function isPlainSlip(name: string, usual: string): boolean {
  return name.length === usual.length && isSlipOf(name, usual);
}

/**
 * One character missing or extra, or two neighbours swapped, in a name of five characters or more. A replaced character
 * is not enough between two unknown names: 城投集团 and 交投集团 are two companies. The first character, the level,
 * must agree.
 */
function isSlipOf(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || Math.min(a.length, b.length) < 5) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const restA = a.length - head - tail;
  const restB = b.length - head - tail;
  if (restA + restB === 1) return true;
  return restA === 2 && restB === 2 && a[head] === b[head + 1] && a[head + 1] === b[head];
}
