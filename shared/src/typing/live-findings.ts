import { dedupe } from '../findings/dedupe.ts';
import type { Finding, Place } from '../findings/finding.ts';
import { MARK_START, withoutPending } from '../findings/pending.ts';
import { applySeverity } from '../findings/severity.ts';
import { sortFindings } from '../findings/sort.ts';
import type { FileResult, LintOptions } from '../lint.ts';
import type { Memory } from '../memory/memory.ts';
import type { Point, Row } from '../model/policy-document.ts';
import { isToldByUnits } from '../model/read-work-points.ts';
import type { TableContext } from '../model/task-lines.ts';
import { SteadyPairs } from '../pairing/steady-pairs.ts';
import { rules } from '../rules/all.ts';
import { makeReporter, type RuleFailure } from '../rules/check-report.ts';
import { wordsToMatch } from '../rules/match-parts.ts';
import type { Subject } from '../rules/subject.ts';
import { duplicatesOf, writtenPoint, writtenRow } from '../rules/support/near-duplicates.ts';
import { UniqueTexts } from '../rules/support/unique-texts.ts';
import type { SourceText } from '../text/source-text.ts';
import { editBetween } from '../text/text-edit.ts';
import { EditedDraft } from './edited-draft.ts';
import { isTouched, type LiveFinding, movedFindings } from './moved-findings.ts';
import { saysTheSame } from './quiet-lines.ts';
import { rereadPoint, rereadRow } from './reread.ts';
import { keepsDomain, keepsUnits, type TaskChange, type WordsReach } from './task-change.ts';
import { type FollowedTask, type Side, TaskPlaces, textAfter } from './task-places.ts';

/** Every so many words count for an edit that they are typed into. */
const WORDS_OF_EDIT = 8;

/**
 * The findings of a draft while its tasks are typed in: of each version only the task that was edited is read and judged
 * again, with the unit lists or the domains of all tasks where its own changed; what else was found is moved along.
 *
 * It answers only where the result is sure to be that of a whole look: the edit stays within the words, the units or the
 * domain of one point or row, and leaves number, pairs and duplicates as they are; every rule says by `words` what its findings have
 * to do with that. For every other version it gives no answer: that needs a whole look.
 */
export class LiveFindings {
  readonly #subject: Subject;
  readonly #options: LintOptions;
  readonly #memory: Memory;
  readonly #draft: EditedDraft;
  readonly #places: TaskPlaces;
  readonly #pairs: SteadyPairs;
  readonly #pointTexts: UniqueTexts;
  readonly #rowTexts: UniqueTexts;
  readonly #isToldByUnits: boolean;
  /** Somewhere in the draft stands a mark that puts off what is found beside it. */
  readonly #mayPutOff: boolean;
  /** No row takes its domain over from another one, and what rows say of it can be judged wherever they stand. */
  readonly #domainsAreOwn: boolean;
  #wordsLeft: number;
  /** It was found out too late that an edit cannot be followed. */
  #isLost = false;
  #source: SourceText;
  #findings: readonly LiveFinding[];

  private constructor(
    { subject, document, source, findings }: FileResult,
    options: LintOptions,
    memory: Memory,
    pairs: SteadyPairs,
  ) {
    this.#subject = subject;
    this.#options = options;
    this.#memory = memory;
    this.#source = source;
    this.#findings = findings;
    this.#pairs = pairs;
    this.#draft = new EditedDraft(subject);
    this.#places = new TaskPlaces(subject, source);
    this.#pointTexts = new UniqueTexts(subject.points.map((point) => writtenPoint(point, memory)));
    this.#rowTexts = new UniqueTexts(subject.rows.map((row) => writtenRow(row, memory)));
    const [part] = subject.workPoints;
    const [list] = subject.taskLists;
    this.#mayPutOff = source.text.includes(MARK_START) && options.rules?.placeholder !== 'off';
    this.#domainsAreOwn =
      this.#draft.isInOrder &&
      subject.rows.every(({ cells, continues }) => cells.domain?.content.length !== 0 && continues === undefined);
    this.#isToldByUnits = part === undefined || isToldByUnits(part, document.blocks);
    this.#wordsLeft = part === undefined || list === undefined ? 0 : wordsToMatch(part, list, memory);
  }

