import { codeTokens, htmlTokens, type InlineToken } from './inline-token.ts';

/** Whatever could be markup at all. A text without any of these is read as it is. */
const MARKUP = /[\\`*_[<&~]/;

export function hasMarkup(text: string): boolean {
  return MARKUP.test(text);
}

const CANDIDATES = /\\[!-/:-@[-`{-~\n]|`+|\*+|_|\[|\]\(|<|&|~~/g;
/** A link whose words hold nothing but characters and code, and whose address is plain. Group 1 is all before the `]`. */
const SIMPLE_LINK = /(\[[^[\]\\<*_&~!]*)\]\([^()\s<>\\`]*\)/y;
const SIMPLE_TAG = /<(?:\/[a-z][a-z0-9-]*|[a-z][a-z0-9-]*(?: +[a-z][a-z-]*="[^"<>`]*")* *\/?)>/iy;
const ENTITY = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});/y;
const COMMON_ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

/** What stands at a place: the tokens it gives and where it ends. */
interface Piece {
  readonly end: number;
  readonly tokens: readonly InlineToken[];
}

/**
 * Reads the markup that these documents really hold: tags, comments, escapes, pairs of `**`, code spans and plain links.
 * Gives undefined where anything less plain could be meant (emphasis by one mark, nested links, rare entities): then the
 * Markdown parser must say. Where it answers, it answers as the parser does, a hundred times as fast.
 *
 * It differs from CommonMark in one point, on purpose: a `**` between Chinese punctuation and a character
 * (`**一、标题。**正文`) is strong, although CommonMark takes it for two asterisks. Nobody types asterisks there.
 */
export function readInlineTokens(text: string, inCell: boolean): InlineToken[] | undefined {
  return new Tokenizer(text, inCell).read();
}

class Tokenizer {
  readonly #text: string;
  readonly #inCell: boolean;
  readonly #tokens: InlineToken[] = [];
  /** Each `**`: where it stands, and which token is kept for it. */
  readonly #stars: { readonly at: number; readonly token: number }[] = [];
  #singleStars = 0;
  #underscores = 0;
  /** False once a `<!--` was found that nothing closes; so the end is looked for once. */
  #commentsClose = true;
  /** The `](…)` that closes the link being read. */
  #linkClose: { readonly at: number; readonly end: number } | undefined;
  #codeSpans: ReadonlyMap<number, number> | undefined;

  constructor(text: string, inCell: boolean) {
    this.#text = text;
    this.#inCell = inCell;
  }

  read(): InlineToken[] | undefined {
    const text = this.#text;
    let taken = 0;
    CANDIDATES.lastIndex = 0;
    for (let found = CANDIDATES.exec(text); found !== null; found = CANDIDATES.exec(text)) {
      const at = found.index;
      const piece = this.#pieceAt(at, found[0]);
      if (piece === 'unclear') return undefined;
      if (piece === 'characters') continue;
      if (taken < at) this.#tokens.push({ kind: 'text', from: taken, to: at });
      if (found[0] === '**') this.#stars.push({ at, token: this.#tokens.length });
      for (const token of piece.tokens) this.#tokens.push(token);
      taken = piece.end;
      CANDIDATES.lastIndex = piece.end;
    }
    if (taken < text.length) this.#tokens.push({ kind: 'text', from: taken, to: text.length });
    return this.#pairStars() ? this.#tokens : undefined;
  }

  #pieceAt(at: number, found: string): Piece | 'characters' | 'unclear' {
    const end = at + found.length;
    switch (found.charAt(0)) {
      case '\\': {
        // A backslash at a line's end is a hard break; the line feed behind it is read as any other.
        if (found === '\\\n') return { end: end - 1, tokens: [] };
        return { end, tokens: [{ kind: 'character', from: at, to: end, text: found.charAt(1) }] };
      }
      case '`': {
        this.#codeSpans ??= findCodeSpans(this.#text);
        const close = this.#codeSpans.get(at);
        // Code that begins inside a link's words and ends behind them makes no link.
        if (close !== undefined && this.#linkClose !== undefined && close > this.#linkClose.at) return 'unclear';
        if (close === undefined) return { end, tokens: [{ kind: 'text', from: at, to: end }] };
        return { end: close, tokens: codeTokens(this.#text, at, close, this.#inCell) };
      }
      case '*':
        if (found.length > 2) return 'unclear';
        if (found.length === 2) return { end, tokens: [{ kind: 'text', from: at, to: end }] };
        this.#singleStars++;
        return 'characters';
      case '_':
        this.#underscores++;
        return this.#underscores > 1 ? 'unclear' : 'characters';
      case '[':
        return this.#linkAt(at);
      case '&':
        return this.#entityAt(at);
      case '<':
        return this.#htmlAt(at);
      case ']':
        return this.#linkCloseAt(at);
      default:
        return 'unclear';
    }
  }

  /** The bracket that opens a link is dropped; what stands between it and `](…)` is read like all else. */
  #linkAt(at: number): Piece | 'characters' | 'unclear' {
    SIMPLE_LINK.lastIndex = at;
    const link = SIMPLE_LINK.exec(this.#text);
    if (link === null) return 'characters';
    if (this.#text.charAt(at - 1) === '!') return 'unclear';
    this.#linkClose = { at: at + (link[1]?.length ?? 0), end: at + link[0].length };
    return { end: at + 1, tokens: [] };
  }

  #linkCloseAt(at: number): Piece | 'unclear' {
    const close = this.#linkClose;
    this.#linkClose = undefined;
    return close?.at === at ? { end: close.end, tokens: [] } : 'unclear';
  }

  #entityAt(at: number): Piece | 'characters' | 'unclear' {
    ENTITY.lastIndex = at;
    const entity = ENTITY.exec(this.#text)?.[0];
    if (entity === undefined) return 'characters';
    const character = COMMON_ENTITIES[entity];
    if (character === undefined) return 'unclear';
    const end = at + entity.length;
    return { end, tokens: [{ kind: 'character', from: at, to: end, text: character }] };
  }

  #htmlAt(at: number): Piece | 'characters' | 'unclear' {
    const text = this.#text;
    if (text.startsWith('<!--', at)) {
      const close = this.#commentsClose ? text.indexOf('-->', at + 2) : -1;
      this.#commentsClose = close !== -1;
      return close === -1 ? 'characters' : { end: close + 3, tokens: htmlTokens(text.slice(at, close + 3), at) };
    }
    SIMPLE_TAG.lastIndex = at;
    const tag = SIMPLE_TAG.exec(text)?.[0];
    if (tag !== undefined) return { end: at + tag.length, tokens: htmlTokens(tag, at) };
    return /[A-Za-z/!?]/.test(text.charAt(at + 1)) ? 'unclear' : 'characters';
  }

  /** Makes strong tokens of the `**`, two by two. False where they do not simply open and close in turn. */
  #pairStars(): boolean {
    const stars = this.#stars;
    if (this.#singleStars + stars.length <= 1) return true;
    if (this.#singleStars > 0 || stars.length % 2 === 1) return false;
    for (const [i, { at }] of stars.entries()) {
      const inner = i % 2 === 0 ? this.#text.charAt(at + 2) : this.#text.charAt(at - 1);
      if (inner.trim() === '' || (i % 2 === 1 && stars[i - 1]?.at === at - 2)) return false;
    }
    for (const [i, { token }] of stars.entries()) this.#tokens[token] = { kind: 'strong', opens: i % 2 === 0 };
    return true;
  }
}

/**
 * Where each code span ends that begins with a run of backticks: behind the next run of the same length. A run whose first
 * backtick is escaped begins one at its second, but closes one as it stands: inside code nothing is escaped.
 */
function findCodeSpans(text: string): ReadonlyMap<number, number> {
  const runs = Array.from(text.matchAll(/`+/g), (run) => ({ at: run.index, length: run[0].length }));
  const spans = new Map<number, number>();
  const next = new Map<number, number>();
  for (const { at, length } of runs.reverse()) {
    const close = next.get(length);
    if (close !== undefined) spans.set(at, close + length);
    const closeOfRest = text.charAt(at - 1) === '\\' ? next.get(length - 1) : undefined;
    if (closeOfRest !== undefined) spans.set(at + 1, closeOfRest + length - 1);
    next.set(length, at);
  }
  return spans;
}
