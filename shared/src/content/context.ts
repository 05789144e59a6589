/** The words before and after something, in normal form: what tells two figures of one measure apart. */
export interface Context {
  readonly before: string;
  readonly after: string;
  readonly pairs: ReadonlySet<string>;
}

/** How well two contexts agree. */
export interface Agreement {
  /** Characters that are the same right before, and right after. */
  readonly adjacent: number;
  /** 0 to 1: how many of the poorer side's character pairs the other side has too. */
  readonly shared: number;
  /** One number for choosing the best of several. */
  readonly score: number;
}

/** As far as a reader's eye takes in: the rest of the clause and the one before. */
const REACH = 24;
const ADJACENT = 8;

/** The context of the range `from` to `to` of a normal text. Digits count as one, punctuation as one another. */
export function contextOf(normal: string, from: number, to: number): Context {
  const before = levelled(normal.slice(Math.max(0, from - REACH), from));
  const after = levelled(normal.slice(to, to + REACH));
  return { before, after, pairs: new Set([...characterPairs(before), ...characterPairs(after.slice(0, REACH / 2))]) };
}

export function agreement(a: Context, b: Context): Agreement {
  let left = 0;
  while (left < ADJACENT && left < a.before.length && left < b.before.length) {
    if (a.before[a.before.length - 1 - left] !== b.before[b.before.length - 1 - left]) break;
    left++;
  }
  let right = 0;
  while (right < ADJACENT && right < a.after.length && right < b.after.length) {
    if (a.after[right] !== b.after[right]) break;
    right++;
  }
  const [fewer, more] = a.pairs.size <= b.pairs.size ? [a.pairs, b.pairs] : [b.pairs, a.pairs];
  let common = 0;
  for (const pair of fewer) if (more.has(pair)) common++;
  const shared = fewer.size === 0 ? 0 : common / fewer.size;
  return { adjacent: left + right, shared, score: left + right + 10 * shared };
}

function levelled(text: string): string {
  return text.replace(/\d+(?:\.\d+)?/g, '#').replace(/[,;:。、.!?]/g, ',');
}

function* characterPairs(text: string): Iterable<string> {
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    if (!pair.includes(',')) yield pair;
  }
}
