/** The clauses of a sentence, without the punctuation between them. */
export function clausesOf(text: string): readonly string[] {
  return text
    .replace(/\s+/g, '')
    .split(/[，。；：,;:]/)
    .filter((clause) => clause !== '');
}
