import { type BaseLanguageClient, State } from 'vscode-languageclient';

/**
 * Asks the server; undefined when it has no answer: it is not running, or the text has changed meanwhile, in which case a
 * judgement of the newer text follows and asks again.
 */
export async function ask<Result>(
  client: BaseLanguageClient,
  method: string,
  params: object,
): Promise<Result | undefined> {
  if (client.state !== State.Running) return undefined;
  try {
    return (await client.sendRequest<Result | null>(method, params)) ?? undefined;
  } catch (error) {
    client.debug(`${method}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
