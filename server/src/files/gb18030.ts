/**
 * GB 18030, both ways. Node reads it and does not write it: what writes is the reader turned round, so the two agree
 * whatever edition of the standard this Node has.
 */

/** The text of the bytes; undefined where they are none in GB 18030. */
export function decodeGb18030(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes of a text; a half of a surrogate pair becomes a question mark. */
export function encodeGb18030(text: string): Buffer {
  forms ??= makeForms();
  const bytes = Buffer.allocUnsafe(text.length * 4);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    if (code > 0xffff) i++;
    const form = code > 0xffff ? fourBytes(ASTRAL + code - 0x10000) : (forms[code] ?? 0);
    if (form === 0) bytes[length++] = QUESTION_MARK;
    else if (form > 0xffff) length = bytes.writeUInt32BE(form, length);
    else length = bytes.writeUInt16BE(form, length);
  }
  return bytes.subarray(0, length);
}

const QUESTION_MARK = 0x3f;
const LINE_FEED = 0x0a;
/** The number of the four-byte form that stands for U+10000; up to it they stand for the rest of the basic plane. */
const ASTRAL = 189_000;
const BASIC = 39_420;

/** For each UTF-16 code unit its two or four bytes as one number; 0 where it has none. Made when first needed. */
let forms: Uint32Array | undefined;

function makeForms(): Uint32Array {
  const all = Array.from({ length: BASIC }, (_, index) => fourBytes(index));
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) all.push(lead * 0x100 + trail);
  const bytes = Buffer.alloc(all.length * 5);
  let length = 0;
  for (const form of all) {
    length = form > 0xffff ? bytes.writeUInt32BE(form, length) : bytes.writeUInt16BE(form, length);
    // A line each: what is no character takes none of its neighbours with it.
    bytes[length++] = LINE_FEED;
  }
  const made = new Uint32Array(0x10000);
  const lines = new TextDecoder('gb18030').decode(bytes.subarray(0, length)).split('\n');
  for (const [index, form] of all.entries()) {
    const character = lines[index] ?? '';
    const code = character.charCodeAt(0);
    if (character.length !== 1 || code === 0xfffd) continue;
    // Where a character has several, the shorter and the first: the others are left from older editions.
    const former = made[code] ?? 0;
    if (former === 0 || former > 0xffff) made[code] = form;
  }
  return made;
}

/** The four bytes with this number, counted from 81 30 81 30. */
function fourBytes(index: number): number {
  const fourth = index % 10;
  const third = Math.floor(index / 10) % 126;
  const second = Math.floor(index / 1260) % 10;
  const first = Math.floor(index / 12600);
  return (first + 0x81) * 0x1000000 + (second + 0x30) * 0x10000 + (third + 0x81) * 0x100 + fourth + 0x30;
}
