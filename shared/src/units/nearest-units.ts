import type { CommonBodies } from './common-bodies.ts';
import { isLevel, isPlaceName } from './place-name.ts';
import { SlipIndex, slips } from './slip-index.ts';
import type { NearUnit, Unit } from './unit.ts';
import type { NameClaim } from './unit-names.ts';

/** No unit's name is longer; longer texts are near to none. */
const LONGEST = 60;
/** Names that share pairs of characters with the text are compared, but no more than this many. */
const COMPARED = 24;
/** A pair of characters that more names have says too little to go by. */
const TELLING = 400;
const LEAST_SIMILARITY = 0.5;
/** What it adds to be the same body at the same level, in whatever words. */
const SAME_BODY = 0.3;

/** What it takes away that the name compared with is only an alias. */
const ONLY_ALIAS = 0.02;

/** The unit to put in a unit's place in the document's year. */
export type Resolve = (unit: Unit) => { readonly unit: Unit; readonly valid: boolean };

export interface KnownNames {
  readonly claims: ReadonlyMap<string, readonly NameClaim[]>;
  /** Listed group phrases, in name form. */
  readonly phrases: Iterable<string>;
  readonly bodies: CommonBodies;
  readonly places: readonly string[];
}

interface Candidate extends NearUnit {
  readonly valid: boolean;
  readonly score: number;
  /** A slip only if nothing else is as near: a character replaced by one that neither looks nor sounds like it. */
  readonly doubtful: boolean;
}

/** Finds the units whose names a mistyped name most likely means. Built once, on the first question. */
export class NearestUnits {
  readonly #known: KnownNames;
  readonly #phrases: ReadonlySet<string>;
  readonly #slips: SlipIndex;
  readonly #names: readonly string[];
  /** Pair of neighbouring characters → indices of the names that have it. */
  readonly #byPair = new Map<string, number[]>();
  /** For each name, how many pairs it shares with the text being compared; all 0 between two questions. */
  readonly #sharing: Uint8Array;
  /** What was asked for so far: body at its level → the units that are this. */
  readonly #byBody = new Map<string, ReadonlySet<Unit>>();
  #commonSlips: SlipIndex | undefined;

