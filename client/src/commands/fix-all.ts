import { CodeActionKind, commands, window } from 'vscode';

/** Applies every safe fix of the text in the active editor. */
export async function fixAll(): Promise<void> {
  if (window.activeTextEditor === undefined) return;
  const kind = CodeActionKind.SourceFixAll.append('bizenv').value;
  await commands.executeCommand('editor.action.codeAction', { kind, apply: 'first' });
}
