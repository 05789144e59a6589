import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { spanRange } from '../convert.ts';
import type { Feature, Server } from '../feature.ts';
import { symbolsFor } from '../older-clients.ts';
import { allNodes, type OutlineNode, outlineOf } from '../outline.ts';
import type { Judged } from '../session.ts';

/** More symbols than this help nobody. */
const MOST_SYMBOLS = 200;

const kinds: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  part: SymbolKind.Module,
  section: SymbolKind.Namespace,
  domain: SymbolKind.Class,
  point: SymbolKind.Field,
  row: SymbolKind.Field,
};

/** The outline of a text, and tasks of the whole workspace by name. */
export const symbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: true, workspaceSymbolProvider: true }),

  start(server) {
    const { connection, session, guard } = server;
    connection.onDocumentSymbol(
      guard<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[] | null>(
        'symbols',
        null,
        async ({ textDocument }, token) => {
          const judged = await session.oursAtRest(textDocument.uri, token);
          if (judged === undefined) return null;
          const outline = outlineOf(judged.file.document, session.locale).map((node) => toSymbol(node, judged));
          return symbolsFor(server.client(), textDocument.uri, outline);
        },
      ),
    );
    const found = new Map<string, readonly SymbolInformation[]>();
    session.onDidForget(({ uris, everything }) => {
      for (const uri of uris) found.delete(uri);
      if (everything) found.clear();
    });
    connection.onWorkspaceSymbol(
      guard<WorkspaceSymbolParams, SymbolInformation[] | null>('workspace symbols', null, async ({ query }, token) => {
        const all: SymbolInformation[] = [];
        for (const uri of await draftsOf(server)) {
          if (token.isCancellationRequested) return null;
          const symbols = found.get(uri) ?? (await symbolsOf(uri, server));
          found.set(uri, symbols);
          all.push(...symbols);
        }
        const { fitOf } = await import('./completion/pinyin.ts');
        return all
          .flatMap((symbol) => {
            const fit = fitOf(query, symbol.name);
            return fit === undefined ? [] : [{ symbol, fit }];
          })
          .sort((a, b) => a.fit - b.fit)
          .slice(0, MOST_SYMBOLS)
          .map(({ symbol }) => symbol);
      }),
    );
  },
};

function toSymbol({ kind, name, detail, span, selection, children }: OutlineNode, judged: Judged): DocumentSymbol {
  const { source } = judged.file;
  return {
    name: name === '' ? '–' : name,
    detail,
    kind: kinds[kind],
    range: spanRange(source, span),
    selectionRange: spanRange(source, selection),
    children: children.map((child) => toSymbol(child, judged)),
  };
}

/** The drafts of the workspace, and what is open besides. */
async function draftsOf({ session, drafts }: Server): Promise<readonly string[]> {
  const uris = (await drafts.findDrafts()).map((uri) => session.openUri(uri) ?? uri);
  return [...new Set([...uris, ...session.documents.keys()])];
}

async function symbolsOf(uri: string, { session }: Server): Promise<readonly SymbolInformation[]> {
  const judged = await session.judgeFile(uri);
  if (judged === undefined || !judged.file.holdsParts) return [];
  const { source, document } = judged.file;
  return [...allNodes(outlineOf(document, session.locale))].map(({ kind, name, span, detail }) => ({
    name,
    kind: kinds[kind],
    location: { uri, range: spanRange(source, span) },
    containerName: detail === '' ? (document.title ?? '') : detail,
  }));
}
