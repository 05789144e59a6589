import type { Localized } from '../text/localized.ts';
import { nameForm } from '../text/normal-form.ts';
import type { DirectoryFile, UnitEntry } from './directory-schema.ts';
import type { JsonPath } from './json-text.ts';
import { coexist } from './validity.ts';

/** Two units that have one name at one time. */
export interface DirectoryConflict {
  readonly message: Localized;
  /** Index of the file that holds the second claim; the conflict is reported there. */
  readonly file: number;
  /** Where in that file the name stands. */
  readonly path: JsonPath;
}

interface Claim {
  readonly unit: UnitEntry;
  readonly file: number;
  readonly path: JsonPath;
}

/**
 * The names that two units claim while both are valid, in one file or between files that can be used for one document
 * (directories of different places cannot). A unit that a later file replaces by the same canonical name claims nothing;
 * twice the same canonical name in one file is a conflict.
 */
export function findConflicts(files: readonly DirectoryFile[]): readonly DirectoryConflict[] {
  const replacedAfter = lastFileOf(files);
  const claims = new Map<string, Claim[]>();
  const conflicts: DirectoryConflict[] = [];
  for (const [file, { units = [] }] of files.entries())
    for (const [index, unit] of units.entries()) {
      if (replacedAfter.get(nameForm(unit.name)) !== file) continue;
      for (const { name, path } of namesOf(unit)) {
        const claim: Claim = { unit, file, path: ['units', index, ...path] };
        const key = nameForm(name);
        const others = claims.get(key) ?? [];
        const other = others.find((former) => former.unit !== unit && clash(former, claim, files));
        if (other !== undefined) conflicts.push({ message: describe(name, other.unit, unit), file, path: claim.path });
        others.push(claim);
        claims.set(key, others);
      }
    }
  return conflicts;
}

/** For each canonical name the last file that has it: there it counts. */
function lastFileOf(files: readonly DirectoryFile[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const [file, { units = [] }] of files.entries()) for (const unit of units) last.set(nameForm(unit.name), file);
  return last;
}

function* namesOf(unit: UnitEntry): Generator<{ readonly name: string; readonly path: JsonPath }> {
  yield { name: unit.name, path: ['name'] };
  if (unit.fullName !== undefined) yield { name: unit.fullName, path: ['fullName'] };
  for (const [i, alias] of (unit.aliases ?? []).entries())
    if (typeof alias === 'string') yield { name: alias, path: ['aliases', i] };
    else yield { name: alias.name, path: ['aliases', i, 'name'] };
}

function clash(a: Claim, b: Claim, files: readonly DirectoryFile[]): boolean {
  const sameName = nameForm(a.unit.name) === nameForm(b.unit.name);
  return (sameName || coexist(a.unit, b.unit)) && meet(files[a.file], files[b.file]);
}

/** True when both files can serve one document: they share a place, or one of them names none. */
function meet(a: DirectoryFile | undefined, b: DirectoryFile | undefined): boolean {
  const placesA = a?.places ?? [];
  const placesB = b?.places ?? [];
  return placesA.length === 0 || placesB.length === 0 || placesA.some((place) => placesB.includes(place));
}

function describe(name: string, a: UnitEntry, b: UnitEntry): Localized {
  if (nameForm(a.name) === nameForm(b.name))
    return { zh: `单位“${b.name}”列了两次，请合并`, en: `The unit “${b.name}” is listed twice; make one entry of it` };
  return {
    zh: `“${name}”既指“${a.name}”又指“${b.name}”，请只归一个单位`,
    en: `“${name}” names both “${a.name}” and “${b.name}”; leave it to one of them`,
  };
}
