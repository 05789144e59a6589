/** A stretch between an opening and a closing mark: `at` to `end` with the marks, `from` to `to` without. */
export interface Enclosure {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** No title and no quoted name is longer; a mark that lost its partner must not swallow half a page. */
const LONGEST = 200;

/** The outermost 《…》 of a text, in order. A mark without its partner encloses nothing. */
export function titles(text: string): readonly Enclosure[] {
  return outermost(text, '《', '》');
}

/** The outermost “…”, 「…」 and "…" of a text, in order. */
export function quotations(text: string): readonly Enclosure[] {
  const found = [...outermost(text, '“', '”'), ...outermost(text, '「', '」'), ...straightQuotations(text)];
  return found.length < 2 ? found : withoutNested(found.sort((a, b) => a.at - b.at || b.end - a.end));
}

function outermost(text: string, opening: string, closing: string): readonly Enclosure[] {
  const found: Enclosure[] = [];
  const open: number[] = [];
  const [opens, closes] = [opening.charCodeAt(0), closing.charCodeAt(0)];
  const first = text.indexOf(opening);
  for (let i = first === -1 ? text.length : first; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === opens) open.push(i);
    else if (code === closes) {
      const at = open.pop();
      if (at !== undefined && i - at <= LONGEST) found.push({ at, from: at + 1, to: i, end: i + 1 });
    }
  }
  return found.length < 2 ? found : withoutNested(found.sort((a, b) => a.at - b.at));
}

/** Straight marks open and close alike: the first opens, the second closes. */
function straightQuotations(text: string): readonly Enclosure[] {
  const found: Enclosure[] = [];
  let at = text.indexOf('"');
  while (at !== -1) {
    const to = text.indexOf('"', at + 1);
    if (to === -1) break;
    if (to - at <= LONGEST) found.push({ at, from: at + 1, to, end: to + 1 });
    at = text.indexOf('"', to + 1);
  }
  return found;
}

function withoutNested(sorted: readonly Enclosure[]): Enclosure[] {
  const kept: Enclosure[] = [];
  let end = 0;
  for (const enclosure of sorted) {
    if (enclosure.at < end) continue;
    kept.push(enclosure);
    end = enclosure.end;
  }
  return kept;
}
