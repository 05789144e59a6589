import { commands, type Disposable, EventEmitter, type LogOutputChannel, l10n, Uri, window, workspace } from 'vscode';
import type { DidJudgeParams } from '#shared/protocol.ts';

/** What the server last said of each open text; every surface reads it here. */
export class Judgements implements Disposable {
  readonly #output: LogOutputChannel;
  readonly #last = new Map<string, DidJudgeParams>();
  readonly #changed = new EventEmitter<string>();
  readonly #listener: Disposable;
  /** Fires with the URI of a text that was judged or closed. */
  readonly onDidChange = this.#changed.event;

  constructor(output: LogOutputChannel) {
    this.#output = output;
    this.#listener = workspace.onDidCloseTextDocument(({ uri }) => {
      if (!this.#last.delete(uri.toString())) return;
      this.#tell(uri.toString());
    });
  }

  add(params: DidJudgeParams): void {
    // The server may write a URI otherwise than the editor does.
    const uri = Uri.parse(params.uri).toString();
    const before = this.#last.get(uri);
    this.#last.set(uri, params);
    if (before === undefined || holdsParts(before) !== holdsParts(params)) this.#log(uri, params);
    this.#tell(uri);
  }

  /** Undefined for a text that was not judged yet. */
  of(uri: Uri): DidJudgeParams | undefined {
    return this.#last.get(uri.toString());
  }

  /** The text in the active editor, where it holds a part. */
  active(): DidJudgeParams | undefined {
    const editor = window.activeTextEditor;
    const judged = editor === undefined ? undefined : this.of(editor.document.uri);
    return judged !== undefined && holdsParts(judged) ? judged : undefined;
  }

  clear(): void {
    const uris = [...this.#last.keys()];
    this.#last.clear();
    for (const uri of uris) this.#tell(uri);
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  #tell(uri: string): void {
    // As URIs, not as text: the editor may run on another machine than this extension, and calls the same file otherwise.
    const texts = [...this.#last].filter(([, judged]) => holdsParts(judged)).map(([key]) => Uri.parse(key));
    void commands.executeCommand('setContext', 'bizenv.texts', texts);
    this.#changed.fire(uri);
  }

  #log(uri: string, { points, rows, milliseconds }: DidJudgeParams): void {
    if (points + rows > 0) {
      this.#output.info(
        l10n.t('{0}: {1} points, {2} rows, read in {3} ms', uri, points, rows, Math.round(milliseconds)),
      );
    } else {
      this.#output.info(l10n.t('{0}: neither work points nor a task list, so nothing is checked', uri));
    }
  }
}

export function holdsParts({ points, rows }: DidJudgeParams): boolean {
  return points + rows > 0;
}
