import { LOOK_ALIKES, SOUND_ALIKES } from './look-alike-tables.ts';

/** Code unit → all characters that look or sound like it. Of a few names only few are ever asked about. */
const alikes = new Map<number, string>();

/** True when two different characters, given as code units, look or sound alike: one is easily typed for the other. */
export function lookAlike(a: number, b: number): boolean {
  let known = alikes.get(a);
  if (known === undefined) {
    known = findAlikes(a);
    alikes.set(a, known);
  }
  return a !== b && known.includes(String.fromCharCode(b));
}

/** All characters of the tables are of the Basic Multilingual Plane. */
function findAlikes(code: number): string {
  if (code < 0x80) return '';
  const character = String.fromCharCode(code);
  let found = '';
  // The first of a word looks like all others of it; another one like the first.
  for (let at = LOOK_ALIKES.indexOf(character); at >= 0; at = LOOK_ALIKES.indexOf(character, at + 1)) {
    const start = LOOK_ALIKES.lastIndexOf(' ', at) + 1;
    const end = LOOK_ALIKES.indexOf(' ', at);
    found += at === start ? LOOK_ALIKES.slice(at + 1, end < 0 ? undefined : end) : LOOK_ALIKES.charAt(start);
  }
  for (let at = SOUND_ALIKES.indexOf(character); at >= 0; at = SOUND_ALIKES.indexOf(character, at + 1)) {
    const end = SOUND_ALIKES.indexOf(' ', at);
    found += SOUND_ALIKES.slice(SOUND_ALIKES.lastIndexOf(' ', at) + 1, end < 0 ? undefined : end);
  }
  return found;
}
