import { type Diagnostic, Emitter } from 'vscode-languageserver';
import { toDiagnostic } from './convert.ts';
import type { DraftProvider } from './drafts/draft-provider.ts';
import { Outdated } from './guard.ts';
import { hashOf } from './hash.ts';
import type { Forgotten, Judged, Session } from './session.ts';
import { uriKey } from './uri.ts';

/** What a client is told of a text. */
export interface Report {
  /** Equal for equal findings. */
  readonly resultId: string;
  readonly items: Diagnostic[];
  readonly holdsParts: boolean;
}

export function reportOf(judged: Judged | undefined, { locale }: Session): Report {
  const items = judged?.file.findings.map((finding) => toDiagnostic(finding, locale)) ?? [];
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
  /** Keys of the texts that a draft was judged together with, itself too. */
  readonly #pairs = new Map<string, readonly string[]>();
  readonly #wanted = new Set<string>();
  readonly #onDidJudge = new Emitter<{ readonly uri: string; readonly report: Report }>();
  readonly #onDidOutdate = new Emitter<string>();
  readonly #onDidCheck = new Emitter<void>();
  readonly onDidJudge = this.#onDidJudge.event;
  /** A draft that was judged turned out to belong to another one: it is to be judged again. */
  readonly onDidOutdate = this.#onDidOutdate.event;
  /** A check that somebody asked for has ended. */
  readonly onDidCheck = this.#onDidCheck.event;
  /** How many of those there were. */
  checks = 0;
  /** True once the client has asked for the diagnostics of the whole workspace. */
  isPulled = false;

  /** @param log takes a line for the output channel. */
  constructor(session: Session, drafts: DraftProvider, log: (line: string) => void) {
    this.#session = session;
    this.#drafts = drafts;
    this.#log = log;
    session.onDidForget((forgotten) => this.#forget(forgotten));
    session.onDidJudge(({ uri, judged }) => {
      for (const { source } of judged.file.subject.documents) this.#outdateClosed(source.id, uri);
    });
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

  /** The same one after the other; one that turns out to belong to another comes again. */
  async *queue(): AsyncGenerator<{ readonly uri: string; readonly done: number; readonly all: number }> {
    const waiting = [...(await this.uris())];
    const listener = this.onDidOutdate((uri) => {
      if (!waiting.includes(uri)) waiting.push(uri);
    });
    try {
      for (let done = 0; waiting.length > 0; done++) {
        const uri = waiting.shift();
        if (uri !== undefined) yield { uri, done, all: done + 1 + waiting.length };
      }
    } finally {
      listener.dispose();
    }
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
    let judged = await this.#session.judgeFile(uri);
    // Another draft that was judged meanwhile may have said that this one belongs to it.
    if (this.#isNamed(uri, judged)) judged = await this.#session.judgeFile(uri);
    const pair = judged?.file.subject.documents.map(({ source }) => uriKey(source.id)) ?? [];
    this.#pairs.set(uri, pair);
    const report = reportOf(judged, this.#session);
    this.#onDidJudge.fire({ uri, report });
    for (const partner of judged?.file.subject.documents ?? []) await this.#outdate(partner.source.id, uri);
    return report;
  }

  #isNamed(uri: string, judged: Judged | undefined): boolean {
    return [...this.#pairs].some(([other, pair]) => pair.includes(uriKey(uri)) && !isJudgedWith(other, judged));
  }

  /** Only one file of a pair may name the other, and that one may have been judged alone before. */
  async #outdate(partner: string, uri: string): Promise<void> {
    const open = this.#session.openUri(partner);
    if (open !== undefined) {
      // When it is being typed in, its next judgement knows the pair.
      const judged = await this.#session.judge(open).catch(() => undefined);
      if (judged !== undefined && !isJudgedWith(uri, judged)) this.#session.forget(open);
    } else this.#outdateClosed(partner, uri);
  }

  #outdateClosed(partner: string, uri: string): void {
    if (this.#pairs.get(partner)?.includes(uriKey(uri)) !== false || !this.#known.delete(partner)) return;
    this.#pairs.delete(partner);
    this.#onDidOutdate.fire(partner);
  }

  #forget({ uris, everything }: Forgotten): void {
    const isEdit = !everything && uris.every((uri) => this.#session.documents.get(uri) !== undefined);
    if (!isEdit) this.#uris = undefined;
    // A closed file can be the other half of an open one, and one configuration holds for many.
    const outdated = everything || uris.length > 1 ? [...this.#known.keys()] : uris;
    for (const uri of [...outdated, ...this.#halvesOf(outdated)]) {
      this.#known.delete(uri);
      this.#pairs.delete(uri);
    }
  }

  /** The drafts that were judged together with one of these. */
  #halvesOf(uris: readonly string[]): readonly string[] {
    const keys = new Set(uris.map(uriKey));
    return [...this.#pairs].flatMap(([uri, pair]) => (pair.some((key) => keys.has(key)) ? [uri] : []));
  }
}

function isJudgedWith(uri: string, judged: Judged | undefined): boolean {
  return judged?.file.subject.documents.some(({ source }) => uriKey(source.id) === uriKey(uri)) === true;
}
