import {
  type ClientCapabilities,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Server } from '../../feature.ts';

/** True for a client that takes the findings of other texts with those of the one it asks about. */
export function relatesDocuments({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic?.relatedDocumentSupport === true;
}

/** The findings of the other half of a pair, where it is not open: what is wrong in the pair may stand there alone. */
export class RelatedDocuments {
  readonly #server: Server;
  /** By open text: the halves that the client was told of. */
  readonly #told = new Map<string, ReadonlySet<string>>();

  constructor(server: Server) {
    this.#server = server;
    server.session.documents.onDidClose(({ document }) => this.#told.delete(document.uri));
  }

  /** Undefined when there is nothing to tell. */
  async of(uri: string): Promise<Record<string, FullDocumentDiagnosticReport> | undefined> {
    const { session, closed } = this.#server;
    const related: Record<string, FullDocumentDiagnosticReport> = {};
    const halves = new Set(session.closedHalves(uri));
    // One that was opened meanwhile is asked about by itself.
    for (const gone of this.#told.get(uri) ?? [])
      if (!halves.has(gone) && session.openUri(gone) === undefined)
        related[gone] = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    for (const half of halves) {
      const report = await closed.of(half);
      if (report === undefined) continue;
      const { resultId, items } = report;
      related[half] = { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    }
    this.#told.set(uri, halves);
    return Object.keys(related).length === 0 ? undefined : related;
  }
}
