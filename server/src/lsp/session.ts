import { type CancellationToken, Emitter, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '#shared/findings/finding.ts';
import { type FileResult, lintDocuments } from '#shared/lint.ts';
import { Memory } from '#shared/memory/memory.ts';
import type { RuleSettings } from '#shared/rules/run-rules.ts';
import type { Locale } from '#shared/text/localized.ts';
import { LONGEST_TEXT } from '#shared/text/longest-text.ts';
import type { LiveFinding } from '#shared/typing/moved-findings.ts';
import type { DraftProvider, OpenDraft } from './drafts/draft-provider.ts';
import { PairReader } from './drafts/pair-reader.ts';
import { nextTurn, Outdated } from './guard.ts';
import { LiveDrafts } from './live-drafts.ts';
import type { SettingsStore } from './settings.ts';
import { uriKey } from './uri.ts';

/** What was found out about one version of a text. */
export interface Judged {
  /** 0 for a file that is not open. */
  readonly version: number;
  readonly file: FileResult;
  /** Findings of all files of the pair. */
  readonly pairFindings: readonly Finding[];
  /** What it was judged by; rules with those of the user's settings. */
  readonly options: OpenDraft['options'];
  /** How long reading and judging took. */
  readonly milliseconds: number;
}

/** Texts that were changed, and open ones that are judged with them. */
export interface Forgotten {
  readonly uris: readonly string[];
  /** True where configurations, directories or settings changed: files that are not open are meant too. */
  readonly everything: boolean;
}

/** How long typing must rest before work that nobody waits for is done, in milliseconds. */
const REST = 200;
/** A text that is judged within this time, in milliseconds, is judged at every key that somebody waits for. */
const AT_ONCE = 60;

/**
 * The open texts and what is known of them. A text is judged when first asked about after a change, and once for each
 * version and state of the settings; every feature reads the same result.
 */
export class Session {
  readonly documents: TextDocuments<TextDocument>;
  locale: Locale = 'zh';
  /** Grows with everything that can change findings. */
  generation = 0;
  readonly #drafts: DraftProvider;
  readonly #settings: SettingsStore;
  readonly #log: (line: string) => void;
  readonly #reader: PairReader;
  readonly #judged = new Map<string, Promise<Judged | undefined>>();
  readonly #last = new Map<string, Judged>();
  /** What was found out about earlier versions of the open texts. */
  readonly #memories = new Map<string, Memory>();
  readonly #live = new LiveDrafts();
  readonly #changedAt = new Map<string, number>();
  readonly #onDidJudge = new Emitter<{ readonly uri: string; readonly judged: Judged }>();
  readonly #onDidForget = new Emitter<Forgotten>();
  /** An open text was judged. */
  readonly onDidJudge = this.#onDidJudge.event;
  /** What was known of some texts holds no longer. */
  readonly onDidForget = this.#onDidForget.event;

  /** @param log takes a line for the output channel. */
  constructor(
    documents: TextDocuments<TextDocument>,
    drafts: DraftProvider,
    settings: SettingsStore,
    log: (line: string) => void,
  ) {
    this.documents = documents;
    this.#drafts = drafts;
    this.#settings = settings;
    this.#log = log;
    this.#reader = new PairReader(documents, drafts, settings);
    documents.onDidOpen(({ document }) => this.#changedAt.delete(document.uri));
    documents.onDidChangeContent(({ document }) => {
      if (this.#last.has(document.uri)) this.#changedAt.set(document.uri, Date.now());
      this.forget(document.uri);
    });
    documents.onDidClose(({ document }) => {
      this.#last.delete(document.uri);
      this.#memories.delete(document.uri);
      this.#live.drop(document.uri);
      this.#changedAt.delete(document.uri);
      this.forget(document.uri);
    });
  }

  /**
   * The result for an open text as it is now; undefined when it is not open, too long, or switched off by the settings.
   * @throws Outdated when it was changed meanwhile.
   */
  async judge(uri: string): Promise<Judged | undefined> {
    let judging = this.#judged.get(uri);
    if (judging === undefined) {
      if (this.documents.get(uri) === undefined) return undefined;
      judging = this.#judgeOpen(uri);
      this.#judged.set(uri, judging);
    }
    try {
      const judged = await judging;
      if (judged !== undefined && judged.version !== this.documents.get(uri)?.version) throw new Outdated();
      return judged;
    } catch (error) {
      if (this.#judged.get(uri) === judging) this.#judged.delete(uri);
      throw error;
    }
  }

  /** The same for texts that hold a part: all other texts are none of our business. */
  async ours(uri: string): Promise<Judged | undefined> {
    const judged = await this.judge(uri);
    return judged?.file.holdsParts ? judged : undefined;
  }

  /** The same, but not while somebody types: for what an editor asks by itself after every change. */
  async oursAtRest(uri: string, token: CancellationToken): Promise<Judged | undefined> {
    await this.rest(uri, token);
    return await this.ours(uri);
  }

  /** Waits until the text was left alone for a moment; returns at once when cancelled or already judged. */
  async rest(uri: string, token: CancellationToken, milliseconds = REST): Promise<void> {
    for (;;) {
      const changed = this.#changedAt.get(uri);
      const left = changed === undefined || this.#judged.has(uri) ? 0 : changed + milliseconds - Date.now();
      if (left <= 0 || token.isCancellationRequested) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, left);
        const listener = token.onCancellationRequested(done);
        function done() {
          clearTimeout(timer);
          listener.dispose();
          resolve();
        }
      });
    }
  }

  /**
   * The findings of an open text as it is now, as soon as may be: a key typed into a task is judged at once.
   * @throws Outdated when it was changed meanwhile.
   */
  async findings(uri: string, token?: CancellationToken): Promise<readonly LiveFinding[]> {
    if (this.documents.get(uri) !== undefined && !this.#judged.has(uri)) {
      const found = this.followed(uri);
      if (found !== undefined) return found;
      if (token !== undefined) await this.#restIfSlow(uri, token);
      if (token?.isCancellationRequested) throw new Outdated();
    }
    const judged = await this.judge(uri);
    return judged?.file.findings ?? [];
  }

  /** The findings of an open text as it is now, where they follow from those of a version before; else undefined. */
  followed(uri: string): readonly LiveFinding[] | undefined {
    const document = this.documents.get(uri);
    return document === undefined ? undefined : this.#live.next(uri, document.getText());
  }

  /**
   * Waits like `rest`, but for less where judging takes less, where it takes so long that a key would wait for the answers to
   * those before it.
   */
  async #restIfSlow(uri: string, token: CancellationToken): Promise<void> {
    const { milliseconds } = this.#last.get(uri) ?? { milliseconds: 0 };
    if (milliseconds > AT_ONCE) await this.rest(uri, token, Math.min(REST, milliseconds / 2));
  }

  /** The last result, of whatever version: for help while typing, where a line says the rest. */
  async lately(uri: string): Promise<Judged | undefined> {
    return this.#last.get(uri) ?? (await this.judge(uri));
  }

  /** The result for any file: as it stands in the editor, else on disk. Nothing is kept of a file that is not open. */
  async judgeFile(uri: string): Promise<Judged | undefined> {
    const open = this.openUri(uri);
    if (open !== undefined) return await this.judge(open);
    const started = Date.now();
    const text = await this.#drafts.readText(uri);
    if (text === undefined || text.length > LONGEST_TEXT) return undefined;
    const { year } = await this.#settings.of(uri);
    const draft = await this.#drafts.read(uri, text, year ?? undefined);
    return await this.#judgeGroup(uri, 0, draft, () => true, started);
  }

  /** The other texts that an open one was last judged together with, those that are not open. */
  closedHalves(uri: string): readonly string[] {
    const documents = this.#last.get(uri)?.file.subject.documents ?? [];
    return documents.flatMap(({ source }) => (this.openUri(source.id) === undefined ? [source.id] : []));
  }

  /** True for a text that an open one was last judged together with. */
  isHalfOfOpen(uri: string): boolean {
    const key = uriKey(uri);
    return [...this.#last.values()].some(({ file }) =>
      file.subject.documents.some(({ source }) => uriKey(source.id) === key),
    );
  }

  /** How the client spells the URI of an open text. */
  openUri(uri: string): string | undefined {
    return this.#reader.openUri(uri);
  }

  versionOf(uri: string): number | null {
    return this.documents.get(uri)?.version ?? null;
  }

  /** Forgets what was found out about a text, and about every text that was judged together with it. */
  forget(uri: string): void {
    this.generation++;
    const forgotten = new Set([uri]);
    for (const [other, { file }] of this.#last)
      if (file.subject.documents.some(({ source }) => uriKey(source.id) === uriKey(uri))) forgotten.add(other);
    for (const other of forgotten) {
      this.#judged.delete(other);
      // The text itself can be followed from one version to the next; what is judged with it cannot.
      if (other !== uri) this.#live.drop(other);
    }
    this.#onDidForget.fire({ uris: [...forgotten], everything: false });
  }

  /** Configurations, directories and settings are read anew. */
  forgetAll(): void {
    this.generation++;
    this.#judged.clear();
    this.#memories.clear();
    this.#live.dropAll();
    this.#reader.forget();
    this.#drafts.forget();
    this.#settings.forget();
    this.#onDidForget.fire({ uris: this.documents.keys(), everything: true });
  }

  async #judgeOpen(uri: string): Promise<Judged | undefined> {
    const { enable } = await this.#settings.of(uri);
    const document = this.documents.get(uri);
    if (document === undefined || enable === false || document.getText().length > LONGEST_TEXT) return undefined;
    const { version } = document;
    const isCurrent = () => this.documents.get(uri)?.version === version;
    const started = Date.now();
    const draft = await this.#reader.readOpen(uri, document);
    this.#forgetPartners(uri, draft);
    await nextTurn();
    if (!isCurrent()) throw new Outdated();
    const judged = await this.#judgeGroup(uri, version, draft, isCurrent, started);
    if (judged !== undefined) {
      this.#last.set(uri, judged);
      this.#live.judged(uri, judged.file, {
        ...judged.options,
        ...this.#reader.memoryFor(uri),
        judgingMemory: this.#memoryOf(uri),
      });
      this.#onDidJudge.fire({ uri, judged });
    }
    return judged;
  }

  async #judgeGroup(
    uri: string,
    version: number,
    draft: OpenDraft,
    isCurrent: () => boolean,
    started: number,
  ): Promise<Judged | undefined> {
    const { rules } = await this.#settings.of(uri);
    let group: readonly OpenDraft[];
    let generation: number;
    do {
      // A partner that changes while it is being read is read again.
      generation = this.generation;
      group = await this.#reader.groupOf(uri, draft);
      if (!isCurrent()) throw new Outdated();
    } while (generation !== this.generation);
    const pairs = [group.map((member) => member.document.source.id)];
    const options = { ...draft.options, pairs, rules: { ...ruleSettings(rules), ...draft.options.rules } };
    const result = lintDocuments(
      group.map((member) => member.document),
      { ...options, judgingMemory: this.#memoryOf(uri) },
    );
    for (const { rule, error } of result.failures) this.#log(`${rule}: ${error.stack ?? error.message}`);
    const file = result.files.find(({ source }) => source === draft.document.source);
    if (file === undefined) return undefined;
    const pairFindings = result.files.flatMap(({ findings }) => findings);
    return { version, file, pairFindings, options, milliseconds: Date.now() - started };
  }

  #memoryOf(uri: string): Memory | undefined {
    if (this.documents.get(uri) === undefined) return undefined;
    const memory = this.#memories.get(uri) ?? new Memory();
    this.#memories.set(uri, memory);
    return memory;
  }

  /** A partner that was judged before it was known as one is judged anew. */
  #forgetPartners(uri: string, { partners }: OpenDraft): void {
    for (const partner of partners) {
      const open = this.openUri(partner);
      const last = open === undefined ? undefined : this.#last.get(open);
      const isKnown = last?.file.subject.documents.some(({ source }) => uriKey(source.id) === uriKey(uri)) ?? true;
      if (open === undefined || isKnown) continue;
      this.#live.drop(open);
      if (this.#judged.delete(open)) this.#onDidForget.fire({ uris: [open], everything: false });
    }
  }
}

/** Findings of a result that touch a range of offsets. */
export function findingsAt(judged: Judged, start: number, end: number): readonly Finding[] {
  return judged.file.findings.filter((finding) => finding.start <= end && start <= finding.end);
}

/** What a user wrote into the settings may be anything. */
function ruleSettings(rules: Readonly<Record<string, string>> | undefined): RuleSettings {
  const settings: Record<string, RuleSettings[string]> = {};
  for (const [id, severity] of Object.entries(rules ?? {}))
    if (severity === 'off' || severity === 'info' || severity === 'warning' || severity === 'error')
      settings[id] = severity;
  return settings;
}
