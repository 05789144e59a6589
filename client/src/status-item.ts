import { type Disposable, l10n, MarkdownString, StatusBarAlignment, window } from 'vscode';
import type { DidJudgeParams } from '#shared/protocol.ts';
import type { Judgements } from './judgements.ts';

/** Findings of the pair in the active editor; a click opens Problems. Not there in other files. */
export class StatusItem implements Disposable {
  readonly #judgements: Judgements;
  readonly #item = window.createStatusBarItem('bizenv.findings', StatusBarAlignment.Left, 10);
  readonly #listeners: readonly Disposable[];

  constructor(judgements: Judgements) {
    this.#judgements = judgements;
    this.#item.name = l10n.t('Work Points and Task List');
    this.#item.command = 'workbench.actions.view.problems';
    this.#listeners = [
      judgements.onDidChange(() => this.#show()),
      window.onDidChangeActiveTextEditor(() => this.#show()),
    ];
    this.#show();
  }

  dispose(): void {
    this.#item.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  #show(): void {
    const judged = this.#judgements.active();
    if (judged === undefined) {
      this.#item.hide();
      return;
    }
    const { error, warning, info } = judged.counts;
    const words = describe(judged);
    this.#item.text =
      error + warning + info === 0
        ? `$(pass) ${l10n.t('Points and list agree')}`
        : `$(checklist)\u00a0\u00a0${[
            [error, '$(error)'],
            [warning, '$(warning)'],
            [info, '$(info)'],
          ]
            .filter(([count]) => count !== 0)
            .map(([count, icon]) => `${icon} ${count}`)
            .join('  ')}`;
    this.#item.tooltip = new MarkdownString(words.join('  \n'));
    this.#item.accessibilityInformation = { label: words.join(', ') };
    this.#item.show();
  }
}

function describe({ counts, points, rows, milliseconds }: DidJudgeParams): readonly string[] {
  return [
    l10n.t('{0} points, {1} rows', points, rows),
    l10n.t('{0} errors, {1} warnings, {2} hints', counts.error, counts.warning, counts.info),
    l10n.t('Checked in {0} ms', Math.round(milliseconds)),
  ];
}
