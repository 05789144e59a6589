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
  const content = Buffer.from([head, ...texts].join('\n'));
  return { name: nameOf(content), content };
}

const WORD = 4;
/** So many words of a content make its name. */
const SAMPLED = 2048;

/**
 * 16 hexadecimal digits, of words taken evenly from all of the content. (A hash of every byte takes longer, with what Node
 * has for it or without, than a run whose results are known takes for the rest; and the contents are compared anyway.)
 */
function nameOf(content: Buffer): string {
  const count = Math.floor(content.length / WORD);
  const step = Math.max(1, Math.floor(count / SAMPLED));
  let [high, low] = [content.length, ~content.length];
  const take = (word: number) => {
    high = Math.imul(high ^ word, 0x9e3779b1);
    low = Math.imul(low ^ word ^ (high >>> 15), 0x85ebca77);
  };
  for (let at = 0; at < count; at += step) take(content.readInt32LE(at * WORD));
  // What came last has moved the upper digits only.
  for (let turn = 0; turn < 2; turn++) take((high >>> 16) ^ low);
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
