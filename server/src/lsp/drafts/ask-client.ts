import type { Connection } from 'vscode-languageserver';
import { READ_FILE, type ReadFileParams, type ReadFileResult } from '#shared/protocol.ts';

/** Reads a file through the client; undefined when it has none, or cannot be asked. */
export function askClient(connection: Connection): (uri: string) => Promise<string | undefined> {
  return async (uri) => {
    const params: ReadFileParams = { uri };
    try {
      const result = await connection.sendRequest<ReadFileResult | null>(READ_FILE, params);
      return result?.text ?? undefined;
    } catch {
      // A client that is not ours does not know the request.
      return undefined;
    }
  };
}
