/** What happened between two versions of a text: `start` to `end` of the old one was replaced by `length` code units. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** So many code units are compared at a time where nothing changed. */
const AT_ONCE = 2048;

/** The smallest single edit that makes one text of another; undefined where they are the same. */
export function editBetween(before: string, after: string): TextEdit | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + AT_ONCE <= shorter && before.slice(start, start + AT_ONCE) === after.slice(start, start + AT_ONCE))
    start += AT_ONCE;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start === before.length && start === after.length) return undefined;
  const rest = shorter - start;
  let tail = 0;
  const end = (text: string) => text.length - tail;
  while (
    tail + AT_ONCE <= rest &&
    before.slice(end(before) - AT_ONCE, end(before)) === after.slice(end(after) - AT_ONCE, end(after))
  )
    tail += AT_ONCE;
  while (tail < rest && before.charCodeAt(end(before) - 1) === after.charCodeAt(end(after) - 1)) tail++;
  return { start, end: end(before), length: end(after) - start };
}
