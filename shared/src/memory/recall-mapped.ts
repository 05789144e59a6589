import type { MappedText } from '../text/mapped-text.ts';
import type { Memory } from './memory.ts';

/** A result with the text that it was worked out from, at the place where that stood. */
interface Placed<Result> {
  readonly content: MappedText;
  readonly result: Result;
}

/**
 * The same as `recall` for a result that holds places: those of a text that stands elsewhere now are moved with it.
 * @param work must depend on nothing but the text, its places, the kind and the basis.
 * @param move The result with all its places moved on by an offset; never asked to move by 0.
 */
export function recallMapped<Result>(
  memory: Memory | undefined,
  kind: string,
  content: MappedText,
  work: (content: MappedText) => Result,
  move: (result: Result, offset: number) => Result,
): Result {
  if (memory === undefined) return work(content);
  const recallPlaced = () =>
    memory.recall(kind, content.text, (): Placed<Result> => {
      const own = content.detached();
      return { content: own, result: work(own) };
    });
  let known = recallPlaced();
  let offset = known.content.offsetOf(content);
  if (offset === undefined) {
    // The same words with other markup between them.
    memory.forget(kind, content.text);
    known = recallPlaced();
    offset = known.content.offsetOf(content) ?? 0;
  }
  return offset === 0 ? known.result : move(known.result, offset);
}
