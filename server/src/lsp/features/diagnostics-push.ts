import type { LiveFinding } from '#shared/typing/moved-findings.ts';
import type { Feature } from '../feature.ts';
import { Outdated } from '../guard.ts';
import { pushClosedDrafts } from './diagnostics/closed-pushes.ts';
import { ShownFindings } from './diagnostics/shown-findings.ts';
import { canPull } from './diagnostics-pull.ts';

/** How long typing must rest before a text is judged as a whole, in milliseconds. */
const REST = 200;

/**
 * For clients that cannot ask: publishes the findings of open texts, at once where they follow from those before a key and
 * else when typing rests, and those of closed ones where `pushClosedDrafts` says so.
 */
export const pushDiagnostics: Feature = {
  start(server) {
    const { connection, session, client } = server;
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const opened = new Set<string>();
    const shown = new ShownFindings();
    const pushes = () => !canPull(client());
    pushClosedDrafts(server, pushes);

    const send = async (uri: string, findings: readonly LiveFinding[]) => {
      const version = session.versionOf(uri);
      if (version === null) return;
      const diagnostics = shown.of(uri, findings, session.locale).items;
      await connection.sendDiagnostics({ uri, version, diagnostics });
    };

    const publish = async (uri: string) => {
      try {
        await send(uri, await session.findings(uri));
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
      if (!pushes()) return;
      const found = session.followed(uri);
      if (found === undefined) schedule(uri, opened.has(uri) ? REST : 0);
      else {
        clearTimeout(timers.get(uri));
        timers.delete(uri);
        // A client that is gone is noticed elsewhere.
        send(uri, found).catch(() => undefined);
      }
      opened.add(uri);
    });
    session.documents.onDidClose(({ document: { uri } }) => {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
      opened.delete(uri);
      shown.drop(uri);
      if (pushes()) void connection.sendDiagnostics({ uri, diagnostics: [] });
    });
  },
};
