/** Punctuation (`P`) and symbols (`S`) as Unicode has them. */
const PUNCTUATION = /\p{P}+/gu;
const SIGNS = /[\p{P}\p{S}]+/gu;

/**
 * The same for texts of nothing but the characters that drafts are full of: V8 takes a while to make the tables of all of
 * Unicode, which most runs need for nothing else.
 */
const UNUSUAL = /[^\t-\r -~·—‘’“”…\u3000-\u3003\u3007-\u3011\u3014-\u301f\u4e00-\u9fff\uff01-\uff5e]/;
const USUAL_PUNCTUATION =
  '!-#%-*,-/:;?@[-\\]_{}·—‘’“”…\u3001-\u3003\u3008-\u3011\u3014-\u301f！-＃％-＊，-／：；？＠［-］＿｛｝';
const USUAL_SYMBOLS = '$+<=>^`|~＄＋＜＝＞＾｀｜～';
const IN_USUAL = {
  punctuation: new RegExp(`[${USUAL_PUNCTUATION}]+`, 'g'),
  signs: new RegExp(`[${USUAL_PUNCTUATION}${USUAL_SYMBOLS}]+`, 'g'),
};

/** The text without punctuation. */
export function withoutPunctuation(text: string): string {
  return text.replace(UNUSUAL.test(text) ? PUNCTUATION : IN_USUAL.punctuation, '');
}

/** The text without punctuation and symbols. */
export function withoutSigns(text: string): string {
  return text.replace(UNUSUAL.test(text) ? SIGNS : IN_USUAL.signs, '');
}
