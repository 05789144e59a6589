import { detached } from './detached.ts';
import type { Span } from './span.ts';

/**
 * One stretch of a mapped text. Where both lengths are equal the characters stand one to one in the source;
 * otherwise the whole stretch stands for the whole source range (`<br>` read as a line feed, `&amp;` as `&`).
 */
interface Run {
  /** Index of the stretch in the mapped text. */
  readonly at: number;
  readonly length: number;
  /** Offset of the stretch in the source. */
  readonly source: number;
  readonly sourceLength: number;
}

/**
 * A text read out of a source (markup dropped, lines and pages joined, forms normalised) that knows, for each of
 * its characters, where that character stands in the source. Indices and offsets are UTF-16 code units.
 */
export class MappedText {
  readonly text: string;
  /** Undefined where the whole text stands one to one at `#origin`: the usual case, and the lightest to keep. */
  readonly #runs: readonly Run[] | undefined;
  /** Where the text begins, or where an empty one stands. */
  readonly #origin: number;

  private constructor(text: string, runs: readonly Run[] | undefined, origin: number) {
    this.text = text;
    this.#runs = runs;
    this.#origin = origin;
  }

  /** The characters `start` to `end` of a source, as they are. */
  static verbatim(source: string, start: number, end: number): MappedText {
    return new MappedText(source.slice(start, end), undefined, start);
  }

  /** `text` in place of the source range `span`: `<br>` as a line feed, an entity as its character. */
  static replacing(text: string, span: Span): MappedText {
    const sourceLength = span.end - span.start;
    const oneToOne = text === '' || text.length === sourceLength;
    const runs = oneToOne ? undefined : [{ at: 0, length: text.length, source: span.start, sourceLength }];
    return new MappedText(text, runs, span.start);
  }

  static empty(offset: number): MappedText {
    return new MappedText('', undefined, offset);
  }

