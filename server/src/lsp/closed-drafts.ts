import { type Diagnostic, Emitter } from 'vscode-languageserver';
import { toDiagnostic } from './convert.ts';
import type { DraftProvider } from './drafts/draft-provider.ts';
import { Outdated } from './guard.ts';
import { hashOf } from './hash.ts';
import type { Forgotten, Judged, Session } from './session.ts';

/** What a client is told of a text. */
export interface Report {
  /** Equal for equal findings. */
  readonly resultId: string;
  readonly items: Diagnostic[];
  readonly holdsParts: boolean;
}

export function reportOf(judged: Judged | undefined, { locale }: Session): Report {
  const items = (judged?.file.findings ?? []).map((finding) => toDiagnostic(finding, locale));
  return { resultId: hashOf(JSON.stringify(items)), items, holdsParts: judged?.file.holdsParts === true };
}

/**
 * The drafts of the workspace that are not open. Each is judged once, whoever asks: the findings are kept until something
 * changes that they can depend on.
 */
export class ClosedDrafts {
  readonly #session: Session;
  readonly #drafts: DraftProvider;
  readonly #log: (line: string) => void;
  readonly #known = new Map<string, Promise<Report>>();
  /** The drafts of the workspace, while no file comes or goes. */
  #uris: Promise<readonly string[]> | undefined;
  readonly #wanted = new Set<string>();
  readonly #onDidJudge = new Emitter<{ readonly uri: string; readonly report: Report }>();
  readonly #onDidCheck = new Emitter<void>();
  readonly onDidJudge = this.#onDidJudge.event;
  /** A check that somebody asked for has ended. */
  readonly onDidCheck = this.#onDidCheck.event;
  /** How many of those there were. */
  checks = 0;

  /** @param log takes a line for the output channel. */
  constructor(session: Session, drafts: DraftProvider, log: (line: string) => void) {
    this.#session = session;
    this.#drafts = drafts;
    this.#log = log;
    session.onDidForget((forgotten) => this.#forget(forgotten));
  }

  /** True once somebody has asked for the draft to be checked, whatever the settings have checked by themselves. */
  isWanted(uri: string): boolean {
    return this.#wanted.has(uri);
  }

  want(uri: string): void {
    this.#wanted.add(uri);
  }

  didCheck(): void {
    this.checks++;
    this.#onDidCheck.fire();
  }

  /** URIs of all Markdown files of the workspace, open ones too. */
  async uris(): Promise<readonly string[]> {
    this.#uris ??= this.#drafts.findDrafts();
    return await this.#uris;
  }

  /** What was found in a file as it is on disk; undefined when it cannot be said now. */
  async of(uri: string): Promise<Report | undefined> {
    let judging = this.#known.get(uri);
    if (judging === undefined) {
      judging = this.#judge(uri);
      this.#known.set(uri, judging);
    }
    try {
      return await judging;
    } catch (error) {
      if (this.#known.get(uri) === judging) this.#known.delete(uri);
      if (!(error instanceof Outdated)) this.#log(`${uri}: ${String(error)}`);
      return undefined;
    }
  }

  async #judge(uri: string): Promise<Report> {
    const report = reportOf(await this.#session.judgeFile(uri), this.#session);
    this.#onDidJudge.fire({ uri, report });
    return report;
  }

  #forget({ uris, everything }: Forgotten): void {
    const isEdit = !everything && uris.every((uri) => this.#session.documents.get(uri) !== undefined);
    if (!isEdit) this.#uris = undefined;
    // A closed file can be the other half of an open one, and one configuration holds for many.
    if (everything || uris.length > 1) this.#known.clear();
    else for (const uri of uris) this.#known.delete(uri);
  }
}
