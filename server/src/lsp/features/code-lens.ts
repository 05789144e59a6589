import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import type { Feature } from '../feature.ts';

/** What stands above headings and points: counts, and the way to the row. */
export const codeLens: Feature = {
  capabilities: () => ({ codeLensProvider: {} }),

  start({ connection, session, settings, guard }) {
    connection.onCodeLens(
      guard<CodeLensParams, CodeLens[] | null>('code lens', null, async ({ textDocument: { uri } }, token) => {
        if ((await settings.of(uri)).codeLens?.enabled === false) return null;
        const judged = await session.oursAtRest(uri, token);
        return judged === undefined ? null : (await import('./tasks/task-lenses.ts')).lensesOf(judged, session.locale);
      }),
    );
  },
};
