import { recall } from '../../memory/memory.ts';
import type { UnitMention } from '../../model/policy-document.ts';
import type { Pair } from '../../pairing/pairing.ts';
import type { Subject } from '../subject.ts';
import { unitCounts } from './unit-counts.ts';
import { bodiesOfName, possibleBodiesOf } from './unit-identity.ts';

/**
 * What is compared with what, as the document's layout has it: the leads of both sides; all units of both sides, where
 * points list leads and supporting units together; or the first unit of the point with the leads of the row.
 */
export type Layout = 'leads' | 'all' | 'first';

/** What comparing a pair comes to; `none` where one side names no units to compare. */
export type Outcome = 'none' | 'same' | 'other-order' | 'different';

type Comparison = (pair: Pair, layout: Layout) => Outcome;

/** What is known of one pair, as long as its names mean what they meant. */
interface KnownPair {
  readonly meanings: number;
  /** All that outcomes depend on, as one text. */
  readonly key: string;
  readonly outcomes: Partial<Record<Layout, Outcome>>;
}

/** What the names of a draft mean, from version to version. */
interface KnownNames {
  /** For each name the bodies it means and may mean, as text. */
  readonly meanings: Map<string, string>;
  /** Counted up whenever a name means something else than before. */
  version: number;
  readonly pairs: WeakMap<Pair, KnownPair>;
  /** What was asked last by each layout. */
  readonly asked: Map<
    Layout,
    { readonly version: number; readonly pairs: readonly Pair[]; readonly outcomes: readonly Outcome[] }
  >;
}

/** When more names than this were met, all are forgotten. */
const MOST_NAMES = 20_000;

/**
 * Gives the outcomes of some pairs by a layout, in order. An outcome depends on nothing but the names, their roles and what
 * bodies they mean: of a draft that is typed in, pairs that were not touched have the outcome they had.
 * @param find Compares a pair.
 */
export function outcomesOf(
  subject: Subject,
  find: Comparison,
): (pairs: readonly Pair[], layout: Layout) => readonly Outcome[] {
  const { memory } = subject;
  if (memory === undefined) return (pairs, layout) => pairs.map((pair) => find(pair, layout));
  const names = memory.keep(
    'meanings of units',
    (): KnownNames => ({ meanings: new Map(), version: 0, pairs: new WeakMap(), asked: new Map() }),
  );
  update(names, subject);
  const outcomeOf: Comparison = (pair, layout) => {
    let known = names.pairs.get(pair);
    if (known?.meanings !== names.version) {
      known = { meanings: names.version, key: unitsOf(pair, names.meanings), outcomes: {} };
      names.pairs.set(pair, known);
    }
    const { key, outcomes } = known;
    outcomes[layout] ??= recall(memory, `lead outcomes by ${layout}`, key, () => find(pair, layout));
    return outcomes[layout];
  };
  return (pairs, layout) => {
    const asked = names.asked.get(layout);
    const known = asked?.version === names.version ? asked : undefined;
    const outcomes = pairs.map((pair, position) => {
      const outcome = known?.pairs[position] === pair ? known.outcomes[position] : undefined;
      return outcome ?? outcomeOf(pair, layout);
    });
    names.asked.set(layout, { version: names.version, pairs, outcomes });
    return outcomes;
  };
}

function update(names: KnownNames, subject: Subject): void {
  if (names.meanings.size > MOST_NAMES) {
    names.meanings.clear();
    names.version++;
  }
  for (const name of unitCounts(subject).ofTasks.keys()) {
    const meaning = JSON.stringify([bodiesOfName(name, subject), possibleBodiesOf(name, subject)]);
    const before = names.meanings.get(name);
    if (before === meaning) continue;
    names.meanings.set(name, meaning);
    if (before !== undefined) names.version++;
  }
}

function unitsOf({ points, rows }: Pair, meanings: ReadonlyMap<string, string>): string {
  let written = '';
  const write = (mentions: readonly UnitMention[] | undefined) => {
    for (const mention of mentions ?? [])
      written += (mention.role === 'lead' ? 'L' : 'R') + (meanings.get(mention.name) ?? '');
  };
  for (const { units } of points) write(units?.mentions);
  for (const { leadUnits } of rows) {
    written += '|';
    write(leadUnits?.mentions);
  }
  for (const { responsibleUnits, cells } of rows) {
    written += cells.lead === undefined ? '/' : '|';
    write(responsibleUnits?.mentions);
  }
  return written;
}
