import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import type { Subject } from '#shared/rules/subject.ts';
import { isStrayName } from '#shared/rules/support/unit-identity.ts';
import type { Span } from '#shared/text/span.ts';
import type { Feature, Server } from '../feature.ts';
import { citationsOf, figuresOf, unitsOf } from '../lookup.ts';
import type { Judged } from '../session.ts';

/** The protocol's own names, so that every theme and editor has a colour for them. */
const legend = {
  /** Numbers of tasks; units that lead; units that support; quantities; documents. */
  tokenTypes: ['keyword', 'class', 'interface', 'number', 'string'],
  /** `deprecated`: a unit that is not valid in the document's year; `unknown`: one that no directory knows. */
  tokenModifiers: ['deprecated', 'unknown'],
};

const types = { task: 0, lead: 1, responsible: 2, figure: 3, citation: 4 } as const;
const modifiers = { none: 0, retired: 1, unknown: 2 } as const;

/** Colours for numbers of tasks, units by role and state, quantities and documents. */
export const semanticTokens: Feature = {
  capabilities: () => ({ semanticTokensProvider: { legend, full: true, range: true } }),

  start(server) {
    const { connection, guard } = server;
    connection.languages.semanticTokens.on(
      guard<SemanticTokensParams, SemanticTokens>('semantic tokens', { data: [] }, ({ textDocument }, token) =>
        tokensOf(server, textDocument.uri, undefined, token),
      ),
    );
    connection.languages.semanticTokens.onRange(
      guard<SemanticTokensRangeParams, SemanticTokens>(
        'semantic tokens',
        { data: [] },
        ({ textDocument, range }, token) => tokensOf(server, textDocument.uri, range, token),
      ),
    );
  },
};

async function tokensOf(
  { session, settings }: Server,
  uri: string,
  range: SemanticTokensRangeParams['range'] | undefined,
  token: Parameters<typeof session.oursAtRest>[1],
): Promise<SemanticTokens> {
  if ((await settings.of(uri)).semanticTokens?.enabled === false) return { data: [] };
  const judged = await session.oursAtRest(uri, token);
  if (judged === undefined) return { data: [] };
  const { source } = judged.file;
  const [from, to] =
    range === undefined ? [0, source.text.length] : [source.offsetAt(range.start), source.offsetAt(range.end)];
  const builder = new SemanticTokensBuilder();
  let end = 0;
  for (const { span, type, modifier } of tokens(judged)) {
    if (span.start < end || span.end < from || span.start > to) continue;
    end = span.end;
    // A token stands on one line; a name can be broken over several.
    for (const piece of linesOf(source.text, span)) {
      const { line, character } = source.positionAt(piece.start);
      builder.push(line, character, piece.end - piece.start, type, modifier);
    }
  }
  return builder.build();
}

interface Token {
  readonly span: Span;
  readonly type: number;
  readonly modifier: number;
}

function tokens({ file }: Judged): readonly Token[] {
  const { source, subject } = file;
  const found: Token[] = [];
  for (const { mention, listed } of unitsOf(subject))
    if (listed.source === source)
      found.push({ span: mention.text.span, type: types[mention.role], modifier: stateOf(mention.name, subject) });
  for (const { source: own, label } of [...subject.points, ...subject.rows])
    if (own === source && label !== undefined) found.push({ span: label.span, type: types.task, modifier: 0 });
  for (const { source: own, span } of citationsOf(subject))
    if (own === source) found.push({ span, type: types.citation, modifier: 0 });
  for (const { owner, span } of figuresOf(subject))
    if (owner.source === source) found.push({ span, type: types.figure, modifier: 0 });
  return found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function stateOf(name: string, subject: Subject): number {
  const identified = subject.directory.identify(name, subject.year);
  if (identified.kind === 'unit' && identified.validity !== 'valid') return modifiers.retired;
  return subject.directory.covers(subject.place) && isStrayName(name, subject) ? modifiers.unknown : modifiers.none;
}

function linesOf(text: string, { start, end }: Span): readonly Span[] {
  const pieces: Span[] = [];
  let at = start;
  for (const match of text.slice(start, end).matchAll(/[\r\n]+/g)) {
    pieces.push({ start: at, end: start + match.index });
    at = start + match.index + match[0].length;
  }
  pieces.push({ start: at, end });
  return pieces.filter((piece) => piece.start < piece.end);
}
