import { dedupe } from '../findings/dedupe.ts';
import type { Finding } from '../findings/finding.ts';
import { applySeverity } from '../findings/severity.ts';
import { sortFindings } from '../findings/sort.ts';
import type { FileResult, LintOptions } from '../lint.ts';
import type { Memory } from '../memory/memory.ts';
import { movedPoint, movedRow } from '../model/moved.ts';
import type { Point, Row } from '../model/policy-document.ts';
import type { TableContext } from '../model/task-lines.ts';
import { SteadyPairs } from '../pairing/steady-pairs.ts';
import { rules } from '../rules/all.ts';
import { makeReporter, type RuleFailure } from '../rules/check-report.ts';
import { wordsToMatch } from '../rules/match-parts.ts';
import type { Subject } from '../rules/subject.ts';
import { duplicatesOf, writtenPoint, writtenRow } from '../rules/support/near-duplicates.ts';
import { UniqueTexts } from '../rules/support/unique-texts.ts';
import type { SourceText } from '../text/source-text.ts';
import { editBetween, type TextEdit } from '../text/text-edit.ts';
import { rereadPoint, rereadRow } from './reread.ts';
import { type FollowedTask, TaskPlaces } from './task-places.ts';
import { taskSubject } from './task-subject.ts';
import type { WordsChange } from './words-change.ts';

/** A finding without its fixes: those of a text that is still being typed nobody asks for. */
export type LiveFinding = Omit<Finding, 'fixes'>;

/** Every so many words count for an edit that they are typed into. */
const WORDS_OF_EDIT = 8;

/**
 * The findings of a draft while the words of its tasks are typed: of each version only the task that was edited is read and
 * judged again, and what was found elsewhere is moved along.
 *
 * It answers only where the result is sure to be that of a whole look: the edit stays within the words of one point, or of a
 * row's task or measures, and leaves number, units, pairs and duplicates as they are; every rule says by `words` what its
 * findings have to do with that. For every other version it gives no answer, and is made anew of a whole look.
 */
export class LiveFindings {
  readonly #subject: Subject;
  readonly #options: LintOptions;
  readonly #memory: Memory;
  readonly #places: TaskPlaces;
  readonly #pairs: SteadyPairs;
  readonly #pointTexts: UniqueTexts;
  readonly #rowTexts: UniqueTexts;
  #wordsLeft: number;
  #source: SourceText;
  #findings: readonly LiveFinding[];

  private constructor(
    { subject, source, findings }: FileResult,
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
    this.#places = new TaskPlaces(subject, source);
    this.#pointTexts = new UniqueTexts(subject.points.map((point) => writtenPoint(point, memory)));
    this.#rowTexts = new UniqueTexts(subject.rows.map((row) => writtenRow(row, memory)));
    const [part] = subject.workPoints;
    const [list] = subject.taskLists;
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
    const pairs = SteadyPairs.of(pairing, { directory: subject.directory, memory: judgingMemory });
    return pairs && new LiveFindings(result, options, judgingMemory, pairs);
  }

  /** The version that was looked at last. */
  get text(): string {
    return this.#source.text;
  }

