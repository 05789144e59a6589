import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Extension, startExtension } from './start.ts';

let extension: Extension | undefined;

/** On a desktop, or where the extension host is a Node process elsewhere: the server is a Node process too. */
export async function activate(context: ExtensionContext): Promise<Pick<Extension, 'taskView' | 'onDidAsk'>> {
  const module = Uri.joinPath(context.extensionUri, 'dist/extension/server.mjs').fsPath;
  extension = await startExtension(
    context,
    (options) => new LanguageClient('bizenv', 'bizenv', { module, transport: TransportKind.ipc }, options),
  );
  return { taskView: extension.taskView, onDidAsk: extension.onDidAsk };
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}
