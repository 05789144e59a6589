import { differences } from './differences.ts';
import { normalForm } from './normal-form.ts';
import type { Span } from './span.ts';

/** Texts that differ in more characters than this are two texts, not two versions of one. */
const MOST_CHANGED = 400;
/** Fewer equal characters between two differences are chance: the difference goes on. */
const SHORTEST_EQUAL = 2;
/** Longer texts are not compared. */
const LONGEST = 6000;

/**
 * The stretches of each text that the other says otherwise, as indices into it. Forms and white space (`，` and `,`) are no
 * difference. Undefined where the texts are too long or too different for a comparison to help.
 */
export function markedDifferences(
  a: string,
  b: string,
): { readonly a: readonly Span[]; readonly b: readonly Span[] } | undefined {
  if (a.length > LONGEST || b.length > LONGEST) return undefined;
  const [left, right] = [characters(a), characters(b)];
  const hunks = differences(
    left.map(({ form }) => form),
    right.map(({ form }) => form),
    MOST_CHANGED,
  );
  const joined: { aStart: number; aEnd: number; bStart: number; bEnd: number }[] = [];
  for (const hunk of hunks) {
    const last = joined.at(-1);
    if (last !== undefined && hunk.aStart - last.aEnd < SHORTEST_EQUAL) {
      last.aEnd = hunk.aEnd;
      last.bEnd = hunk.bEnd;
    } else joined.push({ ...hunk });
  }
  return {
    a: joined.flatMap(({ aStart, aEnd }) => spanOf(left, aStart, aEnd)),
    b: joined.flatMap(({ bStart, bEnd }) => spanOf(right, bStart, bEnd)),
  };
}

interface Character extends Span {
  readonly form: string;
}

function characters(text: string): readonly Character[] {
  const found: Character[] = [];
  let start = 0;
  for (const character of text) {
    const form = normalForm(character);
    const end = start + character.length;
    const last = found.at(-1);
    // A number differs as a whole: 100 and 10 do not differ in a 0.
    if (last?.end === start && isNumber(form) && isNumber(last.form))
      found[found.length - 1] = { form: last.form + form, start: last.start, end };
    else if (form !== '') found.push({ form, start, end });
    start = end;
  }
  return found;
}

function isNumber(form: string): boolean {
  return /^[0-9]+$/.test(form);
}

function spanOf(text: readonly Character[], from: number, to: number): readonly Span[] {
  const [first, last] = [text[from], text[to - 1]];
  return from < to && first !== undefined && last !== undefined ? [{ start: first.start, end: last.end }] : [];
}
