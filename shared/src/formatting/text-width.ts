import stringWidth from 'string-width';

/** Finding the characters that belong together costs the square of a text's length: it is done by pieces, this long. */
const PIECE = 256;

/**
 * How many columns a text takes in a typeface of fixed width, a Chinese character counting two. The cost grows with the
 * length.
 */
export function textWidth(text: string): number {
  if (text.length <= 2 * PIECE) return stringWidth(text);
  let width = 0;
  for (let from = 0; from < text.length; ) {
    const to = pieceEnd(text, from + PIECE);
    width += stringWidth(text.slice(from, to));
    from = to;
  }
  return width;
}

/** Where a character begins that joins no other before it, if one does nearby; never inside a surrogate pair. */
function pieceEnd(text: string, from: number): number {
  for (let at = from; at < from + PIECE; at++) if (at >= text.length || standsAlone(text.charCodeAt(at))) return at;
  const isPair = (text.codePointAt(from + PIECE - 1) ?? 0) > 0xffff;
  return from + PIECE + (isPair ? 1 : 0);
}

/** ASCII, Chinese punctuation and Chinese characters. */
function standsAlone(code: number): boolean {
  return (code >= 0x20 && code < 0x7f) || (code >= 0x3001 && code <= 0x3029) || (code >= 0x4e00 && code <= 0x9fff);
}
