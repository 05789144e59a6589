import { nameForm } from '../text/normal-form.ts';
import type { Span } from '../text/span.ts';

/** Longer texts are not taken apart; longer pieces are no names. */
const LONGEST_TEXT = 240;
const LONGEST_PIECE = 36;

/**
 * The pieces that a run-together text consists of, as ranges of it: those that cost least together, the earlier ones as
 * long as possible. Undefined when there are not at least two.
 * `costOf` gets a text in name form and says what it costs to take it for a name (about 1), undefined when it is none;
 * `first` is true for the piece at the beginning.
 */
export function splitNames(
  text: string,
  costOf: (piece: string, first: boolean) => number | undefined,
): readonly Span[] | undefined {
  const characters = charactersOf(text);
  const length = characters.length;
  if (length < 4 || length > LONGEST_TEXT) return undefined;
  const joined = characters.map((character) => character.form).join('');
  if (joined.length !== length) return undefined;

  const least = new Array<number>(length + 1).fill(Number.POSITIVE_INFINITY);
  const next = new Array<number>(length + 1).fill(length);
  least[length] = 0;
  for (let from = length - 2; from >= 0; from--)
    for (let to = from + 2; to <= Math.min(length, from + LONGEST_PIECE); to++) {
      const rest = least[to] ?? Number.POSITIVE_INFINITY;
      if (rest === Number.POSITIVE_INFINITY || (from === 0 && to === length)) continue;
      const cost = costOf(joined.slice(from, to), from === 0);
      if (cost === undefined || cost + rest > (least[from] ?? 0)) continue;
      least[from] = cost + rest;
      next[from] = to;
    }
  if (least[0] === Number.POSITIVE_INFINITY) return undefined;

  const spans: Span[] = [];
  for (let at = 0; at < length; at = next[at] ?? length) {
    const start = characters[at]?.start ?? 0;
    const end = characters[(next[at] ?? length) - 1]?.end ?? text.length;
    spans.push({ start, end });
  }
  return spans.length < 2 ? undefined : spans;
}

/** Each character in name form, with its range of the text; white space is left out. */
function charactersOf(text: string): { readonly form: string; readonly start: number; readonly end: number }[] {
  const characters: { form: string; start: number; end: number }[] = [];
  let at = 0;
  for (const character of text) {
    const form = nameForm(character);
    const end = at + character.length;
    if (form !== '') characters.push({ form, start: at, end });
    at = end;
  }
  return characters;
}
