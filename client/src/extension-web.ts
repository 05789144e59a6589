import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Extension, startExtension } from './start.ts';

let extension: Extension | undefined;

/** In a browser: the server is a web worker. */
export async function activate(context: ExtensionContext): Promise<Pick<Extension, 'taskView' | 'onDidAsk'>> {
  const script = Uri.joinPath(context.extensionUri, 'dist/extension/server-web.js').toString(true);
  extension = await startExtension(
    context,
    (options) => new LanguageClient('bizenv', 'bizenv', async () => new Worker(script), options),
  );
  return { taskView: extension.taskView, onDidAsk: extension.onDidAsk };
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}
