/**
 * V8's optimizing compiler pays from so many characters of text on: for one pair of a city's drafts it takes a quarter of
 * the whole run, for three it has earned it.
 */
const PAYS_FROM = 100_000;

/** Lets V8's optimizing compiler rest where it would compile what the run never calls again. */
export class Optimizer {
  readonly #isOurs: boolean;
  #judged = 0;

  /** @param args that Node was started with: flags about compiling are somebody's own choice, and stay. */
  constructor(args: readonly string[], { NODE_OPTIONS = '' }: NodeJS.ProcessEnv) {
    this.#isOurs = !/opt|turbofan|jit|lite/.test([...args, NODE_OPTIONS].join(' '));
  }

  /**
   * Does the work, with the compiler or without. Afterwards the flags are what they were: V8 refuses code that was kept
   * under others.
   * @param characters how many of text the work judges.
   */
  async judging<Result>(characters: number, work: () => Promise<Result>): Promise<Result> {
    this.#judged += characters;
    if (!this.#isOurs || this.#judged > PAYS_FROM) return await work();
    // It takes 2 ms to load, which a run that judges nothing need not spend.
    const { setFlagsFromString } = await import('node:v8');
    setFlagsFromString('--no-opt');
    try {
      return await work();
    } finally {
      setFlagsFromString('--opt');
    }
  }
}

/** Of the running process. */
export const optimizer = new Optimizer(process.execArgv, process.env);
