import { env, Uri, window, workspace } from 'vscode';

/** Opens a small pair with a few slips as an untitled text, to try things out on. */
export async function openExample(extensionUri: Uri): Promise<void> {
  const name = env.language.toLowerCase().startsWith('zh') ? 'example.zh-cn.md' : 'example.md';
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'client/media', name));
  const content = new TextDecoder().decode(bytes);
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
}
