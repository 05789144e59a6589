import {
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientOptions } from '#shared/protocol.ts';
import { ClosedDrafts } from './closed-drafts.ts';
import type { DraftProvider, Workspace } from './drafts/draft-provider.ts';
import type { Feature } from './feature.ts';
import { changes } from './features/changes.ts';
import { checkDrafts } from './features/check-drafts.ts';
import { codeActions } from './features/code-actions.ts';
import { codeLens } from './features/code-lens.ts';
import { compare } from './features/compare.ts';
import { completion } from './features/completion.ts';
import { pullDiagnostics } from './features/diagnostics-pull.ts';
import { pushDiagnostics } from './features/diagnostics-push.ts';
import { draft } from './features/draft.ts';
import { folding } from './features/folding.ts';
import { formatting } from './features/formatting.ts';
import { hover } from './features/hover.ts';
import { inlayHints } from './features/inlay-hints.ts';
import { longTexts } from './features/long-texts.ts';
import { navigation } from './features/navigation.ts';
import { pairView } from './features/pair-view.ts';
import { refresh } from './features/refresh.ts';
import { rename } from './features/rename.ts';
import { restructure } from './features/restructure.ts';
import { semanticTokens } from './features/semantic-tokens.ts';
import { symbols } from './features/symbols.ts';
import { taskView } from './features/task-view.ts';
import { makeGuard } from './guard.ts';
import { Session } from './session.ts';
import { SettingsStore } from './settings.ts';

/** The map of the server: one line a feature. */
const features: readonly Feature[] = [
  changes,
  longTexts,
  pullDiagnostics,
  pushDiagnostics,
  codeActions,
  hover,
  completion,
  navigation,
  symbols,
  folding,
  rename,
  restructure,
  formatting,
  codeLens,
  inlayHints,
  semanticTokens,
  refresh,
  taskView,
  pairView,
  compare,
  draft,
  checkDrafts,
];

export interface ServerInfo {
  readonly version: string;
}

/** Wires the features to a connection and starts to listen. */
export function startServer(connection: Connection, drafts: DraftProvider, { version }: ServerInfo): void {
  const log = (line: string) => connection.console.error(line);
  const documents = new TextDocuments(TextDocument);
  const settings = new SettingsStore(connection);
  const session = new Session(documents, drafts, settings, log);
  const closed = new ClosedDrafts(session, drafts, log);
  let client: ClientCapabilities = {};
  let isTold = false;
  let workspace: Workspace = { folders: [], trusted: true };
  const setWorkspace = (next: Workspace) => {
    workspace = next;
    drafts.setWorkspace(next);
  };

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    session.locale = params.locale === undefined || params.locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
    settings.setUp(client.workspace?.configuration === true);
    const { trusted, directories, hearsJudgements } = clientOptions(params);
    isTold = hearsJudgements === true;
    setWorkspace({
      folders: foldersOf(params),
      trusted: trusted !== false,
      ...(Array.isArray(directories) ? { directories } : {}),
    });
    return {
      serverInfo: { name: 'bizenv-server', version },
      capabilities: Object.assign(
        { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true } },
        ...features.map((feature) => feature.capabilities?.(params) ?? {}),
      ),
    };
  });
  const guard = makeGuard(log);
  for (const feature of features)
    feature.start({
      connection,
      session,
      closed,
      settings,
      drafts,
      guard,
      client: () => client,
      hearsJudgements: () => isTold,
      workspace: () => workspace,
      setWorkspace(next) {
        setWorkspace(next);
        session.forgetAll();
      },
    });

  documents.listen(connection);
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const folders = (workspaceFolders ?? []).map(({ uri }) => uri);
  return folders.length === 0 && typeof rootUri === 'string' ? [rootUri] : folders;
}

/** `initializationOptions` of clients that are not ours may hold anything. */
function clientOptions({ initializationOptions }: InitializeParams): ClientOptions {
  return typeof initializationOptions === 'object' && initializationOptions !== null ? initializationOptions : {};
}
