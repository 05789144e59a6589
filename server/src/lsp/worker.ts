import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import {
  FIND_DRAFTS,
  type FindDraftsResult,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
} from '#shared/protocol.ts';
import { ClientDrafts, type ClientFiles } from './drafts/client-drafts.ts';
import { startServer } from './server.ts';
import { Gate } from './transport/gate.ts';

/** Put in by the bundler. */
declare const BIZENV_VERSION: string;
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const { reader, writer, messageStrategy } = new Gate(new BrowserMessageReader(self), new BrowserMessageWriter(self));
const connection = createConnection(ProposedFeatures.all, reader, writer, { messageStrategy });

const files: ClientFiles = {
  async read(uri) {
    const { text } = await connection.sendRequest<ReadFileResult>(READ_FILE, { uri } satisfies ReadFileParams);
    return text ?? undefined;
  },
  async find() {
    return (await connection.sendRequest<FindDraftsResult>(FIND_DRAFTS)).uris;
  },
};

const drafts = new ClientDrafts(files, (line) => connection.console.warn(line));
startServer(connection, drafts, { version: BIZENV_VERSION });
