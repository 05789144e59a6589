import { normalForm } from '../text/normal-form.ts';
import { withoutSigns } from '../text/signs.ts';

/** The pairs of neighbouring characters of a text, each once, as ascending numbers: what texts are compared by. */
export type Grams = Uint32Array;

/**
 * The grams of a text in normal form, without punctuation and symbols, which say nothing about what it is about. A text of
 * one character has one gram, an empty one none.
 */
export function gramsOf(text: string): Grams {
  const words = withoutSigns(normalForm(text));
  if (words.length === 1) return Uint32Array.of(words.charCodeAt(0));
  const all = new Uint32Array(Math.max(0, words.length - 1));
  let former = words.charCodeAt(0);
  for (let i = 0; i < all.length; i++) {
    const code = words.charCodeAt(i + 1);
    all[i] = former * 0x10000 + code;
    former = code;
  }
  all.sort();
  let kept = 0;
  for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) all[kept++] = all[i] as number;
  return all.subarray(0, kept);
}

/** How many grams two texts share. */
export function sharedGrams(a: Grams, b: Grams): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared;
}
