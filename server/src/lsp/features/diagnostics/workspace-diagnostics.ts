import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type WorkDoneProgressServerReporter,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { type Report, reportOf } from '../../closed-drafts.ts';
import type { Server } from '../../feature.ts';
import { Outdated } from '../../guard.ts';

/** How long nothing must change before the workspace is looked at again, in milliseconds. */
const QUIET = 500;
/** Fewer drafts than this are done before anybody looks; Markdown files that hold no part cost next to nothing. */
const LONG = 20;
/** How often findings are sent on while other drafts are still being judged. */
const BATCH = 20;

type Send = (items: WorkspaceDocumentDiagnosticReport[]) => void;

/** The findings of all drafts of the workspace, for a client that asks for them. */
export class WorkspaceDiagnostics {
  readonly #server: Server;
  /** The state of things that the client was last told of. */
  #told: string | undefined;

  constructor(server: Server) {
    this.#server = server;
  }

  /** Only what differs from what the client has. A question that would get no news waits until there is some. */
  async report(
    previous: ReadonlyMap<string, string>,
    token: CancellationToken,
    send: Send | undefined,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    if (previous.size > 0) await this.#news(token);
    const state = this.#state();
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    let shown: WorkDoneProgressServerReporter | undefined;
    let drafts = 0;
    for await (const { uri, done, all } of this.#server.closed.queue()) {
      // Who stops it has what was found so far; the rest follows with the next change.
      if (token.isCancellationRequested || shown?.token.isCancellationRequested) break;
      const report = await this.#reportOf(uri);
      if (report !== undefined) items.push(this.#asItem(uri, report, previous));
      if (report?.holdsParts) drafts++;
      if (drafts === LONG && report?.holdsParts) shown = await this.#progress();
      if (done % BATCH !== BATCH - 1) continue;
      shown?.report(Math.round((100 * (done + 1)) / all), `${done + 1}/${all}`);
      if (send === undefined) continue;
      send(items);
      items = [];
    }
    shown?.done();
    this.#told = state;
    return items;
  }

  /** Undefined for a text that the client is told nothing of now. */
  async #reportOf(uri: string): Promise<Report | undefined> {
    const { session, closed, settings, connection } = this.#server;
    const open = session.openUri(uri);
    if (open === undefined) {
      const isWanted = closed.isWanted(uri) || (await settings.of(uri)).checkWorkspace?.enabled !== false;
      return isWanted ? await closed.of(uri) : undefined;
    }
    try {
      return reportOf(await session.judge(open), session);
    } catch (error) {
      if (!(error instanceof Outdated)) connection.console.error(`${open}: ${String(error)}`);
      return undefined;
    }
  }

  #asItem(
    uri: string,
    { resultId, items }: Report,
    previous: ReadonlyMap<string, string>,
  ): WorkspaceDocumentDiagnosticReport {
    const { session } = this.#server;
    const named = session.openUri(uri) ?? uri;
    const version = session.versionOf(named);
    if (resultId === previous.get(named))
      return { kind: DocumentDiagnosticReportKind.Unchanged, uri: named, version, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, uri: named, version, resultId, items };
  }

  /** For long work, where the client can show it. */
  async #progress(): Promise<WorkDoneProgressServerReporter | undefined> {
    const { connection, client, session } = this.#server;
    if (client().window?.workDoneProgress !== true) return undefined;
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin(session.locale === 'zh' ? '检查工作区的草稿' : 'Checking the drafts of the workspace', 0, '', true);
    return progress;
  }

  #state(): string {
    const { session, closed } = this.#server;
    return `${session.generation} ${closed.checks}`;
  }

  /** Waits for a change since the last report, and then until nobody types any more. */
  async #news(token: CancellationToken): Promise<void> {
    const { session } = this.#server;
    while (this.#told === this.#state() && !token.isCancellationRequested) await this.#change(token);
    let generation: number;
    do {
      generation = session.generation;
      await new Promise((resolve) => setTimeout(resolve, QUIET));
    } while (generation !== session.generation && !token.isCancellationRequested);
  }

  #change(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const { session, closed } = this.#server;
      const listeners = [session.onDidForget(done), closed.onDidCheck(done), token.onCancellationRequested(done)];
      function done() {
        for (const listener of listeners) listener.dispose();
        resolve();
      }
    });
  }
}
