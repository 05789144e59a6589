import { nameForm } from '../text/normal-form.ts';
import { CommonBodies, type CommonName } from './common-bodies.ts';
import type { DirectoryFile } from './directory-schema.ts';
import { GroupPhrases } from './group-phrases.ts';
import { LONGEST_NAME, Memo } from './memo.ts';
import { NearestUnits } from './nearest-units.ts';
import { isLevel, isPlaceName } from './place-name.ts';
import { splitNames } from './split-names.ts';
import { successorIn } from './successor.ts';
import type { Identification, NearUnit, Unit, UnitDirectory } from './unit.ts';
import { claimNames, collectUnits, type NameClaim } from './unit-names.ts';
import { hasUnitShape } from './unit-shape.ts';
import { validityIn } from './validity.ts';

/** What a name is, whatever the year. */
type Reading =
  | { readonly kind: 'unit'; readonly claims: readonly NameClaim[] }
  | { readonly kind: 'group'; readonly phrase: string }
  | { readonly kind: 'common'; readonly name: CommonName }
  | { readonly kind: 'unknown' };

const UNKNOWN: Reading = { kind: 'unknown' };

/** What a name puts before those that follow it: its level, and its level with 委 when it is a Party body. */
interface Prefix {
  readonly level: string;
  readonly withParty: string;
}

/**
 * One directory out of several files. Later files extend earlier ones and replace their units of the same canonical name.
 * Conflicts between files are not judged here: `findConflicts` does.
 */
export function createDirectory(files: readonly DirectoryFile[]): UnitDirectory {
  return new LayeredDirectory(files);
}

class LayeredDirectory implements UnitDirectory {
  readonly places: readonly string[];
  readonly units: readonly Unit[];
  readonly #byName: ReadonlyMap<string, Unit>;
  readonly #claims: ReadonlyMap<string, readonly NameClaim[]>;
  readonly #bodies: CommonBodies;
  readonly #groups: GroupPhrases;
  readonly #files: readonly DirectoryFile[];
  readonly #byPlace = new Map<string, UnitDirectory>();
  readonly #readings = new Memo<Reading>();
  /** By year; 0 stands for none. */
  readonly #identified = new Map<number, Memo<Identification>>();
  readonly #keys = new Memo<string>();
  readonly #prefixes = new Memo<Prefix | undefined>();
  readonly #nearNames = new Memo<readonly NearUnit[]>();
  #nearest: NearestUnits | undefined;

