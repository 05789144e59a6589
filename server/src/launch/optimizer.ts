/**
 * V8's optimizing compiler pays from so many characters of text on: for one pair of a city's drafts it takes a quarter of
 * the whole run, for three it has earned it.
 */
const PAYS_FROM = 100_000;

/** Lets V8's optimizing compiler rest where it would compile what the run never calls again. */
export class Optimizer {
  readonly #isOurs: boolean;
  #judged = 0;
  #setFlags: ((flags: string) => void) | undefined;

  /** @param args that Node was started with: flags about compiling are somebody's own choice, and stay. */
  constructor(args: readonly string[], { NODE_OPTIONS = '' }: NodeJS.ProcessEnv) {
    this.#isOurs = !/opt|turbofan|jit|lite/.test([...args, NODE_OPTIONS].join(' '));
  }

  /** So many characters of text are going to be judged: the compiler rests until `wake`, or until they are enough. */
  async judges(characters: number): Promise<void> {
    this.#judged += characters;
    if (this.#judged > PAYS_FROM) this.wake();
    else if (this.#isOurs) {
      // It takes 3 ms to load, which a run that judges nothing need not spend.
      this.#setFlags = (await import('node:v8')).setFlagsFromString;
      this.#setFlags('--no-opt');
    }
  }

  /** The flags are what they were: V8 refuses code that was kept under others. */
  wake(): void {
    this.#setFlags?.('--opt');
    this.#setFlags = undefined;
  }
}

/** Of the running process. */
export const optimizer = new Optimizer(process.execArgv, process.env);
