/**
 * A letter or a digit of those that drafts are full of. It is asked before patterns that know all of Unicode, which V8 takes a
 * while to make and most runs never need.
 */
export const USUAL_WORD = /[\u4e00-\u9fffA-Za-z0-9]/;
