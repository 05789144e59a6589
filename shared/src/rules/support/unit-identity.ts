import type { UnitList, UnitMention } from '../../model/policy-document.ts';
import { successorIn } from '../../units/successor.ts';
import type { Unit } from '../../units/unit.ts';
import type { Subject } from '../subject.ts';
import { preferredNames } from './name-variants.ts';
import { oncePerSubject } from './once-per-subject.ts';
import { pairSlips } from './pair-slips.ts';
import { runTogether } from './run-together.ts';

const bodiesByName = oncePerSubject(() => new Map<string, readonly string[]>());

/**
 * The bodies that a mention means, as keys for comparing lists: one, or several where names are run together.
 * A slip, a retired name and a rare variant count as the name they should be: each is another rule's finding, and must not
 * become a second one where two lists are compared.
 */
export function bodiesOf({ name }: UnitMention, subject: Subject): readonly string[] {
  return bodiesOfName(name, subject);
}

/** The same for a name, wherever it stands. */
export function bodiesOfName(name: string, subject: Subject): readonly string[] {
  const found = bodiesByName(subject);
  const known = found.get(name);
  if (known !== undefined) return known;
  const bodies = findBodies(name, subject);
  found.set(name, bodies);
  return bodies;
}

/** True where the unit stands in the list again, under this or another name: that is duplicate-unit's finding. */
export function isRepeated(mention: UnitMention, list: UnitList, subject: Subject): boolean {
  const [body] = bodiesOf(mention, subject);
  return list.mentions.some(
    (other) => other !== mention && other.group === mention.group && bodiesOf(other, subject)[0] === body,
  );
}

/** All bodies that a slip may mean where it is as near to one as to another: `市计局` to 审计 and 统计. */
export function possibleBodiesOf(name: string, subject: Subject): readonly string[] {
  if (!isStrayName(name, subject)) return [];
  const near = subject.directory.nearest(name, subject.year, 3).filter(({ slip }) => slip);
  return near.map((candidate) => subject.directory.keyOf(candidate.name));
}

/**
 * True for a name that no directory knows. Where a directory covers the place it is to hold all of the place's units, so a
 * usual name at the place's own level that it does not list is one too (`市文化旅游体育局` in Shenzhen), and any other usual
 * name that is one slip away from a unit of the place (`市场监管局`, `人民银行圳深市分行`).
 */
export function isStrayName(name: string, subject: Subject): boolean {
  const known = strays(subject);
  let stray = known.get(name);
  if (stray === undefined) {
    stray = findStray(name, subject);
    known.set(name, stray);
  }
  return stray;
}

const strays = oncePerSubject(() => new Map<string, boolean>());

function findStray(name: string, subject: Subject): boolean {
  const { directory, place, year } = subject;
  if (isOfficeOfKnown(name, subject)) return false;
  const identified = directory.identify(name, year);
  if (identified.kind === 'unknown') return runTogether(name, subject) === undefined;
  if (identified.kind !== 'common' || !directory.covers(place)) return false;
  const { level } = identified;
  if (directory.places.some((covered) => level === covered || level === covered.slice(-1))) return true;
  return directory.nearest(name, year, 1)[0]?.slip === true;
}

/** `市…领导小组办公室`: the office of a body that the directory knows. */
function isOfficeOfKnown(name: string, { directory, year }: Subject): boolean {
  const body = /^(.*(?:领导小组|指挥部|委员会|联席会议))(?:办公室|办)$/.exec(name)?.[1];
  return body !== undefined && directory.identify(body, year).kind === 'unit';
}

/** The unit that carries on a retired one in the subject's year; undefined where the directory does not say. */
export function successorOf(unit: Unit, { directory, year }: Subject): Unit | undefined {
  return successorIn(unit, year, directory);
}

/** The unit whose work one takes up that does not exist yet in the subject's year. */
export function predecessorOf(unit: Unit, { directory }: Subject): Unit | undefined {
  return directory.units.find(({ successor }) => successor === unit.name);
}

function findBodies(name: string, subject: Subject): readonly string[] {
  const { directory, year } = subject;
  const identified = directory.identify(name, year);
  if (identified.kind === 'unit' && identified.validity !== 'valid') {
    const { unit, validity } = identified;
    const better = validity === 'retired' ? successorOf(unit, subject) : predecessorOf(unit, subject);
    return [directory.keyOf(better?.name ?? name)];
  }
  const stray = isStrayName(name, subject);
  const parts = runTogether(name, subject);
  if (!stray && parts === undefined) return [directory.keyOf(name)];
  if (parts !== undefined) return parts.flatMap(({ start, end }) => findBodies(name.slice(start, end), subject));
  const meant = preferredNames(subject).get(name) ?? pairSlips(subject).get(name);
  if (meant !== undefined) return [directory.keyOf(meant)];
  const near = directory.nearest(name, year, 1)[0];
  return [directory.keyOf(near?.slip ? near.name : name)];
}
