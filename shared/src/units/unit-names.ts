import { nameForm } from '../text/normal-form.ts';
import type { DirectoryFile, UnitEntry } from './directory-schema.ts';
import type { Alias, Unit, UnitFact } from './unit.ts';

/** One unit under one of its names. */
export interface NameClaim {
  readonly unit: Unit;
  readonly as: 'name' | 'full-name' | 'alias';
  readonly alias?: Alias;
}

/** The units of the files; a later entry replaces an earlier one of the same canonical name. */
export function collectUnits(files: readonly DirectoryFile[]): Map<string, Unit> {
  const units = new Map<string, Unit>();
  for (const file of files)
    for (const entry of file.units ?? []) {
      const unit = unitOf(entry);
      units.set(nameForm(unit.name), unit);
    }
  return units;
}

function unitOf(entry: UnitEntry): Unit {
  const unsure: UnitFact[] = [];
  for (const fact of [...(entry.unsourced ?? []), ...(entry.inferred ?? [])])
    if (!unsure.includes(fact)) unsure.push(fact);
  return Object.freeze({
    name: entry.name,
    aliases: (entry.aliases ?? []).map((alias) =>
      typeof alias === 'string'
        ? { name: alias, sourced: true }
        : { name: alias.name, sourced: alias.source !== undefined },
    ),
    kind: entry.kind,
    unsourced: unsure,
    ...(entry.fullName === undefined ? {} : { fullName: entry.fullName }),
    ...(entry.from === undefined ? {} : { from: entry.from }),
    ...(entry.to === undefined ? {} : { to: entry.to }),
    ...(entry.successor === undefined ? {} : { successor: entry.successor }),
    ...(entry.source === undefined ? {} : { source: entry.source }),
  });
}

/**
 * Who claims which name, in name form. Canonical names come before full names, these before aliases. A name that begins
 * with the place's level (`市住建局`) is also claimed with the place's own name (`深圳市住建局`) when no entry says otherwise.
 */
export function claimNames(units: Iterable<Unit>, places: readonly string[]): Map<string, NameClaim[]> {
  const claims = new Map<string, NameClaim[]>();
  const all = [...units];
  for (const unit of all) claim(claims, unit.name, { unit, as: 'name' });
  for (const unit of all) if (unit.fullName !== undefined) claim(claims, unit.fullName, { unit, as: 'full-name' });
  for (const unit of all) for (const alias of unit.aliases) claim(claims, alias.name, { unit, as: 'alias', alias });
  for (const place of places) {
    const level = place.slice(-1);
    for (const unit of all)
      for (const name of [unit.name, ...unit.aliases.map((alias) => alias.name)]) {
        if (!name.startsWith(level)) continue;
        const long = place + name.slice(level.length);
        if (!claims.has(nameForm(long)))
          claim(claims, long, { unit, as: 'alias', alias: { name: long, sourced: false } });
      }
  }
  return claims;
}

function claim(claims: Map<string, NameClaim[]>, name: string, made: NameClaim): void {
  const key = nameForm(name);
  const others = claims.get(key);
  if (others === undefined) claims.set(key, [made]);
  else if (!others.some((other) => other.unit === made.unit)) others.push(made);
}
