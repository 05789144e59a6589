import { commands, type Uri } from 'vscode';

/** Shows a Markdown text as a page, beside what is open; false where the editor cannot make one. */
export async function showPage(uri: Uri): Promise<boolean> {
  try {
    await commands.executeCommand('markdown.showPreviewToSide', uri);
    return true;
  } catch {
    return false;
  }
}
