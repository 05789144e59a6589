import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  Range,
  TextEdit,
} from 'vscode-languageserver';
import { readNumberedLine } from '#shared/formatting/next-number.ts';
import { toTextEdits } from '../convert.ts';
import type { Feature, Server } from '../feature.ts';

/** Tables with their columns under one another; and after Enter behind a point, the next number. */
export const formatting: Feature = {
  capabilities: () => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
  }),

  start(server) {
    const { connection, guard } = server;
    connection.onDocumentFormatting(
      guard<DocumentFormattingParams, TextEdit[] | null>('formatting', null, ({ textDocument }) =>
        alignTables(server, textDocument.uri, undefined),
      ),
    );
    connection.onDocumentRangeFormatting(
      guard<DocumentRangeFormattingParams, TextEdit[] | null>('range formatting', null, ({ textDocument, range }) =>
        alignTables(server, textDocument.uri, range),
      ),
    );
    connection.onDocumentOnTypeFormatting(
      guard<DocumentOnTypeFormattingParams, TextEdit[] | null>('on type', null, (params) =>
        continueNumbers(server, params),
      ),
    );
  },
};

/** A table is aligned whole: a part of it would stand askew to the rest. */
async function alignTables({ session }: Server, uri: string, range: Range | undefined): Promise<TextEdit[] | null> {
  const judged = await session.ours(uri);
  if (judged === undefined) return null;
  // It comes with the widths of all of Unicode.
  const { alignTable } = await import('#shared/formatting/align-table.ts');
  const { source, document } = judged.file;
  const [from, to] =
    range === undefined ? [0, source.text.length] : [source.offsetAt(range.start), source.offsetAt(range.end)];
  return document.blocks.flatMap((block) =>
    block.kind === 'table' && block.span.start <= to && from <= block.span.end
      ? toTextEdits(source, alignTable(source, block))
      : [],
  );
}

/** An item without words, left behind by Enter, goes, as people who come from Word expect. */
async function continueNumbers(
  { session, settings }: Server,
  { textDocument: { uri }, position }: DocumentOnTypeFormattingParams,
): Promise<TextEdit[] | null> {
  const document = session.documents.get(uri);
  const { continueNumbering } = await settings.of(uri);
  if (document === undefined || continueNumbering?.enabled === false || position.line === 0) return null;
  const judged = await session.lately(uri);
  const part = judged?.file.document.workPoints[0];
  if (part === undefined) return null;
  const lineAt = (line: number) =>
    document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).split(/[\r\n]/, 1)[0] ??
    '';
  const above = readNumberedLine(lineAt(position.line - 1), part.pointMark);
  if (above === undefined || lineAt(position.line).trim() !== '') return null;
  const [start, end] = [
    { line: position.line, character: 0 },
    { line: position.line, character: lineAt(position.line).length },
  ];
  if (above.isEmpty) {
    const from = { line: position.line - 1, character: 0 };
    return [
      {
        range: { start: from, end: { line: position.line - 1, character: lineAt(position.line - 1).length } },
        newText: '',
      },
    ];
  }
  // Where points stand apart, the new one does too.
  const spaced = lineAt(position.line - 2).trim() === '' || position.line < 2;
  return [{ range: { start, end }, newText: `${spaced ? '\n' : ''}${above.next}` }];
}
