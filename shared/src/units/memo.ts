/** Names longer than this are never known, so hostile texts cost nothing. */
export const LONGEST_NAME = 120;
/** Answers of one kind that are kept at hand; when there are more, all are forgotten. */
const MOST_ANSWERS = 20_000;

/** The answers to questions about names: the same few hundred names stand in a draft again and again. */
export class Memo<Answer> {
  readonly #answers = new Map<string, Answer>();

  /** Long texts are no names that come again, and are not kept. */
  of(name: string, find: (name: string) => Answer): Answer {
    if (name.length > LONGEST_NAME) return find(name);
    const known = this.#answers.get(name);
    if (known !== undefined || this.#answers.has(name)) return known as Answer;
    const own = copyOf(name);
    const answer = find(own);
    if (this.#answers.size >= MOST_ANSWERS) this.#answers.clear();
    this.#answers.set(own, answer);
    return answer;
  }
}

/** The same characters in memory of their own: a part of a long text keeps all of that text in memory. */
function copyOf(part: string): string {
  return ` ${part}`.slice(1);
}
