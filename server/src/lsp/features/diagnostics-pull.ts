import {
  type CancellationToken,
  type ClientCapabilities,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type WorkDoneProgressServerReporter,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { toDiagnostic } from '../convert.ts';
import type { Feature, Server } from '../feature.ts';
import { Outdated } from '../guard.ts';
import { hashOf } from '../hash.ts';
import type { Forgotten } from '../session.ts';

/** How long nothing must change before the workspace is looked at again, in milliseconds. */
const QUIET = 500;
/** Fewer files than this are done before anybody looks. */
const LONG = 40;
/** How often findings of closed files are sent on while the others are still being judged. */
const BATCH = 20;

/** True for a client that asks for diagnostics; the others are sent them. */
export function canPull(client: ClientCapabilities): boolean {
  return client.textDocument?.diagnostic !== undefined;
}

/** Diagnostics on request: of one text, and of all drafts of the workspace. */
export const pullDiagnostics: Feature = {
  capabilities: ({ capabilities }) =>
    canPull(capabilities)
      ? {
          diagnosticProvider: {
            identifier: 'bizenv',
            // A pair in two files, and a directory of units, which any text can depend on.
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {},

  start(server) {
    const { connection, session, client } = server;
    connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
      try {
        await session.rest(uri, token);
        if (token.isCancellationRequested) return retry();
        const judged = await session.judge(uri);
        const items = (judged?.file.findings ?? []).map((finding) => toDiagnostic(finding, session.locale));
        const resultId = resultIdOf(items);
        return resultId === previousResultId
          ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
          : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
      } catch (error) {
        if (error instanceof Outdated) return retry();
        connection.console.error(`diagnostics: ${String(error)}`);
        return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      }
    });

    const workspace = new WorkspaceDiagnostics(server);
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _, results) => {
      const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      const send =
        results === undefined ? undefined : (items: WorkspaceDocumentDiagnosticReport[]) => results.report({ items });
      const items = await workspace.report(previous, token, send);
      return token.isCancellationRequested ? retry() : { items };
    });

    // The client asks again after an edit by itself; what else changes findings, it cannot know.
    let waiting: ReturnType<typeof setTimeout> | undefined;
    session.onDidForget((forgotten) => {
      workspace.forget(forgotten);
      const { uris, everything } = forgotten;
      const isEdit = !everything && uris.length === 1 && session.documents.get(uris[0] ?? '') !== undefined;
      if (isEdit || !canPull(client()) || !client().workspace?.diagnostics?.refreshSupport) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => void connection.languages.diagnostics.refresh().catch(() => undefined), 50);
    });
  },
};

/** Cancelled or overtaken: the client is to ask again. */
function retry(): ResponseError<{ readonly retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'overtaken by a newer edit', { retriggerRequest: true });
}

function resultIdOf(items: readonly Diagnostic[]): string {
  return hashOf(JSON.stringify(items));
}

interface Known {
  readonly resultId: string;
  readonly items: Diagnostic[];
}

/** The findings of all drafts of the workspace; those of closed files are kept until something changes. */
class WorkspaceDiagnostics {
  readonly #server: Server;
  readonly #closed = new Map<string, Known>();
  /** The drafts of the workspace, while no file comes or goes. */
  #uris: readonly string[] | undefined;
  #reported = -1;

  constructor(server: Server) {
    this.#server = server;
  }

  forget({ uris, everything }: Forgotten): void {
    const { session } = this.#server;
    const isEdit = !everything && uris.every((uri) => session.documents.get(uri) !== undefined);
    if (!isEdit) this.#uris = undefined;
    // A closed file can be the other half of an open one, and one configuration holds for many.
    if (everything || uris.length > 1) this.#closed.clear();
    else for (const uri of uris) this.#closed.delete(uri);
  }

  /** Only what differs from what the client has. A question that would get no news waits until there is some. */
  async report(
    previous: ReadonlyMap<string, string>,
    token: CancellationToken,
    send: ((items: WorkspaceDocumentDiagnosticReport[]) => void) | undefined,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const { session, drafts } = this.#server;
    if (previous.size > 0) await this.#news(token);
    const generation = session.generation;
    this.#uris ??= await drafts.findDrafts();
    const uris = this.#uris;
    const shown = await this.#progress(uris.filter((uri) => !this.#closed.has(uri)).length);
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const [index, uri] of uris.entries()) {
      // Who stops it has what was found so far; the rest follows with the next change.
      if (token.isCancellationRequested || shown?.token.isCancellationRequested) break;
      const item = await this.#reportOf(uri, previous);
      if (item !== undefined) items.push(item);
      if (index % BATCH !== BATCH - 1) continue;
      shown?.report(Math.round((100 * (index + 1)) / uris.length), `${index + 1}/${uris.length}`);
      if (send === undefined) continue;
      send(items);
      items = [];
    }
    shown?.done();
    this.#reported = generation;
    return items;
  }

  /** For long work, where the client can show it. */
  async #progress(count: number): Promise<WorkDoneProgressServerReporter | undefined> {
    const { connection, client, session } = this.#server;
    if (count < LONG || client().window?.workDoneProgress !== true) return undefined;
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin(session.locale === 'zh' ? '检查工作区的草稿' : 'Checking the drafts of the workspace', 0, '', true);
    return progress;
  }

  async #reportOf(
    uri: string,
    previous: ReadonlyMap<string, string>,
  ): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    const { session, connection } = this.#server;
    const open = session.openUri(uri);
    const named = open ?? uri;
    try {
      const known = this.#closed.get(uri);
      const { resultId, items } = open === undefined && known !== undefined ? known : await this.#judge(named);
      if (open === undefined) this.#closed.set(uri, { resultId, items });
      const version = open === undefined ? null : session.versionOf(open);
      if (resultId === previous.get(named))
        return { kind: DocumentDiagnosticReportKind.Unchanged, uri: named, version, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, uri: named, version, resultId, items };
    } catch (error) {
      if (!(error instanceof Outdated)) connection.console.error(`${named}: ${String(error)}`);
      return undefined;
    }
  }

  async #judge(uri: string): Promise<Known> {
    const { session } = this.#server;
    const judged = await session.judgeFile(uri);
    const items = (judged?.file.findings ?? []).map((finding) => toDiagnostic(finding, session.locale));
    return { resultId: resultIdOf(items), items };
  }

  /** Waits for a change since the last report, and then until nobody types any more. */
  async #news(token: CancellationToken): Promise<void> {
    const { session } = this.#server;
    while (this.#reported === session.generation && !token.isCancellationRequested) await this.#change(token);
    let generation: number;
    do {
      generation = session.generation;
      await new Promise((resolve) => setTimeout(resolve, QUIET));
    } while (generation !== session.generation && !token.isCancellationRequested);
  }

  #change(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const listeners = [this.#server.session.onDidForget(done), token.onCancellationRequested(done)];
      function done() {
        for (const listener of listeners) listener.dispose();
        resolve();
      }
    });
  }
}
