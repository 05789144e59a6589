import { type Disposable, EventEmitter, type Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { TASKS, type TasksParams, type TaskTree } from '#shared/protocol.ts';
import { ask } from '../ask.ts';
import { holdsParts, type Judgements } from '../judgements.ts';

/** The tasks of the text in the active editor, or of the last one while a view has the focus. */
export class TaskModel implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #judgements: Judgements;
  readonly #changed = new EventEmitter<void>();
  readonly #listeners: readonly Disposable[];
  readonly onDidChange = this.#changed.event;
  #tree: TaskTree | undefined;
  /** The text that the tree is of, or is being asked for. */
  #uri: Uri | undefined;
  #asked = 0;

  constructor(client: BaseLanguageClient, judgements: Judgements) {
    this.#client = client;
    this.#judgements = judgements;
    this.#listeners = [
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined) void this.#turnTo(editor.document.uri);
      }),
      judgements.onDidChange((uri) => {
        const active = this.#uri ?? window.activeTextEditor?.document.uri;
        if (active?.toString() === uri) void this.#turnTo(active);
      }),
    ];
    this.#uri = window.activeTextEditor?.document.uri;
  }

  get tree(): TaskTree | undefined {
    return this.#tree;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }

  async #turnTo(uri: Uri): Promise<void> {
    this.#uri = uri;
    this.#asked++;
    const asked = this.#asked;
    const tree = await this.#ask(uri);
    // A newer question has its own answer.
    if (asked !== this.#asked) return;
    this.#tree = tree;
    this.#changed.fire();
  }

  async #ask(uri: Uri): Promise<TaskTree | undefined> {
    const judged = this.#judgements.of(uri);
    if (judged === undefined || !holdsParts(judged)) return undefined;
    const params: TasksParams = { uri: this.#client.code2ProtocolConverter.asUri(uri) };
    return await ask<TaskTree>(this.#client, TASKS, params);
  }
}
