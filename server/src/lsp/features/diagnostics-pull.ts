import {
  type ClientCapabilities,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Feature } from '../feature.ts';
import { Outdated } from '../guard.ts';
import { RelatedDocuments, relatesDocuments } from './diagnostics/related-documents.ts';
import { ShownFindings } from './diagnostics/shown-findings.ts';
import { WorkspaceDiagnostics } from './diagnostics/workspace-diagnostics.ts';

/** True for a client that asks for diagnostics; the others are sent them. */
export function canPull(client: ClientCapabilities): boolean {
  return client.textDocument?.diagnostic !== undefined;
}

/** Diagnostics on request: of one text, and of all drafts of the workspace. */
export const pullDiagnostics: Feature = {
  capabilities: ({ capabilities }) =>
    canPull(capabilities)
      ? {
          diagnosticProvider: {
            identifier: 'bizenv',
            // A pair in two files, and a directory of units, which any text can depend on.
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {},

  start(server) {
    const { connection, session, client } = server;
    const related = new RelatedDocuments(server);
    const shown = new ShownFindings();
    session.documents.onDidClose(({ document: { uri } }) => shown.drop(uri));
    connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
      try {
        const { resultId, items } = shown.of(uri, await session.findings(uri, token), session.locale);
        const relatedDocuments = relatesDocuments(client()) ? await related.of(uri) : undefined;
        if (token.isCancellationRequested) return retry();
        const more = relatedDocuments === undefined ? {} : { relatedDocuments };
        return resultId === previousResultId
          ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId, ...more }
          : { kind: DocumentDiagnosticReportKind.Full, resultId, items, ...more };
      } catch (error) {
        if (error instanceof Outdated) return retry();
        connection.console.error(`diagnostics: ${String(error)}`);
        return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      }
    });

    const workspace = new WorkspaceDiagnostics(server);
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _, results) => {
      server.closed.isPulled = true;
      const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      const send =
        results === undefined ? undefined : (items: WorkspaceDocumentDiagnosticReport[]) => results.report({ items });
      const items = await workspace.report(previous, token, send);
      return token.isCancellationRequested ? retry() : { items };
    });

    // The client asks again after an edit by itself; what else changes findings, it cannot know.
    let waiting: ReturnType<typeof setTimeout> | undefined;
    session.onDidForget(({ uris, everything }) => {
      const isEdit = !everything && uris.length === 1 && session.documents.get(uris[0] ?? '') !== undefined;
      if (isEdit || !canPull(client()) || !client().workspace?.diagnostics?.refreshSupport) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => void connection.languages.diagnostics.refresh().catch(() => undefined), 50);
    });
  },
};

/** Cancelled or overtaken: the client is to ask again. */
function retry(): ResponseError<{ readonly retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'overtaken by a newer edit', { retriggerRequest: true });
}
