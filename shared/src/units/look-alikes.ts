import { LOOK_ALIKES, SOUND_ALIKES } from './look-alike-tables.ts';

/** By code unit: all characters of the tables are of the Basic Multilingual Plane. */
let alikes: ReadonlyMap<number, ReadonlySet<number>> | undefined;

/** True when two different characters, given as code units, look or sound alike: one is easily typed for the other. */
export function lookAlike(a: number, b: number): boolean {
  alikes ??= readTables();
  return alikes.get(a)?.has(b) ?? false;
}

function readTables(): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  const add = (a: number, b: number) => {
    const others = found.get(a);
    if (others === undefined) found.set(a, new Set([b]));
    else others.add(b);
  };
  for (let i = 0; i + 1 < LOOK_ALIKES.length; i += 2) {
    const a = LOOK_ALIKES.charCodeAt(i);
    const b = LOOK_ALIKES.charCodeAt(i + 1);
    add(a, b);
    add(b, a);
  }
  for (const group of SOUND_ALIKES.split(' '))
    for (let i = 0; i < group.length; i++)
      for (let j = 0; j < group.length; j++) if (i !== j) add(group.charCodeAt(i), group.charCodeAt(j));
  return found;
}
