import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** The text has changed since the question was asked: the answer would be wrong, and a new question is on its way. */
export class Outdated extends Error {
  constructor() {
    super('the text has changed meanwhile');
    this.name = 'Outdated';
  }
}

/** Something that the user is told in place of an answer: a name that cannot be taken, a place that cannot be renamed. */
export class Refusal extends Error {}

export type Handler<Params, Result> = (params: Params, token: CancellationToken) => Promise<Result> | Result;
export type GuardedHandler<Params, Result> = (
  params: Params,
  token: CancellationToken,
) => Promise<Result | ResponseError<never>>;

/**
 * Every request goes through here. Three outcomes: a value; cancelled, by the client or by a newer edit; failed, which
 * gives the harmless answer and a line in the log. No request takes the server down.
 */
export type Guard = <Params, Result>(
  name: string,
  harmless: Result,
  work: Handler<Params, Result>,
) => GuardedHandler<Params, Result>;

/** @param log takes a line for the output channel. */
export function makeGuard(log: (line: string) => void): Guard {
  return (name, harmless, work) => async (params, token) => {
    try {
      // What came in together with the question, its own cancellation too, is heard first.
      await nextTurn();
      if (token.isCancellationRequested) return cancelled();
      const result = await work(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      if (token.isCancellationRequested) return cancelled();
      if (error instanceof Outdated) return new ResponseError(LSPErrorCodes.ContentModified, error.message);
      if (error instanceof Refusal) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
      log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return harmless;
    }
  };
}

/** Lets messages that wait be read before heavy work goes on. */
export function nextTurn(): Promise<void> {
  // A timer takes a millisecond at least.
  return new Promise((resolve) =>
    typeof setImmediate === 'function' ? setImmediate(resolve) : setTimeout(resolve, 0),
  );
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
