import {
  type CodeAction,
  commands,
  type Diagnostic,
  languages,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { eventually } from '../eventually.ts';

export function fileUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  return Uri.joinPath(folder.uri, name);
}

export async function open(name: string, at?: string): Promise<TextEditor> {
  return await openUri(fileUri(name), at);
}

/** Shows a file as it is on the disk, with the cursor where a text stands in it. */
export async function openUri(uri: Uri, at?: string): Promise<TextEditor> {
  const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
  const { document } = await window.showTextDocument(uri);
  // The editor keeps what it read before for a while, also after it was closed.
  await eventually(`${uri.path} as it is on the disk`, async () => {
    if (document.getText() === text) return true;
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.files.revert');
    return document.getText() === text;
  });
  if (at !== undefined) await window.showTextDocument(document, { selection: emptyRangeOf(document, at) });
  return await untilActive(document);
}

function untilActive(document: TextDocument): Promise<TextEditor> {
  return eventually(`${document.uri.path} in the active editor`, () => {
    const editor = window.activeTextEditor;
    return editor?.document === document && editor;
  });
}

/** Shows a text that was never saved. */
export async function openUnsaved(content: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: 'markdown', content });
  await window.showTextDocument(document);
  await untilActive(document);
  return document;
}

export function findings(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'bizenv');
}

export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

function rulesOf(uri: Uri): readonly string[] {
  return findings(uri).map(ruleOf).sort();
}

export function untilFindings(uri: Uri, wanted: (rules: readonly string[]) => boolean): Promise<readonly string[]> {
  return eventually(
    () => `${wanted} in ${uri.path}, which has: ${rulesOf(uri).join(', ')}`,
    () => {
      const rules = rulesOf(uri);
      return wanted(rules) && rules;
    },
  );
}

/** The finding of a rule, once it is there. */
export function untilFinding(uri: Uri, rule: string): Promise<Diagnostic> {
  return eventually(
    () => `${rule} in ${uri.path}, which has: ${rulesOf(uri).join(', ')}`,
    () => findings(uri).find((finding) => ruleOf(finding) === rule),
  );
}

export async function quickFixes(uri: Uri, { range }: Diagnostic): Promise<readonly CodeAction[]> {
  return await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, 'quickfix', 100);
}

/** Where a text stands in a document. */
export function rangeOf(document: TextDocument, text: string): Range {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`“${text}” is not in the document: ${document.getText().slice(0, 200)}`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}

function emptyRangeOf(document: TextDocument, text: string): Range {
  const { start } = rangeOf(document, text);
  return new Range(start, start);
}

/** Makes a change. The editor refuses one to a text that it has changed itself meanwhile: it is made again on the newer text. */
async function change(document: TextDocument, rangeNow: () => Range, text: string): Promise<void> {
  await eventually(`a change to ${document.uri.path}`, async () => {
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, rangeNow(), text);
    return await workspace.applyEdit(edit);
  });
}

export async function replaceAll(document: TextDocument, text: string): Promise<void> {
  await change(document, () => new Range(0, 0, document.lineCount, 0), text);
  await untilText(document, text);
}

/** Replaces the first place where a text stands. */
export async function replace(document: TextDocument, old: string, text: string): Promise<void> {
  const wanted = document.getText().replace(old, () => text);
  await change(document, () => rangeOf(document, old), text);
  await untilText(document, wanted);
}

async function untilText(document: TextDocument, text: string): Promise<void> {
  await eventually(
    () => `the text wanted in ${document.uri.path}, which has: ${document.getText().slice(0, 400)}`,
    () => document.getText() === text,
  );
}

/** Undoes the last step in a document, after which it must be as given. */
export async function undoTo(document: TextDocument, text: string): Promise<void> {
  await window.showTextDocument(document);
  await untilActive(document);
  await commands.executeCommand('undo');
  await untilText(document, text);
}

export async function write(name: string, text: string): Promise<void> {
  await workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
}
