import type { Feature } from '../feature.ts';

/** What an editor drew from settings, configurations and partners is drawn anew when those change. */
export const refresh: Feature = {
  start({ connection, session, client }) {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    session.onDidForget(({ uris, everything }) => {
      // After an edit the editor asks by itself for the text that was edited.
      if (uris.length === 1 && !everything) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const { workspace } = client();
        const asked: Promise<void>[] = [];
        if (workspace?.codeLens?.refreshSupport) asked.push(connection.sendRequest('workspace/codeLens/refresh'));
        if (workspace?.inlayHint?.refreshSupport) asked.push(connection.languages.inlayHint.refresh());
        if (workspace?.semanticTokens?.refreshSupport) asked.push(connection.languages.semanticTokens.refresh());
        for (const request of asked) request.catch(() => undefined);
      }, 100);
    });
  },
};
