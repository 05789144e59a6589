import { type JSONPath, modify } from 'jsonc-parser';
import { CreateFile, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { SourceText } from '#shared/text/source-text.ts';
import { toTextEdits } from './convert.ts';

/** A value that a JSON file is to have; everything else in it stays as it is, comments too. */
export interface JsonChange {
  readonly uri: string;
  /** Undefined where the file has to be made first. */
  readonly text: string | undefined;
  /** An index of -1 appends to a list. */
  readonly path: JSONPath;
  readonly value: unknown;
}

/** One edit of several JSON files. */
export function editJson(changes: readonly JsonChange[]): WorkspaceEdit {
  const documentChanges: (CreateFile | TextDocumentEdit)[] = [];
  for (const { uri, text = '{}\n', path, value } of changes.filter((change) => change.text === undefined))
    documentChanges.push(CreateFile.create(uri, { ignoreIfExists: true }), write(uri, '', created(text, path, value)));
  for (const { uri, text, path, value } of changes)
    if (text !== undefined) documentChanges.push(write(uri, text, jsonEdits(text, path, value)));
  return { documentChanges };
}

interface JsonEdit {
  readonly offset: number;
  readonly length: number;
  readonly content: string;
}

function created(text: string, path: JSONPath, value: unknown): readonly JsonEdit[] {
  let content = text;
  for (const { offset, length, content: fresh } of [...jsonEdits(text, path, value)].reverse())
    content = content.slice(0, offset) + fresh + content.slice(offset + length);
  return [{ offset: 0, length: 0, content }];
}

function write(uri: string, text: string, edits: readonly JsonEdit[]): TextDocumentEdit {
  const changes = edits.map(({ offset, length, content }) => ({ start: offset, end: offset + length, text: content }));
  return { textDocument: { uri, version: null }, edits: toTextEdits(new SourceText(text, uri), changes) };
}

function jsonEdits(text: string, path: JSONPath, value: unknown): readonly JsonEdit[] {
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' };
  return modify(text, path, value, { formattingOptions, isArrayInsertion: path.at(-1) === -1 });
}
