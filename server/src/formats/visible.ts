/**
 * Characters that a terminal would obey rather than show: control characters, marks that turn the direction of the
 * text, characters without width that hide differences or a whole text, halves of a surrogate pair.
 */
const unsafe =
  /[\p{Cc}\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\p{Cs}]|[\u{e0000}-\u{e007f}]/gu;

/**
 * The text so that a terminal shows it and nothing more: control characters as their pictures (␛), the others as `\u…`.
 * A tab becomes a space. Line feeds are kept where the text is one of several `lines`.
 */
export function visible(text: string, mode: 'line' | 'lines' = 'line'): string {
  return text.replace(unsafe, (character) => {
    if (character === '\n' && mode === 'lines') return character;
    if (character === '\t') return ' ';
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return '␡';
    return escaped(character);
  });
}

/** The same but for the line feed, which JSON has between its tokens only. */
const unsafeInJson = new RegExp(`(?!\\n)(?:${unsafe.source})`, 'gu');

/** JSON that is safe to print on a terminal: the same value, with every such character escaped. */
export function visibleJson(json: string): string {
  return json.replace(unsafeInJson, escaped);
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
