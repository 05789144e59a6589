import type { PrepareRenameParams, Range, RenameParams, WorkspaceEdit } from 'vscode-languageserver';
import type { Feature } from '../feature.ts';

/** Another name for a unit, in both parts of the pair and in the other drafts of the workspace; its aliases take it too. */
export const rename: Feature = {
  capabilities: () => ({ renameProvider: { prepareProvider: true } }),

  start(server) {
    const { connection, guard } = server;
    connection.onPrepareRename(
      guard<PrepareRenameParams, { range: Range; placeholder: string } | null>(
        'prepare rename',
        null,
        async ({ textDocument, position }) =>
          (await import('./rename/rename-unit.ts')).unitToRename(textDocument.uri, position, server),
      ),
    );
    connection.onRenameRequest(
      guard<RenameParams, WorkspaceEdit | null>('rename', null, async (params, token) =>
        (await import('./rename/rename-unit.ts')).renameUnit(params, server, token),
      ),
    );
  },
};