  /**
   * Undefined for a draft that cannot be followed: one of several files or parts, with directives, or with duplicates.
   * @param options Those by which the result was found, its `judgingMemory` too.
   */
  static of(result: FileResult, options: LintOptions): LiveFindings | undefined {
    const { subject } = result;
    const { judgingMemory } = options;
    const [pairing, ...others] = subject.pairings;
    if (judgingMemory === undefined || pairing === undefined || others.length > 0) return undefined;
    const { documents, workPoints, taskLists } = subject;
    if (documents.length !== 1 || workPoints.length !== 1 || taskLists.length !== 1) return undefined;
    if (documents.some(({ directives }) => directives.length > 0) || duplicatesOf(subject).copies.size > 0)
      return undefined;
    const pairs = new SteadyPairs(pairing, { directory: subject.directory, memory: judgingMemory });
    return new LiveFindings(result, options, judgingMemory, pairs);
  }

  /** The version that was looked at last. */
  get text(): string {
    return this.#source.text;
  }

  /**
   * The findings of the next version of the text; undefined where it must be looked at as a whole. Then nothing has changed
   * here: versions that follow on the one before can still be asked for, as when what was typed is taken back.
   */
  next(source: SourceText): readonly LiveFinding[] | undefined {
    if (this.#isLost) return undefined;
    const edit = editBetween(this.#source.text, source.text);
    if (edit === undefined)
      return this.#take(source, movedFindings(this.#findings, source, { start: 0, end: 0, length: 0 }));
    source.follow(this.#source, edit);
    const wordsLeft = this.#wordsLeft - (edit.end - edit.start + edit.length + WORDS_OF_EDIT);
    if (wordsLeft < 0) return undefined;
    const line = this.#places.at(edit);
    if (line === undefined) return undefined;
    const own = textAfter(line, edit, source);
    if (line.followed === undefined) {
      if (line.tableLine === undefined || !saysTheSame(line.tableLine, own.text)) return undefined;
      if (this.#findings.some((finding) => isTouched(finding, edit))) return undefined;
      this.#places.apply(edit, line, own);
      return this.#take(source, movedFindings(this.#findings, source, edit));
    }
    const { task, side } = line.followed;
    const change = this.#reread(task, side, own);
    if (change === undefined) return undefined;
    const reaches = new Set<WordsReach>();
    if (!keepsUnits(change)) reaches.add('lists');
    if (!keepsDomain(change)) reaches.add('domains');
    const kept = this.#findings.filter(({ rule, start }) => {
      const reach = REACHES.get(rule);
      return !(reach === 'task' ? this.#places.holds(task, start) : reach !== undefined && reaches.has(reach));
    });
    if (kept.some((finding) => isTouched(finding, edit)) || !this.#isSettled(task, change)) return undefined;
    this.#wordsLeft = wordsLeft;
    this.#places.apply(edit, line, own);
    if (isPoint(change.after)) task.point = change.after;
    else task.row = change.after;
    this.#draft.update(task);
    return this.#take(
      source,
      movedFindings(kept, source, edit),
      this.#judge(this.#draft.taskSubject(task), new Set(['task']), source),
      reaches.size === 0 ? [] : this.#judge(this.#draft.subject, reaches, source),
    );
  }

  /** @param own The line of the task after the edit, as a text of its own. */
  #reread(task: FollowedTask, side: Side, own: SourceText): TaskChange | undefined {
    const context = this.#contextOf(own);
    if (side === 'row') {
      const after = rereadRow(task.row, context);
      if (after === undefined || !hasNoMark(task.row, after)) return undefined;
      const change = { before: task.row, after };
      return this.#domainsAreOwn || keepsDomain(change) ? change : undefined;
    }
    const before = task.point;
    const read = rereadPoint(before, context);
    if (read === undefined || !hasNoMark(before, read.point)) return undefined;
    if (this.#isToldByUnits && read.isSure[0] !== read.isSure[1]) return undefined;
    return { before, after: read.point };
  }

  /** Whether nothing but findings within the task, and those of unit lists and domains, can change. */
  #isSettled(task: FollowedTask, change: TaskChange): boolean {
    const settings = this.#options.rules ?? {};
    for (const { id, words } of rules) {
      if (typeof words === 'string') continue;
      // What one rule asks of the words, others can go by, also where it is off itself.
      if (words === undefined ? settings[id] !== 'off' : !words(change, this.#subject)) return false;
    }
    const { after } = change;
    const [texts, position] = isPoint(after)
      ? [this.#pointTexts, task.pointPosition]
      : [this.#rowTexts, task.rowPosition];
    const written = isPoint(after) ? writtenPoint(after, this.#memory) : writtenRow(after, this.#memory);
    if (!this.#pairs.replace(position, after)) return false;
    if (texts.replace(position, written)) return true;
    this.#pairs.replace(position, change.before);
    return false;
  }

  /** What the rules of some reaches find in an edited draft, where it stands now; undefined where that cannot be told. */
  #judge(subject: Subject, reaches: ReadonlySet<WordsReach>, source: SourceText): readonly LiveFinding[] | undefined {
    const settings = this.#options.rules ?? {};
    const found: Finding[] = [];
    const failures: RuleFailure[] = [];
    for (const rule of rules) {
      if (rule.words === undefined || !reaches.has(rule.words) || settings[rule.id] === 'off') continue;
      try {
        const reporter = makeReporter(rule, subject, found, failures);
        rule.check(subject, ({ fixes: _unasked, ...report }) => reporter(report));
      } catch {
        return undefined;
      }
    }
    if (failures.length > 0) return undefined;
    const told = this.#mayPutOff ? withoutPending(found, subject) : found;
    const findings: Finding[] = [];
    for (const finding of told) {
      const now = this.#now(finding, source);
      const related = finding.related.flatMap((place) => this.#now(place, source) ?? []);
      if (now === undefined || related.length < finding.related.length) return undefined;
      findings.push({ ...now, related });
    }
    return applySeverity(dedupe(findings), settings);
  }

  #now<Kind extends Place>(place: Kind, source: SourceText): Kind | undefined {
    const now = this.#places.now(place);
    return now && { ...place, ...now, source };
  }

  /** Takes over a version with its findings; where some of them cannot be told, it can be followed no more. */
  #take(
    source: SourceText,
    ...found: readonly (readonly LiveFinding[] | undefined)[]
  ): readonly LiveFinding[] | undefined {
    this.#isLost = found.includes(undefined);
    if (this.#isLost) return undefined;
    this.#source = source;
    this.#findings = sortFindings(found.flatMap((findings) => findings ?? []));
    return this.#findings;
  }

  #contextOf(source: SourceText): TableContext {
    const [document] = this.#subject.documents;
    return {
      source,
      directory: this.#options.directory,
      convention: document?.leadConvention ?? 'all',
      synonyms: this.#options.columns ?? {},
      memo: new WeakMap(),
      memory: this.#options.readingMemory,
    };
  }
}

const REACHES: ReadonlyMap<string, WordsReach | undefined> = new Map(rules.map(({ id, words }) => [id, words]));

function isPoint(task: Point | Row): task is Point {
  return 'pieces' in task;
}

/** A mark puts off what is found beside it, whatever rule finds it. */
function hasNoMark(...tasks: readonly (Point | Row)[]): boolean {
  return tasks.every(({ source, span }) => !source.slice(span).includes(MARK_START));
}