  constructor(known: KnownNames) {
    this.#known = known;
    this.#phrases = new Set([...known.phrases].filter((phrase) => phrase.length > 2));
    const names = [...known.claims.keys()].filter((name) => name.length <= LONGEST);
    this.#slips = new SlipIndex([...names, ...this.#phrases]);
    this.#names = names;
    this.#sharing = new Uint8Array(names.length);
    for (const [index, name] of names.entries()) for (const pair of pairsOf(name)) append(this.#byPair, pair, index);
  }

  /** Names near to `text` (in name form), best first. */
  find(text: string, limit: number, resolve: Resolve): readonly NearUnit[] {
    if (text === '' || text.length > LONGEST) return [];
    const best = new Map<string, Candidate>();
    const keep = (candidate: Candidate | undefined) => {
      if (candidate === undefined) return;
      const former = best.get(candidate.name);
      if (former === undefined || byWorth(candidate, former) < 0) best.set(candidate.name, candidate);
    };

    const bodyKey = this.#bodyKey(text);
    const sameBody = bodyKey === undefined ? new Set<Unit>() : this.#unitsOf(bodyKey);
    // Behind the name of a place anything may stand: 人民行深圳市中心支行 is not the bank's branch in “人民行深圳市”.
    const isPlaced = bodyKey !== undefined && isPlaceName(bodyKey.slice(0, bodyKey.indexOf('/')));
    const isUsual = bodyKey !== undefined && !isPlaced;
    for (const unit of sameBody)
      keep(compare(text, unit.name, resolve(unit), { isUsual, isPlaced, isSame: true, isAlias: false }));
    for (const name of new Set([...this.#slips.find(text), ...this.#sharingPairs(text)])) {
      if (this.#phrases.has(name))
        keep(compare(text, name, undefined, { isUsual, isPlaced, isSame: false, isAlias: false }));
      for (const { unit, as } of this.#known.claims.get(name) ?? [])
        keep(
          compare(text, name, resolve(unit), {
            isUsual,
            isPlaced,
            isSame: sameBody.has(unit),
            isAlias: as === 'alias',
          }),
        );
    }
    const found = settleDoubts([...best.values()]).sort(byWorth);
    return [...found, ...this.#commonNear(text)].slice(0, Math.max(0, limit)).map(publish);
  }

  /** The units that are a body at its level: few bodies are ever asked about. */
  #unitsOf(bodyKey: string): ReadonlySet<Unit> {
    const known = this.#byBody.get(bodyKey);
    if (known !== undefined) return known;
    const { bodies, claims } = this.#known;
    const body = bodyKey.slice(bodyKey.indexOf('/') + 1);
    const units = new Set<Unit>();
    for (const name of this.#names)
      if (bodies.mayName(name, body) && this.#bodyKey(name) === bodyKey)
        for (const claim of claims.get(name) ?? []) if (claim.as !== 'alias') units.add(claim.unit);
    this.#byBody.set(bodyKey, units);
    return units;
  }

  /** Names that share the most pairs of neighbouring characters with the text. */
  #sharingPairs(text: string): readonly string[] {
    const touched: number[] = [];
    for (const pair of pairsOf(text)) {
      const indices = this.#byPair.get(pair) ?? [];
      if (indices.length > TELLING) continue;
      for (const index of indices) {
        if (this.#sharing[index] === 0) touched.push(index);
        this.#sharing[index] = (this.#sharing[index] ?? 0) + 1;
      }
    }
    const ranked = touched.map((index) => {
      const name = this.#names[index] ?? '';
      return { name, share: (this.#sharing[index] ?? 0) / (name.length + text.length) };
    });
    for (const index of touched) this.#sharing[index] = 0;
    return ranked
      .sort((a, b) => b.share - a.share)
      .slice(0, COMPARED)
      .map(({ name }) => name);
  }

  /**
   * Level and body of a name that is a usual one. The place's own name counts as its level, and so does none at all: in a
   * list of the place's units `市场监管局` and `深圳税务局` have lost a 市.
   */
  #bodyKey(name: string): string | undefined {
    const common = this.#known.bodies.read(name);
    if (common === undefined || common.variant === '') return undefined;
    const { places } = this.#known;
    const own = places.find(
      (place) => common.level === '' || common.level === place || common.level === place.slice(0, -1),
    );
    return `${own?.slice(-1) ?? common.level}/${common.body}`;
  }

  /** Usual names of common bodies one slip away, behind the same level or place. */
  #commonNear(text: string): readonly Candidate[] {
    const { bodies, claims } = this.#known;
    if (bodies.read(text) !== undefined) return [];
    this.#commonSlips ??= new SlipIndex([...bodies.variants]);
    const found: Candidate[] = [];
    for (let at = 0; at <= Math.min(text.length - 2, 16); at++) {
      const prefix = text.slice(0, at);
      if (at > 0 && !isLevel(prefix) && !isPlaceName(prefix)) continue;
      const rest = text.slice(at);
      for (const variant of this.#commonSlips.find(rest)) {
        const name = prefix + variant;
        if (claims.has(name)) continue;
        const { cost } = slips(rest, variant);
        const score = 1 - cost / Math.max(text.length, name.length);
        const doubtful = cost >= 1;
        found.push({ name, unit: undefined, similarity: score, slip: true, valid: true, score, doubtful });
      }
    }
    return settleDoubts(found).sort(byWorth);
  }
}

/** What the text is, as a name of its own, and what the name compared with is to it. */
interface Kinship {
  /** A usual name of some body at some level. */
  readonly isUsual: boolean;
  /** One behind the name of a place: 人民银行广州市分行 is no slip of 人民银行深圳市分行. */
  readonly isPlaced: boolean;
  readonly isSame: boolean;
  readonly isAlias: boolean;
}

/** How near a name of a unit (of none: of a group) is; undefined when it is not near at all. */
function compare(
  text: string,
  name: string,
  resolved: ReturnType<Resolve> | undefined,
  { isUsual, isPlaced, isSame, isAlias }: Kinship,
): Candidate | undefined {
  const { count, cost } = slips(text, name);
  const longest = Math.max(text.length, name.length);
  const similarity = Math.max(0, 1 - cost / longest);
  if (similarity < LEAST_SIMILARITY && !isSame) return undefined;
  // A usual name of one body is no slip of another one's: 市体育局 is not 市教育局.
  const slip =
    isSame || !isUsual
      ? (count === 1 && (cost < 1 || longest > 3)) ||
        (isSame && longest > 3 && count <= longest * 0.4) ||
        // Two characters that have nothing in common with the right ones: 工商银行 is no slip of 人民银行.
        (count === 2 && cost < 2 && longest >= 8 && !isPlaced)
      : false;
  return {
    name: resolved?.unit.name ?? name,
    unit: resolved?.unit,
    similarity,
    slip,
    valid: resolved?.valid ?? true,
    score: similarity + (isSame ? SAME_BODY : 0) - (isAlias ? ONLY_ALIAS : 0),
    doubtful: !isSame && (count === 2 || cost >= 1),
  };
}

/** A doubtful slip is one only where no other name is as near: 市林务局 can be 市水务局, 市商务局 or none of them. */
function settleDoubts(candidates: readonly Candidate[]): Candidate[] {
  const near = candidates.filter(({ slip }) => slip);
  if (near.length < 2) return [...candidates];
  return candidates.map((candidate) => (candidate.doubtful ? { ...candidate, slip: false } : candidate));
}

function byWorth(a: Candidate, b: Candidate): number {
  return (
    Number(b.slip) - Number(a.slip) ||
    Number(b.valid) - Number(a.valid) ||
    b.score - a.score ||
    // Of two that are equally near, the better documented unit is the more usual one.
    (a.unit?.unsourced.length ?? 0) - (b.unit?.unsourced.length ?? 0)
  );
}

function publish({ name, unit, similarity, slip }: Candidate): NearUnit {
  return { name, unit, similarity, slip };
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}

function append(map: Map<string, number[]>, key: string, value: number): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
