import type { Server } from '../../feature.ts';

/** How long nothing must change before a draft is judged again, in milliseconds. */
const REST = 200;

/**
 * For clients that cannot ask: once all drafts have been checked on request, what was found in those that are not open is
 * published, and again when it changes.
 */
export function pushClosedDrafts({ connection, session, closed }: Server, pushes: () => boolean): void {
  const published = new Set<string>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  const again = (uri: string) => {
    if (waiting.has(uri)) return;
    const judge = () => {
      waiting.delete(uri);
      if (session.openUri(uri) === undefined) void closed.of(uri);
    };
    waiting.set(uri, setTimeout(judge, REST));
  };

  closed.onDidJudge(({ uri, report }) => {
    if (!pushes() || !closed.isWanted(uri) || session.openUri(uri) !== undefined) return;
    if (report.items.length === 0 && !published.has(uri)) return;
    published.add(uri);
    void connection.sendDiagnostics({ uri, diagnostics: report.items });
  });
  session.onDidForget(async ({ uris, everything }) => {
    if (!pushes()) return;
    for (const uri of everything ? await closed.uris() : uris) if (closed.isWanted(uri)) again(uri);
  });
}
