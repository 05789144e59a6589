/**
 * How many findings of one rule get a fix that renumbers the rest of a part. A text with more of them is not cured one by one,
 * and each such fix is as long as the text.
 */
export const FIXABLE = 40;
