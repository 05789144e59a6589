/** Punctuation (`P`) and symbols (`S`) as Unicode has them. */
const PUNCTUATION = /\p{P}+/gu;
const SIGNS = /[\p{P}\p{S}]+/gu;

/** The text without punctuation. */
export function withoutPunctuation(text: string): string {
  return text.replace(PUNCTUATION, '');
}

/** The text without punctuation and symbols. */
export function withoutSigns(text: string): string {
  return text.replace(SIGNS, '');
}
