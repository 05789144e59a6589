import { RequestType } from 'vscode-languageserver';
import { PAIR, type PairParams, type PairResult } from '#shared/protocol.ts';
import type { Feature } from '../feature.ts';

/** Point and row of a task side by side, for the client's pair view. */
export const pairView: Feature = {
  start({ connection, session, guard }) {
    connection.onRequest(
      new RequestType<PairParams, PairResult | null, void>(PAIR),
      guard<PairParams, PairResult | null>('pair', null, async ({ uri, position }) => {
        const judged = await session.ours(session.openUri(uri) ?? uri);
        if (judged === undefined) return null;
        const { pairAt } = await import('./tasks/task-pair.ts');
        return pairAt(judged.file.source.offsetAt(position), judged, session.locale);
      }),
    );
  },
};
