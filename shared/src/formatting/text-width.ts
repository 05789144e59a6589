/** Characters that a Chinese typeface prints two columns wide: East Asian wide and full-width ones, and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** Characters that take no room: marks on other characters, controls, characters without width. */
const NONE = /[\p{Mn}\p{Me}\p{Cc}\p{Cf}]/u;

/** How many columns a text takes in a typeface of fixed width, a Chinese character counting two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code >= 0x20 && code < 0x7f) width++;
    else if (code >= 0x4e00 && code <= 0x9fff) width += 2;
    else if (WIDE.test(character)) width += 2;
    else if (!NONE.test(character)) width++;
  }
  return width;
}
