import * as v from 'valibot';
import { CHECK_DRAFTS, COMPARE, DRAFT, DRAFT_CHOICES, PAIR, TASKS } from '#shared/protocol.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const version = v.pipe(v.number(), v.safeInteger());
const id = v.union([v.string(), version]);
const position = v.object({ line: count, character: count });
const range = v.object({ start: position, end: position });
const file = v.object({ uri: v.string() });
const options = v.looseObject({});
const folders = v.array(file);

const ofText = { textDocument: file };
const ofPlace = { ...ofText, position };
const ofRange = { ...ofText, range };

/** Method → what the server reads of its parameters. What is left out here is not read. */
const schemas: ReadonlyMap<string, v.GenericSchema> = new Map<string, v.GenericSchema>([
  [
    'initialize',
    v.object({
      capabilities: options,
      processId: v.nullish(version),
      rootUri: v.nullish(v.string()),
      locale: v.optional(v.string()),
      workspaceFolders: v.nullish(folders),
    }),
  ],
  ['$/cancelRequest', v.object({ id })],
  ['$/progress', v.object({ token: id })],
  ['$/setTrace', v.object({ value: v.string() })],
  ['window/workDoneProgress/cancel', v.object({ token: id })],

  [
    'textDocument/didOpen',
    v.object({ textDocument: v.object({ uri: v.string(), languageId: v.string(), version, text: v.string() }) }),
  ],
  [
    'textDocument/didChange',
    v.object({
      textDocument: v.object({ uri: v.string(), version }),
      contentChanges: v.array(v.object({ range: v.optional(range), text: v.string() })),
    }),
  ],
  ['textDocument/willSave', v.object(ofText)],
  ['textDocument/willSaveWaitUntil', v.object(ofText)],
  ['textDocument/didSave', v.object(ofText)],
  ['textDocument/didClose', v.object(ofText)],
  ['workspace/didChangeWatchedFiles', v.object({ changes: folders })],
  ['workspace/didChangeWorkspaceFolders', v.object({ event: v.object({ added: folders, removed: folders }) })],

  ['textDocument/hover', v.object(ofPlace)],
  ['textDocument/completion', v.object(ofPlace)],
  ['textDocument/definition', v.object(ofPlace)],
  ['textDocument/references', v.object({ ...ofPlace, context: v.object({ includeDeclaration: v.boolean() }) })],
  ['textDocument/documentHighlight', v.object(ofPlace)],
  ['textDocument/prepareRename', v.object(ofPlace)],
  ['textDocument/rename', v.object({ ...ofPlace, newName: v.string() })],
  ['textDocument/onTypeFormatting', v.object({ ...ofPlace, ch: v.string() })],
  ['textDocument/formatting', v.object(ofText)],
  ['textDocument/rangeFormatting', v.object(ofRange)],
  ['textDocument/documentSymbol', v.object(ofText)],
  ['textDocument/foldingRange', v.object(ofText)],
  ['textDocument/selectionRange', v.object({ ...ofText, positions: v.array(position) })],
  ['textDocument/codeLens', v.object(ofText)],
  ['textDocument/inlayHint', v.object(ofRange)],
  ['textDocument/semanticTokens/full', v.object(ofText)],
  ['textDocument/semanticTokens/range', v.object(ofRange)],
  ['textDocument/diagnostic', v.object({ ...ofText, previousResultId: v.nullish(v.string()) })],
  ['workspace/diagnostic', v.object({ previousResultIds: v.array(v.object({ uri: v.string(), value: v.string() })) })],
  ['workspace/symbol', v.object({ query: v.string() })],
  [
    'textDocument/codeAction',
    v.object({
      ...ofRange,
      context: v.object({ diagnostics: v.array(v.object({ range })), only: v.nullish(v.array(v.string())) }),
    }),
  ],
  ['workspace/executeCommand', v.object({ command: v.string(), arguments: v.nullish(v.array(v.unknown())) })],

  [TASKS, v.object({ uri: v.string() })],
  [PAIR, v.object({ uri: v.string(), position })],
  [COMPARE, v.object({ one: v.string(), other: v.string() })],
  [CHECK_DRAFTS, v.object({ workDoneToken: v.optional(id) })],
  [DRAFT_CHOICES, v.object({ uris: v.array(v.string()) })],
  [DRAFT, v.object({ uris: v.array(v.string()), year: version, carry: v.array(count), fingerprint: v.string() })],
]);

/** What is wrong with the parameters of a message; undefined when nothing is, and for methods that are not ours. */
export function mistakeIn(method: string, params: unknown): string | undefined {
  const schema = schemas.get(method);
  if (schema === undefined) return undefined;
  // To valibot a list is an object too.
  const parsed = v.safeParse(schema, Array.isArray(params) ? undefined : params);
  if (parsed.success) return undefined;
  const [issue] = parsed.issues;
  const path = ['params', ...(issue.path ?? []).map(({ key }) => String(key))].join('.');
  return issue.received === 'undefined'
    ? `${path} is missing`
    : `${path}: expected ${issue.expected}, got ${issue.received}`;
}
