import { commands, type LogOutputChannel, l10n, window } from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient';

/** So many ends within `WINDOW` milliseconds, and the server is left alone. */
const MOST_RESTARTS = 5;
const WINDOW = 180_000;

/** Starts a server that died again, and says so; one that keeps dying is not started for ever. */
export class RestartingErrorHandler implements ErrorHandler {
  readonly #output: LogOutputChannel;
  #ends: readonly number[] = [];

  constructor(output: LogOutputChannel) {
    this.#output = output;
  }

  /** The user starts the server: how often it ended before no longer counts. */
  startAnew(): void {
    this.#ends = [];
  }

  error(error: Error): ErrorHandlerResult {
    this.#output.error(error);
    return { action: ErrorAction.Continue };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#ends = [...this.#ends.filter((end) => now - end < WINDOW), now];
    if (this.#ends.length >= MOST_RESTARTS) {
      const message = l10n.t('The checking service keeps stopping, and stays off. Your text was not touched.');
      this.#output.error(message);
      void offer(window.showErrorMessage, message, [
        { title: l10n.t('Start Again'), command: 'bizenv.restartServer' },
        { title: l10n.t('Show Log'), command: 'bizenv.showOutput' },
      ]);
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    const message = l10n.t('The checking service stopped and was started again. Your text was not touched.');
    this.#output.warn(message);
    void offer(window.showWarningMessage, message, [{ title: l10n.t('Show Log'), command: 'bizenv.showOutput' }]);
    return { action: CloseAction.Restart, handled: true };
  }
}

interface Choice {
  readonly title: string;
  readonly command: string;
}

async function offer(
  show: (message: string, ...choices: Choice[]) => Thenable<Choice | undefined>,
  message: string,
  choices: readonly Choice[],
): Promise<void> {
  const chosen = await show(message, ...choices);
  if (chosen !== undefined) await commands.executeCommand(chosen.command);
}