  constructor(files: readonly DirectoryFile[]) {
    this.#files = files;
    this.places = [...new Set(files.flatMap((file) => file.places ?? []))];
    this.#byName = collectUnits(files);
    this.units = [...this.#byName.values()];
    this.#claims = claimNames(this.units, this.places);
    this.#bodies = new CommonBodies(
      files.flatMap((file) => file.bodies ?? []),
      files.flatMap((file) => file.regions ?? []),
    );
    this.#groups = new GroupPhrases(
      files.flatMap((file) => file.groups ?? []),
      files.flatMap((file) => (file.groupWords === undefined ? [] : [file.groupWords])),
      this.#bodies,
    );
  }

  covers(place: string | undefined): boolean {
    if (place === undefined) return false;
    return this.places.some((covered) => isIn(place, covered));
  }

  forPlace(place: string | undefined): UnitDirectory {
    if (place === undefined) return this;
    const files = this.#files.filter(
      ({ places = [] }) => places.length === 0 || places.some((covered) => isIn(place, covered)),
    );
    if (files.length === this.#files.length) return this;
    const key = files.map((file) => this.#files.indexOf(file)).join();
    const made = this.#byPlace.get(key) ?? new LayeredDirectory(files);
    this.#byPlace.set(key, made);
    return made;
  }

  identify(name: string, year: number | undefined): Identification {
    let known = this.#identified.get(year ?? 0);
    if (known === undefined) {
      known = new Memo();
      this.#identified.set(year ?? 0, known);
    }
    return known.of(name, (own) => this.#identify(own, year));
  }

  #identify(name: string, year: number | undefined): Identification {
    const reading = this.#read(nameForm(name));
    if (reading.kind === 'group') return { kind: 'group', phrase: reading.phrase };
    if (reading.kind === 'common') {
      const { body, level, variant } = reading.name;
      return { kind: 'common', body, level, variant };
    }
    const claim = reading.kind === 'unit' ? claimIn(reading.claims, year) : undefined;
    if (claim === undefined) return { kind: 'unknown' };
    const { unit, as, alias } = claim;
    return { kind: 'unit', unit, as, validity: validityIn(unit, year), ...(alias === undefined ? {} : { alias }) };
  }

  keyOf(name: string): string {
    return this.#keys.of(name, (own) => this.#keyOf(own));
  }

  #keyOf(name: string): string {
    const form = nameForm(name);
    const reading = this.#read(form);
    switch (reading.kind) {
      case 'unit':
        return nameForm(claimIn(reading.claims, undefined)?.unit.name ?? form);
      case 'common':
        return `${reading.name.level}/${reading.name.body}`;
      case 'group':
        return reading.phrase;
      case 'unknown':
        return form;
    }
  }

  nearest(name: string, year: number | undefined, limit: number): readonly NearUnit[] {
    return this.#nearNames.of(`${year} ${limit} ${name}`, () => this.#findNearest(name, year, limit));
  }

  #findNearest(name: string, year: number | undefined, limit: number): readonly NearUnit[] {
    this.#nearest ??= new NearestUnits({
      claims: this.#claims,
      phrases: this.#groups.listed,
      bodies: this.#bodies,
      places: this.places,
    });
    return this.#nearest.find(nameForm(name), limit, (unit) => {
      const valid = successorIn(unit, year, this);
      return valid === undefined ? { unit, valid: validityIn(unit, year) === 'valid' } : { unit: valid, valid: true };
    });
  }

  split(text: string): readonly { readonly start: number; readonly end: number }[] | undefined {
    if (this.#read(nameForm(text)).kind !== 'unknown') return undefined;
    return splitNames(text, (piece, first) => this.#costOfPiece(piece, first));
  }

  prefixFor(bare: string, before: string): string | undefined {
    const form = nameForm(bare);
    const own = this.#read(form);
    if (own.kind === 'unit' || own.kind === 'group') return undefined;
    const prefix = this.#prefixes.of(before, (own) => this.#prefixOf(nameForm(own)));
    if (prefix === undefined) return undefined;
    for (const candidate of [prefix.withParty, prefix.level]) {
      const whole = this.#read(candidate + form);
      if (whole.kind === 'unit') return candidate;
      if (own.kind !== 'common' || own.name.prefix !== '' || this.#bodies.standsAlone(form)) continue;
      if (whole.kind === 'common' && whole.name.body === own.name.body && whole.name.prefix === prefix.level)
        return candidate;
    }
    return undefined;
  }

  looksLikeUnit(text: string): boolean {
    const form = nameForm(text);
    return this.#read(form).kind !== 'unknown' || hasUnitShape(form);
  }

  unit(name: string): Unit | undefined {
    return this.#byName.get(nameForm(name));
  }

  #read(form: string): Reading {
    if (form === '' || form.length > LONGEST_NAME) return UNKNOWN;
    return this.#readings.of(form, (own) => this.#readUncached(own));
  }

  #readUncached(form: string): Reading {
    const claims = this.#claims.get(form);
    if (claims !== undefined) return { kind: 'unit', claims };
    const phrase = this.#groups.read(form);
    if (phrase !== undefined) return { kind: 'group', phrase };
    const name = this.#bodies.read(form);
    if (name !== undefined) return { kind: 'common', name };
    return this.#readWithSignboard(form);
  }

  /** `市交通委(市道运局)`: a second name in brackets behind the first is the same unit under another signboard. */
  #readWithSignboard(form: string): Reading {
    const match = /^([^()〔〕]{2,40})[(〔]([^()〔〕]{2,40})[)〕]$/.exec(form);
    const [, outer, inner] = match ?? [];
    if (outer === undefined || inner === undefined) return UNKNOWN;
    if (this.#read(inner).kind === 'unknown' && !hasUnitShape(inner)) return UNKNOWN;
    const reading = this.#read(outer);
    return reading.kind === 'unit' || reading.kind === 'common' ? reading : UNKNOWN;
  }

  /** A name behind a place that no directory knows is less sure: `深圳海关市商务局` is not the bureau of a city 深圳海关市. */
  #costOfPiece(piece: string, first: boolean): number | undefined {
    const reading = this.#read(piece);
    if (reading.kind === 'unit') return 1;
    if (reading.kind === 'group') return piece.startsWith('各') ? 1 : undefined;
    if (reading.kind === 'unknown' || reading.name.variant === '') return undefined;
    const { prefix, level } = reading.name;
    if (prefix === '' && level === '' && !first) return undefined;
    return isLevel(prefix) || prefix === '' ? 1 : 2.5;
  }

  #prefixOf(before: string): Prefix | undefined {
    const common = this.#bodies.read(before);
    if (common === undefined) return this.#levelOf(before);
    // `全国工商联、发展改革委`: no commission is 全国发展改革委.
    if (common.prefix === '' || common.prefix === '全国' || common.variant === '') return undefined;
    const party = /^(?:委|党委)(?=.)/.exec(common.variant)?.[0] ?? '';
    return { level: common.prefix, withParty: common.prefix + party };
  }

  #levelOf(before: string): Prefix | undefined {
    const level = LEADING_LEVEL.exec(before)?.[0];
    if (level === undefined || (this.#read(before).kind !== 'unit' && !hasUnitShape(before))) return undefined;
    return { level, withParty: `${level}委` };
  }
}

/** True for the place itself and for places inside it: `深圳市福田区` is in `深圳市`. */
function isIn(place: string, covered: string): boolean {
  const form = nameForm(place);
  const whole = nameForm(covered);
  return form === whole || (form.startsWith(whole) && isPlaceName(form));
}

/** The level that a name which is no usual one begins with: `市` of `市前海管理局`. */
const LEADING_LEVEL = /^(?:自治区|自治州|省|市|县|区|州|盟|旗)(?=..)/;

/** The claim that counts in a year: one that is valid then, else the first. */
function claimIn(claims: readonly NameClaim[], year: number | undefined): NameClaim | undefined {
  return claims.find((claim) => validityIn(claim.unit, year) === 'valid') ?? claims[0];
}
