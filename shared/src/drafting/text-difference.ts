/** A stretch of two texts: words that both have, or what stands in one in place of what stands in the other. */
export type Stretch =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly removed: string; readonly added: string };

/** More differing characters than this, and the texts are shown one after the other. */
const MOST_DIFFERENCES = 300;
/** Fewer equal characters than this between two differences are not worth reading by themselves. */
const LEAST_SAME = 2;

/** One character of either text: kept, only before, or only after. */
type Step = 'same' | 'removed' | 'added';

/**
 * How a text became another one, in order; numbers and Latin words are not taken apart. Swapping the texts swaps `removed` and `added`. Characters beyond the basic plane
 * stay whole.
 */
export function textDifference(before: string, after: string): readonly Stretch[] {
  // One order for both directions: of several shortest ways, both take the same.
  if (before > after)
    return textDifference(after, before).map((stretch) =>
      stretch.kind === 'same' ? stretch : { kind: 'changed', removed: stretch.added, added: stretch.removed },
    );
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [x, y] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  return readable([
    { kind: 'same', text: a.slice(0, head).join('') },
    ...stretches(x, y, shortestWay(x, y)),
    { kind: 'same', text: a.slice(a.length - tail).join('') },
  ]);
}

/** Numbers and Latin words whole, all else character by character. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[0-9.]+|[０-９．]+|[A-Za-z]+|[\s\S]/gu) ?? [];
}

function stretches(x: readonly string[], y: readonly string[], steps: readonly Step[]): readonly Stretch[] {
  let [i, j] = [0, 0];
  return steps.map((step): Stretch => {
    if (step === 'removed') return { kind: 'changed', removed: x[i++] ?? '', added: '' };
    if (step === 'added') return { kind: 'changed', removed: '', added: y[j++] ?? '' };
    j++;
    return { kind: 'same', text: x[i++] ?? '' };
  });
}

/** Joins neighbours, and differences with too little between them. */
function readable(parts: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const part of [...parts.reduce(join, [])]) {
    const last = joined.at(-1);
    const beforeLast = joined.at(-2);
    const isBetween = last?.kind === 'same' && [...last.text].length < LEAST_SAME && beforeLast?.kind === 'changed';
    if (part.kind === 'changed' && isBetween) {
      joined.splice(-2, 2, {
        kind: 'changed',
        removed: beforeLast.removed + last.text + part.removed,
        added: beforeLast.added + last.text + part.added,
      });
    } else joined.push(part);
  }
  return joined;
}

function join(joined: Stretch[], part: Stretch): Stretch[] {
  const last = joined.at(-1);
  if (part.kind === 'same') {
    if (last?.kind === 'same') joined[joined.length - 1] = { kind: 'same', text: last.text + part.text };
    else if (part.text !== '') joined.push(part);
  } else if (last?.kind === 'changed')
    joined[joined.length - 1] = {
      kind: 'changed',
      removed: last.removed + part.removed,
      added: last.added + part.added,
    };
  else joined.push(part);
  return joined;
}

/** Myers' greedy walk: the fewest steps from one text to the other; all of one, then all of the other, where there are many. */
function shortestWay(x: readonly string[], y: readonly string[]): readonly Step[] {
  const most = Math.min(x.length + y.length, MOST_DIFFERENCES);
  const offset = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    trace.push(reach.slice());
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reach[offset + k - 1] ?? 0) < (reach[offset + k + 1] ?? 0));
      let i = down ? (reach[offset + k + 1] ?? 0) : (reach[offset + k - 1] ?? 0) + 1;
      while (i < x.length && i - k < y.length && x[i] === y[i - k]) i++;
      reach[offset + k] = i;
      if (i >= x.length && i - k >= y.length) return walkBack(trace, offset, x.length, y.length);
    }
  }
  return [...x.map((): Step => 'removed'), ...y.map((): Step => 'added')];
}

function walkBack(trace: readonly Int32Array[], offset: number, endX: number, endY: number): readonly Step[] {
  const steps: Step[] = [];
  let [i, j] = [endX, endY];
  for (let d = trace.length - 1; d >= 0; d--) {
    const reach = trace[d] ?? new Int32Array();
    const k = i - j;
    const down = k === -d || (k !== d && (reach[offset + k - 1] ?? 0) < (reach[offset + k + 1] ?? 0));
    const fromX = down ? (reach[offset + k + 1] ?? 0) : (reach[offset + k - 1] ?? 0);
    const fromY = fromX - (down ? k + 1 : k - 1);
    while (i > Math.max(0, fromX) && j > Math.max(0, fromY)) {
      steps.push('same');
      i--;
      j--;
    }
    if (d === 0) break;
    steps.push(down ? 'added' : 'removed');
    [i, j] = [fromX, fromY];
  }
  return steps.reverse();
}
