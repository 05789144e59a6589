/**
 * No text with more characters (UTF-16 code units) than this is judged: more than a hundred pairs of a large city. Up to
 * here what a text costs grows with its length.
 */
export const LONGEST_TEXT = 4_000_000;
