import {
  commands,
  type Disposable,
  env,
  l10n,
  type TextEditor,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PAIR, type PairParams, type PairResult, type ProtocolPosition } from '#shared/protocol.ts';
import { ask } from '../ask.ts';
import type { Judgements } from '../judgements.ts';
import type { FromPairView, ShowPair } from './pair-messages.ts';
import { pairWords } from './pair-words.ts';
import { goTo } from './places.ts';

/** Point and row of the task at the cursor, side by side, in a web view that follows the cursor. */
export class PairView implements Disposable {
  readonly #extensionUri: Uri;
  readonly #client: BaseLanguageClient;
  readonly #judgements: Judgements;
  readonly #listeners: readonly Disposable[];
  #panel: WebviewPanel | undefined;
  #pair: PairResult | null = null;
  #at: { readonly uri: Uri; readonly position: ProtocolPosition } | undefined;
  #asked = 0;

  constructor(extensionUri: Uri, client: BaseLanguageClient, judgements: Judgements) {
    this.#extensionUri = extensionUri;
    this.#client = client;
    this.#judgements = judgements;
    this.#listeners = [
      commands.registerCommand('bizenv.showPair', () => this.#open()),
      commands.registerCommand('bizenv.goToPlace', goTo),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      judgements.onDidChange((uri) => {
        if (this.#at?.uri.toString() === uri) void this.#ask();
      }),
    ];
  }

  dispose(): void {
    this.#panel?.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  #open(): void {
    const editor = window.activeTextEditor;
    if (this.#panel === undefined) {
      const media = Uri.joinPath(this.#extensionUri, 'client/media');
      const scripts = Uri.joinPath(this.#extensionUri, 'dist/extension');
      this.#panel = window.createWebviewPanel(
        'bizenv.pair',
        l10n.t('Point and Row'),
        { viewColumn: ViewColumn.Beside, preserveFocus: true },
        { enableScripts: true, localResourceRoots: [media, scripts] },
      );
      this.#panel.iconPath = Uri.joinPath(media, 'view.svg');
      this.#panel.onDidDispose(() => {
        this.#panel = undefined;
      });
      this.#panel.webview.onDidReceiveMessage((message: FromPairView) => this.#receive(message));
      this.#panel.webview.html = page(this.#panel.webview, scripts, media);
    } else this.#panel.reveal(undefined, true);
    this.#follow(editor, true);
  }

  #receive(message: FromPairView): void {
    if (message.type === 'ready') this.#show();
    else void goTo(message.place, message.keepFocus);
  }

  #follow(editor: TextEditor | undefined, always = false): void {
    if (this.#panel === undefined || editor === undefined) return;
    const { uri } = editor.document;
    const judged = this.#judgements.of(uri);
    if (judged === undefined || judged.points + judged.rows === 0) return;
    if (!always && !workspace.getConfiguration('bizenv', uri).get('pairView.followCursor', true)) return;
    const { line, character } = editor.selection.active;
    this.#at = { uri, position: { line, character } };
    void this.#ask();
  }

  async #ask(): Promise<void> {
    if (this.#panel === undefined || this.#at === undefined) return;
    this.#asked++;
    const asked = this.#asked;
    const { uri, position } = this.#at;
    const params: PairParams = { uri: this.#client.code2ProtocolConverter.asUri(uri), position };
    const pair = (await ask<PairResult>(this.#client, PAIR, params)) ?? null;
    if (asked !== this.#asked) return;
    // Between two tasks the last one stays: a view that blinks empty is hard to read.
    if (pair === null && this.#pair !== null && Uri.parse(this.#pair.uri).toString() === uri.toString()) return;
    this.#pair = pair;
    this.#show();
  }

  #show(): void {
    const message: ShowPair = { type: 'show', pair: this.#pair, words: pairWords() };
    void this.#panel?.webview.postMessage(message);
  }
}

/** Nothing from a document is in the page: it comes as messages, and is shown as text. */
function page(webview: Webview, scripts: Uri, media: Uri): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const script = webview.asWebviewUri(Uri.joinPath(scripts, 'pair.js'));
  const style = webview.asWebviewUri(Uri.joinPath(media, 'pair.css'));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>${l10n.t('Point and Row')}</title>
</head>
<body>
<main id="pair"></main>
<p id="status" class="hidden-but-read" role="status"></p>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
