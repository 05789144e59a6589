import {
  type ClientCapabilities,
  type CodeAction,
  type Command,
  CreateFile,
  type DocumentSymbol,
  MarkupKind,
  ResourceOperationKind,
  type SymbolInformation,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { plainText } from './markdown.ts';

/** What features answer, in the form that a client can take: the protocol has grown, and not every client with it. */

/** Takes a `WorkspaceEdit`, for clients that know code actions only as commands. */
export const APPLY_EDIT = 'bizenv.applyEdit';

/** Undefined for an edit that the client has no way to make. */
export function editFor({ workspace }: ClientCapabilities, edit: WorkspaceEdit): WorkspaceEdit | undefined {
  const { documentChanges = false, resourceOperations = [] } = workspace?.workspaceEdit ?? {};
  const steps = edit.documentChanges ?? [];
  const makesFiles = steps.some((step) => CreateFile.is(step));
  if (makesFiles && !resourceOperations.includes(ResourceOperationKind.Create)) return undefined;
  if (documentChanges || makesFiles) return edit;
  const changes: Record<string, TextEdit[]> = {};
  for (const step of steps) {
    if (!TextDocumentEdit.is(step)) return undefined;
    const { uri } = step.textDocument;
    const edits = step.edits.flatMap((one) => ('newText' in one ? [{ range: one.range, newText: one.newText }] : []));
    changes[uri] = [...(changes[uri] ?? []), ...edits];
  }
  return { changes };
}

export function knowsCodeActions({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
}

export function actionsFor(client: ClientCapabilities, actions: readonly CodeAction[]): (CodeAction | Command)[] {
  return actions.flatMap((action): (CodeAction | Command)[] => {
    const edit = action.edit === undefined ? undefined : editFor(client, action.edit);
    if (edit === undefined) return [];
    if (knowsCodeActions(client)) return [{ ...action, edit }];
    return canApplyEdits(client) ? [{ title: action.title, command: APPLY_EDIT, arguments: [edit] }] : [];
  });
}

/** Commands change texts by asking the client to. */
export function canApplyEdits({ workspace }: ClientCapabilities): boolean {
  return workspace?.applyEdit === true;
}

export function hoverText(
  { textDocument }: ClientCapabilities,
  markdown: string,
): { readonly kind: MarkupKind; readonly value: string } {
  return textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown)
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainText(markdown) };
}

/** A tree, or the same in one list where each names what holds it. */
export function symbolsFor(
  { textDocument }: ClientCapabilities,
  uri: string,
  symbols: readonly DocumentSymbol[],
): DocumentSymbol[] | SymbolInformation[] {
  return textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ? [...symbols] : flat(uri, symbols, undefined);
}

function flat(uri: string, symbols: readonly DocumentSymbol[], containerName: string | undefined): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName === undefined ? {} : { containerName }) },
    ...flat(uri, children, name),
  ]);
}
