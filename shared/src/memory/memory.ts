import { detached } from '../text/detached.ts';

interface Entry {
  readonly value: unknown;
  /** The run that asked for it last. */
  run: number;
}

/** What nobody asked for in so many runs may go: undo brings back what was there some edits ago. */
const RUNS_KEPT = 16;
/** Fewer new entries than this are no reason to look for old ones. */
const FEW = 2_000;

/**
 * What was worked out of texts before, so that of a draft that is being typed only what changed is worked out again.
 *
 * Every result is kept by all that it was made from: the kind of work, the text, and the basis that `begin` names. It holds
 * no place of the draft, so that it is the same wherever its text stands. A result with a memory is therefore the result
 * without one, and a memory may be forgotten at any time.
 */
export class Memory {
  readonly #shelves = new Map<string, Map<string, Entry>>();
  readonly #kept = new Map<string, unknown>();
  #basis: readonly unknown[] = [];
  #run = 0;
  #size = 0;
  #sizeAtSweep = 0;

  /** How many results are kept. */
  get size(): number {
    return this.#size;
  }

  /** A new version of the draft is looked at. All is forgotten where the basis (directory, year, …) is not the last one. */
  begin(...basis: readonly unknown[]): void {
    this.#run++;
    if (basis.length !== this.#basis.length || basis.some((value, index) => value !== this.#basis[index])) {
      this.#shelves.clear();
      this.#kept.clear();
      this.#size = this.#sizeAtSweep = 0;
      this.#basis = basis;
    } else if (this.#size > 1.5 * this.#sizeAtSweep + FEW) this.#sweep();
  }

  /**
   * The result of a kind of work on a text, from memory or anew. `work` must depend on nothing but the text it is given, the
   * kind and the basis. It is given a copy, so that nothing it keeps holds the whole draft in memory.
   */
  recall<Result>(kind: string, text: string, work: (text: string) => Result): Result {
    const shelf = this.#shelf(kind);
    const entry = shelf.get(text);
    if (entry !== undefined) {
      entry.run = this.#run;
      return entry.value as Result;
    }
    const own = detached(text);
    const value = work(own);
    shelf.set(own, { value, run: this.#run });
    this.#size++;
    return value;
  }

  /** Something that is brought up to date with each version, by what it is for. Made when first asked for. */
  keep<Kept>(purpose: string, make: () => Kept): Kept {
    const known = this.#kept.get(purpose);
    if (known !== undefined) return known as Kept;
    const made = make();
    this.#kept.set(purpose, made);
    return made;
  }

  /** Forgets one result, so that it is worked out anew. */
  forget(kind: string, text: string): void {
    if (this.#shelf(kind).delete(text)) this.#size--;
  }

  #shelf(kind: string): Map<string, Entry> {
    let shelf = this.#shelves.get(kind);
    if (shelf === undefined) {
      shelf = new Map();
      this.#shelves.set(kind, shelf);
    }
    return shelf;
  }

  #sweep(): void {
    this.#size = 0;
    for (const shelf of this.#shelves.values()) {
      for (const [text, entry] of shelf) if (entry.run < this.#run - RUNS_KEPT) shelf.delete(text);
      this.#size += shelf.size;
    }
    this.#sizeAtSweep = this.#size;
  }
}

/** `work` on a text; from memory, where there is one. */
export function recall<Result>(
  memory: Memory | undefined,
  kind: string,
  text: string,
  work: (text: string) => Result,
): Result {
  return memory === undefined ? work(text) : memory.recall(kind, text, work);
}
