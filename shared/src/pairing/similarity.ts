import { type Grams, gramsOf, sharedGrams } from './grams.ts';

/** Below this many grams, a share of them says little: `优化服务` stands in half of all texts. */
const FEW_GRAMS = 5;

/**
 * How alike the words of two texts are, 0 to 1, white space, punctuation and width aside. A text that is contained in a
 * longer one is very like it: a row usually holds its point's words and more.
 */
export function similarity(a: string, b: string): number {
  return gramSimilarity(gramsOf(a), gramsOf(b));
}

/** `similarity` for texts whose grams are known. */
export function gramSimilarity(a: Grams, b: Grams): number {
  const smaller = Math.min(a.length, b.length);
  if (smaller === 0) return 0;
  const shared = sharedGrams(a, b);
  const contained = shared / smaller;
  const alike = shared / (a.length + b.length - shared);
  const value = 0.75 * contained + 0.25 * alike;
  return alike === 1 ? 1 : value * Math.min(1, smaller / FEW_GRAMS);
}
