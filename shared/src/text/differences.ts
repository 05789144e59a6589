/** A stretch of one list that another has otherwise; indices, the ends exclusive. */
export interface Hunk {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

/**
 * What has to change in one list to make another of it, with as few changes as can be (Myers' greedy algorithm).
 * @param most Lists that differ in more items are not compared: all of them is one hunk. Time grows with its square.
 */
export function differences(a: readonly string[], b: readonly string[], most: number): readonly Hunk[] {
  if (a.length === 0 || b.length === 0) return whole(a, b);
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let d = 0; d <= Math.min(a.length + b.length, most); d++) {
    trace.push(new Map(furthest));
    for (let k = -d; k <= d; k += 2) {
      let x = step(furthest, k, d).x;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) return hunksOf(trace, a.length, b.length);
    }
  }
  return whole(a, b);
}

/** Where diagonal `k` begins in round `d`, and from which diagonal it comes. */
function step(
  furthest: ReadonlyMap<number, number>,
  k: number,
  d: number,
): { readonly x: number; readonly from: number } {
  const left = furthest.get(k - 1) ?? -1;
  const right = furthest.get(k + 1) ?? -1;
  return k === -d || (k !== d && left < right) ? { x: right, from: k + 1 } : { x: left + 1, from: k - 1 };
}

function hunksOf(trace: readonly ReadonlyMap<number, number>[], aLength: number, bLength: number): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let x = aLength;
  let y = bLength;
  for (let d = trace.length - 1; d > 0; d--) {
    const furthest = trace[d] ?? new Map<number, number>();
    const { x: begin, from } = step(furthest, x - y, d);
    const endY = begin - (x - y);
    const previousX = furthest.get(from) ?? 0;
    const previousY = previousX - from;
    const last = hunks.at(-1);
    if (last !== undefined && last.aStart === begin && last.bStart === endY)
      hunks[hunks.length - 1] = { ...last, aStart: previousX, bStart: previousY };
    else hunks.push({ aStart: previousX, aEnd: begin, bStart: previousY, bEnd: endY });
    x = previousX;
    y = previousY;
  }
  return hunks.reverse();
}

function whole(a: readonly string[], b: readonly string[]): readonly Hunk[] {
  return [{ aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length }];
}
