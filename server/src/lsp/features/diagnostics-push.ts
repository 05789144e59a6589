import type { Connection, Disposable } from 'vscode-languageserver';
import { toDiagnostic } from '../convert.ts';
import type { Session } from '../session.ts';

/** How long typing must rest before a text is judged, in milliseconds. */
const REST = 200;

/** Publishes the findings of open texts: soon after the last change, and none for a closed text. */
export function pushDiagnostics(
  connection: Connection,
  session: Session,
): Disposable & { readonly refresh: () => void } {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const publish = async (uri: string) => {
    const judged = await session.judge(uri);
    // A newer edit has its own timer; what was found for the older text is not shown.
    if (judged === undefined) return;
    const diagnostics = judged.file.findings.map((finding) => toDiagnostic(finding, session.locale));
    await connection.sendDiagnostics({ uri, version: judged.version, diagnostics });
  };

  const schedule = (uri: string, delay: number) => {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => {
        timers.delete(uri);
        publish(uri).catch((error: unknown) => connection.console.error(String(error)));
      }, delay),
    );
  };

  const refresh = () => {
    for (const uri of session.documents.keys()) schedule(uri, 0);
  };

  const listeners = [
    session.documents.onDidOpen(({ document }) => schedule(document.uri, 0)),
    session.documents.onDidChangeContent(({ document }) => {
      // A change of one text can change the findings of those it is judged with.
      for (const uri of session.documents.keys()) schedule(uri, uri === document.uri ? REST : REST * 2);
    }),
    session.documents.onDidClose(({ document: { uri } }) => {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
      refresh();
    }),
  ];

  return {
    refresh,
    dispose() {
      for (const timer of timers.values()) clearTimeout(timer);
      for (const listener of listeners) listener.dispose();
    },
  };
}
