import {
  type DefinitionParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver';
import { toLocation, toRange } from '../convert.ts';
import type { Feature, Server } from '../feature.ts';
import { type Target, targetAt } from '../lookup.ts';
import type { Judged } from '../session.ts';
import { counterpartsOf, mentionsOf } from './navigation/places.ts';

/** From a point to its row and back, from a unit to its directory, from `第 12 项` to the point; and all places of a thing. */
export const navigation: Feature = {
  capabilities: () => ({ definitionProvider: true, referencesProvider: true, documentHighlightProvider: true }),

  start(server) {
    const { connection, guard, session } = server;
    connection.onDefinition(
      guard<DefinitionParams, Location[] | null>('definition', null, async ({ textDocument, position }) => {
        const found = await targetOf(server, textDocument.uri, position);
        if (found === undefined) return null;
        const { target, judged } = found;
        if (target.kind === 'unit') {
          const { directoryEntries } = await import('./navigation/directory-entries.ts');
          return await directoryEntries(target.unit.mention.name, judged, server);
        }
        return counterpartsOf(target, judged.file.subject).map(toLocation);
      }),
    );
    connection.onReferences(
      guard<ReferenceParams, Location[] | null>('references', null, async ({ textDocument, position }) => {
        const found = await targetOf(server, textDocument.uri, position);
        return found === undefined ? null : mentionsOf(found.target, found.judged.file.subject).map(toLocation);
      }),
    );
    connection.onDocumentHighlight(
      guard<DocumentHighlightParams, DocumentHighlight[] | null>(
        'highlight',
        null,
        async ({ textDocument, position }) => {
          const judged = await session.ours(textDocument.uri);
          if (judged === undefined) return null;
          const { source, subject } = judged.file;
          const target = targetAt(judged, source.offsetAt(position));
          if (target === undefined) return null;
          return mentionsOf(target, subject)
            .filter((place) => place.source === source)
            .map(({ start, end }) => ({ range: toRange(source, start, end), kind: DocumentHighlightKind.Text }));
        },
      ),
    );
  },
};

async function targetOf(
  { session }: Server,
  uri: string,
  position: { readonly line: number; readonly character: number },
): Promise<{ readonly target: Target; readonly judged: Judged } | undefined> {
  const judged = await session.ours(uri);
  if (judged === undefined) return undefined;
  const target = targetAt(judged, judged.file.source.offsetAt(position));
  return target === undefined ? undefined : { target, judged };
}
