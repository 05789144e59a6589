/** Punctuation (`P`) and symbols (`S`) as Unicode has them. */
const PUNCTUATION = /^\p{P}$/u;
const SIGN = /^[\p{P}\p{S}]$/u;

/** The text without punctuation. */
export function withoutPunctuation(text: string): string {
  return without(text, PUNCTUATION);
}

/** The text without punctuation and symbols. */
export function withoutSigns(text: string): string {
  return without(text, SIGN);
}

/** The pattern is asked about what is neither a common ideograph nor a digit or letter of ASCII: one character in ten. */
function without(text: string, sign: RegExp): string {
  let kept = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isWordCharacter(code)) continue;
    const character =
      code >= 0xd800 && code <= 0xdbff ? String.fromCodePoint(text.codePointAt(i) ?? code) : text.charAt(i);
    if (sign.test(character)) {
      kept += text.slice(from, i);
      from = i + character.length;
    }
    i += character.length - 1;
  }
  return from === 0 ? text : kept + text.slice(from);
}

function isWordCharacter(code: number): boolean {
  if (code >= 0x4e00) return code <= 0x9fff;
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
