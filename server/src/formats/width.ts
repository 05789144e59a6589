/** How many columns of a terminal a text takes. */
export type WidthOf = (text: string) => number;

/** Characters one column wide: [first, last]. */
const narrow: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa1, 0xac],
  [0xae, 0x2ff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2190, 0x2319],
  [0x2400, 0x2426],
  [0x2460, 0x25fc],
];

const FIRST_WIDE = 0x2e80;

/** Characters two columns wide. */
const wide: readonly (readonly [number, number])[] = [
  [FIRST_WIDE, 0x2e99],
  [0x3000, 0x3029],
  [0x3030, 0x303d],
  [0x3041, 0x3096],
  [0x309b, 0x30ff],
  [0x3220, 0x3247],
  [0x3250, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa48c],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
];

/** The width of one UTF-16 code unit that official texts usually hold; undefined for all others. */
export function usualWidth(code: number): 1 | 2 | undefined {
  const text = String.fromCharCode(code);
  return code < 0x20 || unusual.test(text) ? undefined : widthOfUsual(text) === 2 ? 2 : 1;
}

/** The same for most of what such a text holds, found at once; 0 for all others. */
export function plainWidth(code: number): 0 | 1 | 2 {
  if (code >= 0x4e00) return code <= 0x9fff || (code >= 0xff01 && code <= 0xff60) ? 2 : 0;
  if (code >= 0x3000) return code <= 0x3029 ? 2 : 0;
  return code >= 0x20 && code <= 0x7e ? 1 : 0;
}

/** A character that is in neither list. Control characters never reach the terminal; their pictures do. */
const unusual = new RegExp(`[^\\0-\\x1f${[...narrow, ...wide].map(classOf).join('')}]`);

function classOf([first, last]: readonly [number, number]): string {
  const escaped = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`;
  return `${escaped(first)}-${escaped(last)}`;
}

/**
 * What measures these texts. Loading the library that knows every character takes longer than all the rest of a report,
 * so it is loaded for texts with unusual characters only.
 */
export async function measureFor(texts: readonly string[]): Promise<WidthOf> {
  if (!texts.some((text) => unusual.test(text))) return widthOfUsual;
  return (await import('#shared/formatting/text-width.ts')).textWidth;
}

/** The narrow ones all come before the wide ones. */
function widthOfUsual(text: string): number {
  let width = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= FIRST_WIDE) width++;
  return width;
}
