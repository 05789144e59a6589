import { commands, type Event, extensions, type InputBox, type QuickPick, type QuickPickItem } from 'vscode';
import { eventually } from '../eventually.ts';

type Question = QuickPick<QuickPickItem> | InputBox;

/** The questions of a command in the order in which they come up, answered as a user does: by keys. */
export class Questions {
  readonly #come: Question[] = [];
  readonly #listener: { dispose(): unknown };

  constructor(onDidAsk: Event<Question>) {
    this.#listener = onDidAsk((question) => this.#come.push(question));
  }

  static async listen(): Promise<Questions> {
    const extension = extensions.getExtension<{ onDidAsk: Event<Question> }>('bizenv.bizenv-tasklist');
    const onDidAsk = (await extension?.activate())?.onDidAsk;
    if (onDidAsk === undefined) throw new Error('the extension tells nothing of its questions');
    return new Questions(onDidAsk);
  }

  stop(): void {
    this.#listener.dispose();
  }

  next(): Promise<Question> {
    return eventually('a question', () => this.#come.shift());
  }

  async list(): Promise<QuickPick<QuickPickItem>> {
    const question = await this.next();
    if (!('items' in question)) throw new Error('a list was expected');
    return question;
  }
}

/** Moves to an item. What is set from here is sent when other work is done, a command at once. */
export async function focus(list: QuickPick<QuickPickItem>, wanted: string): Promise<void> {
  list.activeItems = list.items.filter(({ label }) => label === wanted);
  await new Promise((resolve) => setTimeout(resolve, 50));
}

export const accept = () => commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
export const goBack = () => commands.executeCommand('workbench.action.quickInputBack');
export const cancel = () => commands.executeCommand('workbench.action.closeQuickOpen');
export const focusNext = () => commands.executeCommand('workbench.action.quickOpenSelectNext');
export const toggle = () => commands.executeCommand('workbench.action.quickPickManyToggle');
