import {
  CodeActionKind,
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DraftProvider } from './draft-provider.ts';
import { codeActions, FIX_ALL } from './features/code-actions.ts';
import { pushDiagnostics } from './features/diagnostics.ts';
import { hover } from './features/hover.ts';
import { Session } from './session.ts';

export interface ServerInfo {
  readonly version: string;
}

/** Wires the features to a connection and starts to listen. The map of the server: one line a feature. */
export function startServer(connection: Connection, drafts: DraftProvider, { version }: ServerInfo): void {
  const documents = new TextDocuments(TextDocument);
  const session = new Session(documents, drafts, (line) => connection.console.error(line));

  connection.onInitialize(({ locale }): InitializeResult => {
    session.locale = locale === undefined || locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
    return {
      serverInfo: { name: 'bizenv-server', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        hoverProvider: true,
      },
    };
  });

  const diagnostics = pushDiagnostics(connection, session);
  connection.onCodeAction((params) => codeActions(session, params));
  connection.onHover(({ textDocument, position }) => hover(session, textDocument.uri, position));
  connection.onDidChangeWatchedFiles(() => {
    session.forgetAll();
    diagnostics.refresh();
  });
  connection.onShutdown(() => diagnostics.dispose());

  documents.listen(connection);
  connection.listen();
}