  /** The findings of the next version of the text; undefined where it must be looked at as a whole. Then this one is of no use any more. */
  next(source: SourceText): readonly LiveFinding[] | undefined {
    const edit = editBetween(this.#source.text, source.text);
    if (edit === undefined) return this.#moved(source, { start: 0, end: 0, length: 0 }, undefined);
    this.#wordsLeft -= edit.end - edit.start + edit.length + WORDS_OF_EDIT;
    if (this.#wordsLeft < 0) return undefined;
    const found = this.#places.at(edit);
    if (found === undefined) return undefined;
    const { task, side } = found;
    this.#places.apply(edit);
    const context = this.#contextOf(source);
    const after =
      side === 'point'
        ? rereadPoint(task.point, this.#places.lineOf(task, 'point'), context)
        : rereadRow(task.row, this.#places.lineOf(task, 'row'), context);
    if (after === undefined) return undefined;
    const change = { before: task[side], after } as WordsChange;
    if (!this.#isSettled(task, change)) return undefined;
    const own = this.#judgeTask(task, after, source);
    return own && this.#moved(source, edit, { task, findings: own });
  }

  /** Whether nothing but findings within the task can change. */
  #isSettled(task: FollowedTask, change: WordsChange): boolean {
    const settings = this.#options.rules ?? {};
    for (const { id, words } of rules) {
      if (words === 'task' || words === 'none') continue;
      // What one rule asks of the words, others can go by, also where it is off itself.
      if (words === undefined ? settings[id] !== 'off' : !words(change, this.#subject)) return false;
    }
    const { after } = change;
    if (isPoint(after))
      return (
        this.#pairs.replacePoint(task.pointPosition, after) &&
        this.#pointTexts.replace(task.pointPosition, writtenPoint(after, this.#memory))
      );
    return (
      this.#pairs.replaceRow(task.rowPosition, after) &&
      this.#rowTexts.replace(task.rowPosition, writtenRow(after, this.#memory))
    );
  }

  /** What the rules about words find in a task as it stands now. */
  #judgeTask(task: FollowedTask, after: Point | Row, source: SourceText): readonly LiveFinding[] | undefined {
    // Read anew, the one stands where it was read; the other may have moved since then.
    this.#places.offsetOf(task, isPoint(after) ? 'point' : 'row');
    task.point = isPoint(after) ? after : { ...movedPoint(task.point, this.#places.offsetOf(task, 'point')), source };
    task.row = isPoint(after) ? { ...movedRow(task.row, this.#places.offsetOf(task, 'row')), source } : after;
    const subject = taskSubject(this.#subject, source, task.point, task.row);
    const settings = this.#options.rules ?? {};
    const findings: Finding[] = [];
    const failures: RuleFailure[] = [];
    for (const rule of rules) {
      if (rule.words !== 'task' || settings[rule.id] === 'off') continue;
      try {
        rule.check(subject, makeReporter(rule, subject, findings, failures));
      } catch {
        return undefined;
      }
    }
    return failures.length > 0 ? undefined : applySeverity(dedupe(findings), settings);
  }

  /** All findings as they stand in the new version. */
  #moved(
    source: SourceText,
    edit: TextEdit,
    judged: { readonly task: FollowedTask; readonly findings: readonly LiveFinding[] } | undefined,
  ): readonly LiveFinding[] | undefined {
    const moved: LiveFinding[] = [];
    for (const finding of this.#findings) {
      if (judged !== undefined && ABOUT_WORDS.has(finding.rule) && this.#places.holds(judged.task, finding.start, edit))
        continue;
      const place = (one: { readonly start: number; readonly end: number }) => movedPlace(one, edit);
      const own = place(finding);
      const related = finding.related.map((one) => ({ at: place(one), message: one.message }));
      if (own === undefined || related.some(({ at }) => at === undefined)) return undefined;
      moved.push({
        ...finding,
        source,
        ...own,
        related: related.map(({ at, message }) => ({ source, start: 0, end: 0, ...at, message })),
      });
    }
    this.#source = source;
    this.#findings = judged === undefined ? moved : sortFindings([...moved, ...judged.findings]);
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

const ABOUT_WORDS: ReadonlySet<string> = new Set(rules.filter(({ words }) => words === 'task').map(({ id }) => id));

function isPoint(task: Point | Row): task is Point {
  return 'pieces' in task;
}

/** A place of the old version in the new one; undefined for one that the edit touched. */
function movedPlace(
  { start, end }: { readonly start: number; readonly end: number },
  edit: TextEdit,
): { readonly start: number; readonly end: number } | undefined {
  const offset = edit.length - (edit.end - edit.start);
  if (end <= edit.start) return { start, end };
  if (start >= edit.end) return { start: start + offset, end: end + offset };
  return start <= edit.start && end >= edit.end && start < end ? { start, end: end + offset } : undefined;
}
