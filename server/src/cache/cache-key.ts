/** What a result is known by. */
export interface CacheKey {
  /** A short name for the content, fit for a file. Few contents share one. */
  readonly name: string;
  /** All that the result depends on: a result is the one looked for where this is the same, byte for byte. */
  readonly content: Buffer;
}

/** @param about all that matters besides the texts. */
export function cacheKey(about: readonly unknown[], texts: readonly string[]): CacheKey {
  const head = JSON.stringify([...about, texts.map((text) => text.length)]);
  // As JavaScript has them: in UTF-8 all halves of surrogate pairs are alike.
  const content = Buffer.from([head, ...texts].join('\n'), 'utf16le');
  return { name: nameOf(content), content };
}

const WORD = 4;
/** So many words of a content make its name: half of them those that it begins with, where settings stand. */
const TAKEN = 2048;

/**
 * 16 hexadecimal digits, of the words that a content begins with and others taken evenly from all of it. (A hash of every
 * byte takes longer, with what Node has for it or without, than a run whose results are known takes for the rest; and the
 * contents are compared anyway.)
 */
function nameOf(content: Buffer): string {
  const count = Math.floor(content.length / WORD);
  const step = Math.max(1, Math.floor((2 * count) / TAKEN));
  let [high, low] = [content.length, ~content.length];
  for (let at = 0; at < count; at += at < TAKEN / 2 ? 1 : step) {
    high = Math.imul(high ^ content.readInt32LE(at * WORD), 0x9e3779b1);
    low = Math.imul(low ^ high ^ (high >>> 15), 0x85ebca77);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
