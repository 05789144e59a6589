import { toDiagnostic } from '../convert.ts';
import type { Feature } from '../feature.ts';
import { Outdated } from '../guard.ts';
import { pushClosedDrafts } from './diagnostics/closed-pushes.ts';
import { canPull } from './diagnostics-pull.ts';

/** How long typing must rest before a text is judged, in milliseconds. */
const REST = 200;

/**
 * For clients that cannot ask: publishes the findings of open texts soon after a change, and of closed ones where
 * `pushClosedDrafts` says so.
 */
export const pushDiagnostics: Feature = {
  start(server) {
    const { connection, session, client } = server;
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const shown = new Set<string>();
    const pushes = () => !canPull(client());
    pushClosedDrafts(server, pushes);

    const publish = async (uri: string) => {
      try {
        const findings = await session.findings(uri);
        const version = session.versionOf(uri);
        if (version === null) return;
        const diagnostics = findings.map((finding) => toDiagnostic(finding, session.locale));
        await connection.sendDiagnostics({ uri, version, diagnostics });
      } catch (error) {
        // A newer edit has its own timer; what was found for the older text is not shown.
        if (!(error instanceof Outdated)) connection.console.error(`diagnostics: ${String(error)}`);
      }
    };

    const schedule = (uri: string, delay: number) => {
      clearTimeout(timers.get(uri));
      timers.set(
        uri,
        setTimeout(() => {
          timers.delete(uri);
          void publish(uri);
        }, delay),
      );
    };

    session.onDidForget(({ uris }) => {
      if (!pushes()) return;
      for (const uri of uris)
        if (session.documents.get(uri) !== undefined && timers.get(uri) === undefined) schedule(uri, REST);
    });
    session.documents.onDidChangeContent(({ document: { uri } }) => {
      if (pushes()) schedule(uri, shown.has(uri) ? REST : 0);
      shown.add(uri);
    });
    session.documents.onDidClose(({ document: { uri } }) => {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
      shown.delete(uri);
      if (pushes()) void connection.sendDiagnostics({ uri, diagnostics: [] });
    });
  },
};