  /** The parts one after the other. The parts' source ranges must not go backwards. */
  static concat(parts: readonly MappedText[], originIfEmpty = 0): MappedText {
    const first = parts[0];
    if (first === undefined) return MappedText.empty(originIfEmpty);
    if (parts.length === 1) return first;
    const runs: OpenRun[] = [];
    let text = '';
    for (const part of parts) {
      if (part.text === '') continue;
      if (part.#runs === undefined) append(runs, text.length, part.text.length, part.#origin, part.text.length);
      else for (const run of part.#runs) append(runs, text.length + run.at, run.length, run.source, run.sourceLength);
      text += part.text;
    }
    return MappedText.#of(text, runs, first.#origin);
  }

  static #of(text: string, runs: readonly Run[], originIfEmpty: number): MappedText {
    const [first, second] = runs;
    if (first === undefined) return new MappedText(text, undefined, originIfEmpty);
    const oneToOne = second === undefined && first.length === first.sourceLength;
    return new MappedText(text, oneToOne ? undefined : runs, first.source);
  }

  get length(): number {
    return this.text.length;
  }

  /** The source range from the first to the last character; empty, at its place, for an empty text. */
  get span(): Span {
    return this.spanOf(0, this.text.length);
  }

  /** The source range of the characters `from` to `to` (exclusive). Markup between them is inside the range. */
  spanOf(from: number, to: number): Span {
    if (this.text === '') return { start: this.#origin, end: this.#origin };
    if (from >= to) {
      const at = from >= this.text.length ? this.#sourceEnd(this.text.length - 1) : this.#sourceStart(from);
      return { start: at, end: at };
    }
    return { start: this.#sourceStart(from), end: this.#sourceEnd(to - 1) };
  }

  slice(from: number, to: number = this.text.length): MappedText {
    const start = Math.max(0, from);
    const end = Math.min(this.text.length, to);
    if (start === 0 && end === this.text.length) return this;
    if (start >= end)
      return MappedText.empty(this.spanOf(Math.min(start, this.text.length), Math.min(start, this.text.length)).start);
    if (this.#runs === undefined) return new MappedText(this.text.slice(start, end), undefined, this.#origin + start);
    const runs: Run[] = [];
    for (let i = runIndex(this.#runs, start); i < this.#runs.length; i++) {
      const run = this.#runs[i] as Run;
      if (run.at >= end) break;
      const a = Math.max(run.at, start);
      const b = Math.min(run.at + run.length, end);
      const oneToOne = run.length === run.sourceLength;
      runs.push({
        at: a - start,
        length: b - a,
        source: oneToOne ? run.source + (a - run.at) : run.source,
        sourceLength: oneToOne ? b - a : run.sourceLength,
      });
    }
    return MappedText.#of(this.text.slice(start, end), runs, this.#origin);
  }

  /** The same text, standing `offset` code units further on (or back) in the source. */
  movedBy(offset: number): MappedText {
    if (offset === 0) return this;
    const runs = this.#runs?.map((run) => ({ ...run, source: run.source + offset }));
    return new MappedText(this.text, runs, this.#origin + offset);
  }

  /** How much further on in the source another text stands that is otherwise the same; undefined where it is not. */
  offsetOf(other: MappedText): number | undefined {
    if (this.text !== other.text) return undefined;
    const offset = other.#origin - this.#origin;
    if (this.#runs === other.#runs) return this.#runs === undefined ? offset : 0;
    if (this.#runs?.length !== other.#runs?.length) return undefined;
    const agree = this.#runs?.every((run, index) => {
      const twin = other.#runs?.[index];
      return twin !== undefined && isSameRun(run, twin, offset);
    });
    return agree ? offset : undefined;
  }

  /** The same, with a copy of the text that does not keep the source in memory. */
  detached(): MappedText {
    return new MappedText(detached(this.text), this.#runs, this.#origin);
  }

  /** Without white space (any Unicode white space) at both ends. */
  trim(): MappedText {
    const lead = this.text.length - this.text.trimStart().length;
    return this.slice(lead, Math.max(lead, this.text.trimEnd().length));
  }

  /** The same text with each character passed through `change`; a dropped character gives ''. */
  mapCharacters(change: (character: string) => string): MappedText {
    const parts: MappedText[] = [];
    let kept = 0;
    let i = 0;
    for (const character of this.text) {
      const changed = change(character);
      if (changed !== character) {
        if (kept < i) parts.push(this.slice(kept, i));
        if (changed !== '') parts.push(MappedText.replacing(changed, this.spanOf(i, i + character.length)));
        kept = i + character.length;
      }
      i += character.length;
    }
    if (kept === 0) return this;
    if (kept < this.text.length) parts.push(this.slice(kept));
    return MappedText.concat(parts, this.#origin);
  }

  #sourceStart(index: number): number {
    if (this.#runs === undefined) return this.#origin + index;
    const run = this.#runs[runIndex(this.#runs, index)] as Run;
    return run.length === run.sourceLength ? run.source + (index - run.at) : run.source;
  }

  #sourceEnd(index: number): number {
    if (this.#runs === undefined) return this.#origin + index + 1;
    const run = this.#runs[runIndex(this.#runs, index)] as Run;
    return run.length === run.sourceLength ? run.source + (index - run.at) + 1 : run.source + run.sourceLength;
  }
}

/** A run that may still grow. */
type OpenRun = { -readonly [Key in keyof Run]: Run[Key] };

/** Adds a run; one that goes on one to one from the last becomes part of it. */
function append(runs: OpenRun[], at: number, length: number, source: number, sourceLength: number): void {
  const last = runs[runs.length - 1];
  if (
    last !== undefined &&
    length === sourceLength &&
    last.length === last.sourceLength &&
    last.source + last.sourceLength === source
  ) {
    last.length += length;
    last.sourceLength += sourceLength;
  } else runs.push({ at, length, source, sourceLength });
}

function isSameRun(run: Run, twin: Run, offset: number): boolean {
  return (
    run.at === twin.at &&
    run.length === twin.length &&
    run.source + offset === twin.source &&
    run.sourceLength === twin.sourceLength
  );
}

/** Found by halving: slicing and asking for spans stay cheap in texts of many runs. */
function runIndex(runs: readonly Run[], index: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle] as Run).at <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
