/** What the characters of a text mean, in order. Ranges are indices of the text. */
export type InlineToken =
  /** Characters that are read as they are. */
  | { readonly kind: 'text'; readonly from: number; readonly to: number }
  /** An escape or an entity: it stands for `text`. */
  | { readonly kind: 'character'; readonly from: number; readonly to: number; readonly text: string }
  /** `<br>`. */
  | { readonly kind: 'break'; readonly from: number; readonly to: number }
  | { readonly kind: 'comment'; readonly from: number; readonly to: number }
  | { readonly kind: 'strong'; readonly opens: boolean };

const MEANT_TAG = /^<(\/?)(?:(br)|b|strong)(?:\s[^>]*)?\/?>$/i;

/** The tokens of an HTML tag or comment: `<br>`, `<b>` and `<strong>` mean something, other tags are dropped. */
export function htmlTokens(html: string, from: number): InlineToken[] {
  const to = from + html.length;
  if (html.startsWith('<!--')) return [{ kind: 'comment', from, to }];
  const tag = MEANT_TAG.exec(html);
  if (tag === null) return [];
  return tag[2] !== undefined ? [{ kind: 'break', from, to }] : [{ kind: 'strong', opens: tag[1] === '' }];
}

/**
 * The tokens of a code span, its backticks included: without these and without the one space that may pad the code on
 * both sides. In a cell a pipe is escaped even here.
 */
export function codeTokens(text: string, from: number, to: number, inCell: boolean): InlineToken[] {
  let ticks = 0;
  while (text.charAt(from + ticks) === '`') ticks++;
  let start = from + ticks;
  let end = to - ticks;
  const inner = text.slice(start, end);
  if (/^[ \n]/.test(inner) && /[ \n]$/.test(inner) && /[^ \n]/.test(inner)) {
    start++;
    end--;
  }
  const tokens: InlineToken[] = [];
  let taken = start;
  const code = inCell ? text.slice(start, end) : '';
  for (let at = code.indexOf('\\|'); at !== -1; at = code.indexOf('\\|', at + 2)) {
    if (taken < start + at) tokens.push({ kind: 'text', from: taken, to: start + at });
    tokens.push({ kind: 'character', from: start + at, to: start + at + 2, text: '|' });
    taken = start + at + 2;
  }
  if (taken < end) tokens.push({ kind: 'text', from: taken, to: end });
  return tokens;
}
