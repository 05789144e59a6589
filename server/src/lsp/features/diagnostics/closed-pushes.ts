import type { Report } from '../../closed-drafts.ts';
import type { Server } from '../../feature.ts';
import { relatesDocuments } from './related-documents.ts';

/** How long nothing must change before a draft is judged again, in milliseconds. */
const REST = 200;

/**
 * What is found in drafts that are not open, for clients that cannot ask: the other half of a pair that is open, since what
 * is wrong in a pair may stand there alone; and once all drafts have been checked on request, every one of them. Published
 * again when it changes, and taken back when neither holds any more.
 * @param pushes true for a client that asks for no diagnostics at all.
 */
export function pushClosedDrafts(server: Server, pushes: () => boolean): void {
  const { connection, session, closed } = server;
  /** By URI: what the client has. */
  const published = new Map<string, string>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  const isShown = (uri: string) =>
    session.openUri(uri) === undefined &&
    ((pushes() && closed.isWanted(uri)) || ((pushes() || needsHalves(server)) && session.isHalfOfOpen(uri)));

  const publish = (uri: string, { resultId, items }: Report) => {
    if (!isShown(uri) || published.get(uri) === resultId || (items.length === 0 && !published.has(uri))) return;
    published.set(uri, resultId);
    void connection.sendDiagnostics({ uri, diagnostics: items });
  };

  const again = (uri: string) => {
    if (waiting.has(uri)) return;
    const judge = async () => {
      waiting.delete(uri);
      const report = isShown(uri) ? await closed.of(uri) : undefined;
      if (report !== undefined) publish(uri, report);
    };
    waiting.set(uri, setTimeout(judge, REST));
  };

  const takeBack = () => {
    for (const uri of [...published.keys()])
      if (!isShown(uri)) {
        published.delete(uri);
        if (session.openUri(uri) === undefined) void connection.sendDiagnostics({ uri, diagnostics: [] });
      }
  };

  closed.onDidJudge(({ uri, report }) => publish(uri, report));
  session.onDidJudge(({ uri }) => {
    takeBack();
    for (const half of session.closedHalves(uri)) if (isShown(half)) again(half);
  });
  session.onDidForget(async ({ uris, everything }) => {
    takeBack();
    for (const uri of everything ? await closed.uris() : uris) if (isShown(uri)) again(uri);
  });
}

/** A client that asks for the diagnostics of open texts only, and takes those of no other text with them. */
function needsHalves({ client, closed, hearsJudgements }: Server): boolean {
  // Our own extension asks for the whole workspace from the start.
  return !hearsJudgements() && !closed.isPulled && !relatesDocuments(client());
}
