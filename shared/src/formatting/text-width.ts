import stringWidth from 'string-width';

/** Finding the characters that belong together costs the square of a text's length: it is done by pieces, this long. */
const PIECE = 256;

/** Characters that join none before them: ASCII, Chinese punctuation and characters, full-width forms. */
const USUAL = '\\x20-\\x7e\\u3001-\\u3029\\u4e00-\\u9fff\\uff01-\\uff60';

/** Usual characters that nothing unusual follows, which might join the last of them. */
const usualStretch = new RegExp(`[${USUAL}]+(?![^${USUAL}])`, 'g');

/** What begins a terminal's commands, which the library leaves out: their texts are for the library alone. */
const COMMANDS = ['\u001b', '\u009b'];

/**
 * How many columns a text takes in a typeface of fixed width, a Chinese character counting two. The cost grows with the
 * length.
 */
export function textWidth(text: string): number {
  if (COMMANDS.some((sign) => text.includes(sign))) return widthByLibrary(text);
  let width = 0;
  let from = 0;
  for (const { 0: stretch, index } of text.matchAll(usualStretch)) {
    width += widthByLibrary(text.slice(from, index)) + widthOfUsual(stretch);
    from = index + stretch.length;
  }
  return width + widthByLibrary(text.slice(from));
}

function widthOfUsual(text: string): number {
  let width = text.length;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7e) width++;
  return width;
}

function widthByLibrary(text: string): number {
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
