import {
  type CodeAction,
  commands,
  type Diagnostic,
  type Event,
  languages,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';

export function fileUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  return Uri.joinPath(folder.uri, name);
}

export async function open(name: string): Promise<TextEditor> {
  return await window.showTextDocument(fileUri(name));
}

/** Waits until something holds; looks again whenever the event fires. */
export function until<Value>(event: Event<unknown>, look: () => Value | undefined | false): Promise<Value> {
  return new Promise((resolve) => {
    const now = look();
    if (now !== undefined && now !== false) {
      resolve(now);
      return;
    }
    const listener = event(() => {
      const value = look();
      if (value === undefined || value === false) return;
      listener.dispose();
      resolve(value);
    });
  });
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
  return until(languages.onDidChangeDiagnostics, () => {
    const rules = rulesOf(uri);
    return wanted(rules) ? rules : undefined;
  });
}

export async function quickFixes(uri: Uri, { range }: Diagnostic): Promise<readonly CodeAction[]> {
  return await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, 'quickfix', 100);
}

/** Where a text stands in a document. */
export function rangeOf(document: TextDocument, text: string): Range {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`“${text}” is not in the document`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}

export async function replaceAll(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text);
  await workspace.applyEdit(edit);
}

export async function write(name: string, text: string): Promise<void> {
  await workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
}

/** Closes everything; what was not saved is given up. */
export async function closeAll(): Promise<void> {
  const count = window.tabGroups.all.reduce((sum, { tabs }) => sum + tabs.length, 0);
  for (let left = count; left > 0; left--) await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await commands.executeCommand('workbench.action.closeAllEditors');
}
