import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  ProgressLocation,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  DRAFT,
  DRAFT_CHOICES,
  type DraftChoices,
  type DraftChoicesParams,
  type DraftChoicesResult,
  type DraftParams,
  type DraftResult,
} from '#shared/protocol.ts';
import { ask } from '../ask.ts';
import type { Judgements } from '../judgements.ts';
import { showPage } from '../show-page.ts';
import type { Outcome } from '../wizard.ts';
import { askForCarry } from './draft/carry-step.ts';
import { askForFile } from './draft/file-step.ts';
import { askForTarget, openAt } from './draft/target-step.ts';
import { askForYear } from './draft/year-step.ts';

/** What stands in the last report, for the editor. */
const REPORT = 'bizenv-report';

/** The command "Draft next year's pair…", and the report of what the last draft changed. */
export class DraftNextYear implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #judgements: Judgements;
  readonly #disposables: readonly Disposable[];
  readonly #changed = new EventEmitter<Uri>();
  #report: { readonly uri: Uri; readonly text: string } | undefined;

  constructor(client: BaseLanguageClient, judgements: Judgements) {
    this.#client = client;
    this.#judgements = judgements;
    this.#disposables = [
      this.#changed,
      workspace.registerTextDocumentContentProvider(REPORT, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: () => this.#report?.text ?? '',
      }),
      commands.registerCommand('bizenv.draftNextYear', () => this.#run()),
      commands.registerCommand('bizenv.showDraftReport', () => this.#showReport()),
    ];
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** One question after another; each can be gone back from, and given up without a trace. */
  async #run(): Promise<void> {
    let files: readonly Uri[] = [];
    let read: DraftChoices | undefined;
    let year: number | undefined;
    let carry: readonly number[] | undefined;
    let step: 'file' | 'year' | 'carry' | 'target' = 'file';
    for (;;) {
      switch (step) {
        case 'file': {
          const outcome = await this.#askForPair();
          if (outcome === undefined || outcome === 'back') return;
          // What was chosen among the tasks of another file holds no longer.
          carry = undefined;
          ({ files, read } = outcome.answer);
          step = 'year';
          break;
        }
        case 'year': {
          const outcome: Outcome<number> = await askForYear(read?.year ?? null, year);
          if (outcome === undefined) return;
          if (outcome !== 'back') year = outcome.answer;
          step = outcome === 'back' ? 'file' : 'carry';
          break;
        }
        case 'carry': {
          const outcome: Outcome<readonly number[]> = await askForCarry(read?.choices ?? [], carry);
          if (outcome === undefined) return;
          if (outcome !== 'back') carry = outcome.answer;
          step = outcome === 'back' ? 'year' : 'target';
          break;
        }
        case 'target': {
          const [first] = files;
          if (first === undefined || read === undefined || year === undefined || carry === undefined) return;
          const outcome = await askForTarget(first, year);
          if (outcome === undefined) return;
          if (outcome === 'back') {
            step = 'carry';
            break;
          }
          await this.#draft(files, { year, carry, fingerprint: read.fingerprint }, outcome.answer.file);
          return;
        }
      }
    }
  }

  /** The file of last year's pair, and where it holds one part only, the file with the other one. */
  async #askForPair(): Promise<Outcome<{ readonly files: readonly Uri[]; readonly read: DraftChoices }>> {
    let files: readonly Uri[] = [];
    let problem: string | undefined;
    for (;;) {
      const outcome = await askForFile(this.#judgements, { problem, one: files[0] });
      if (outcome === 'back' && files.length > 0) {
        [files, problem] = [[], undefined];
        continue;
      }
      if (outcome === undefined || outcome === 'back') return outcome;
      files = [...files, outcome.answer];
      const read = await this.#choices(files);
      if (read !== undefined && !('refusal' in read)) return { answer: { files, read } };
      problem = read?.refusal ?? l10n.t('There was no answer; please try again.');
      if (files.length === 1 && read?.lacks !== undefined) continue;
      void window.showWarningMessage(problem);
      files = [];
    }
  }

  async #choices(files: readonly Uri[]): Promise<DraftChoicesResult | undefined> {
    const params: DraftChoicesParams = { uris: this.#uris(files) };
    return await working(l10n.t('Reading last year’s pair'), () =>
      ask<DraftChoicesResult>(this.#client, DRAFT_CHOICES, params),
    );
  }

  async #draft(files: readonly Uri[], request: Omit<DraftParams, 'uris'>, target: Uri | undefined): Promise<void> {
    const params: DraftParams = { uris: this.#uris(files), ...request };
    const result = await working(l10n.t('Drafting the pair of {0}', request.year), () =>
      ask<DraftResult>(this.#client, DRAFT, params),
    );
    if (result === undefined || 'refusal' in result) {
      void window.showWarningMessage(result?.refusal ?? l10n.t('There was no answer; please try again.'));
      return;
    }
    await openAt(target, result.text);
    this.#keepReport(request.year, result.details);
    const showDetails = l10n.t('Show Details');
    void window.showInformationMessage(result.summary, showDetails).then((chosen) => {
      if (chosen === showDetails) void this.#showReport();
    });
  }

  #uris(files: readonly Uri[]): readonly string[] {
    return files.map((uri) => this.#client.code2ProtocolConverter.asUri(uri));
  }

  #keepReport(year: number, text: string): void {
    const uri = Uri.from({ scheme: REPORT, path: `/${l10n.t('What the draft of {0} changed', year)}.md` });
    this.#report = { uri, text };
    this.#changed.fire(uri);
    void commands.executeCommand('setContext', 'bizenv.hasDraftReport', true);
  }

  /** Beside the draft: as a page where the editor can make one of Markdown, else as text. */
  async #showReport(): Promise<void> {
    if (this.#report === undefined) return;
    const { uri } = this.#report;
    if (await showPage(uri)) return;
    await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preserveFocus: true });
  }
}

async function working<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  return await window.withProgress({ location: ProgressLocation.Window, title }, work);
}
