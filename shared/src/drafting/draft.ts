import type { Finding } from '../findings/finding.ts';
import type { LintOptions } from '../lint.ts';
import type { PolicyDocument } from '../model/policy-document.ts';
import { readDocument } from '../model/read-document.ts';
import { makeSubject } from '../rules/make-subject.ts';
import type { Subject } from '../rules/subject.ts';
import { SourceText } from '../text/source-text.ts';
import { type Carry, type CarryChoice, carried, carryChoices } from './carry.ts';
import { moveYears } from './move-years.ts';
import { type Replacement, renameUnits } from './rename-units.ts';
import { type Settled, settle, settleEmpty } from './settle.ts';
import { alignTables, fixOnly, nestHeadings } from './tidy.ts';

export interface DraftRequest {
  /** The new year. */
  readonly year: number;
  readonly carry: Carry;
  /** As for judging last year's pair; their `year` is last year's, where the caller knows better than its title. */
  readonly options: LintOptions;
}

/** Why there is no draft. */
export type Refusal =
  | { readonly kind: 'no-pair'; readonly missing: 'work-points' | 'task-list' | 'both' }
  | { readonly kind: 'year-before'; readonly year: number }
  | { readonly kind: 'unknown-numbers'; readonly numbers: readonly number[]; readonly last: number }
  /** Two files that are no pair: of two years, of two places, or each with the same part. */
  | { readonly kind: 'disagree'; readonly about: 'year' | 'place' | 'parts'; readonly values: readonly string[] };

export interface NewDraft {
  readonly kind: 'draft';
  readonly source: SourceText;
  /** The year of last year's pair. */
  readonly from: number;
  readonly carried: number;
  readonly dropped: number;
  readonly replacements: readonly Replacement[];
  /** Targets and deadlines whose year was moved and is to be confirmed. */
  readonly targets: number;
  readonly settled: readonly Settled[];
  readonly left: readonly Finding[];
}

export type DraftOutcome = NewDraft | { readonly kind: 'refused'; readonly why: Refusal };

/**
 * Next year's pair from last year's: one file, or the two of a pair. What is carried over is carried byte for byte, but for
 * unit names, years, numbers, and line breaks that a page left behind. The same request gives the same draft.
 */
export function draftNextYear(sources: readonly SourceText[], request: DraftRequest): DraftOutcome {
  const { options, year } = request;
  const documents = sources.map((source) => readDocument(source, options));
  const refusal = disagreement(documents) ?? incomplete(documents);
  if (refusal !== undefined) return { kind: 'refused', why: refusal };
  // A pair that names no year is taken for last year's.
  const from = documents.find((document) => document.year !== undefined)?.year ?? year - 1;
  if (year < from) return { kind: 'refused', why: { kind: 'year-before', year: from } };

  const clean = tidy(oneText(documents), options);
  const old = read(clean, options);
  const choices = carryChoices(old.subject);
  const numbers = new Set(choices.map(({ number }) => number));
  const unknown = typeof request.carry === 'string' ? [] : request.carry.filter((number) => !numbers.has(number));
  if (unknown.length > 0)
    return { kind: 'refused', why: { kind: 'unknown-numbers', numbers: unknown, last: Math.max(0, ...numbers) } };
  const wanted = request.carry === 'all' ? numbers : new Set(request.carry === 'none' ? [] : request.carry);
  const chosen = choices.filter(({ number }) => wanted.has(number));
  const next: LintOptions = { ...options, year };
  const dated = keep(chosen, old, options);
  const moved = moveYears(dated.document, dated.subject, from, year);
  const renamed = renameUnits(moved.source, next);
  const { source, settled, left } = (chosen.length === 0 ? settleEmpty : settle)(renamed.source, next);
  return {
    kind: 'draft',
    source: alignTables(withoutGaps(source), next),
    from,
    carried: chosen.length,
    dropped: choices.length - chosen.length,
    replacements: renamed.replacements,
    targets: moved.targets,
    settled,
    left,
  };
}

/** The pair with the chosen tasks alone. Where it could not be read with empty headings, those are left out. */
function keep(chosen: readonly CarryChoice[], { document, subject }: ReadPair, options: LintOptions): ReadPair {
  const tasks = new Set(chosen.map(({ task }) => task));
  const kept = read(carried(document, subject, tasks), options);
  const expected = chosen.reduce((sum, { task }) => sum + task.points.length, 0);
  if (expected === 0 || kept.subject.points.length === expected) return kept;
  return read(carried(document, subject, tasks, 'used'), options);
}

/** Clean layout: what a scan left behind goes, headings get the levels of their tiers. Words and punctuation stay. */
function tidy(source: SourceText, options: LintOptions): SourceText {
  const layout = ['page-artifact', 'split-paragraph', 'split-table', 'cell-break', 'heading-level'];
  return nestHeadings(fixOnly(source, layout, options, 'all').source, options);
}

interface ReadPair {
  readonly document: PolicyDocument;
  readonly subject: Subject;
}

function read(source: SourceText, options: LintOptions): ReadPair {
  const document = readDocument(source, options);
  return { document, subject: makeSubject([document], options.directory, options.year) };
}

/** Both files of a pair in one text, the points first, with plain line feeds; what said that they are a pair is left out. */
function oneText(documents: readonly PolicyDocument[]): SourceText {
  const ordered = [...documents].sort((a, b) => b.workPoints.length - a.workPoints.length);
  const texts = ordered.map((document, index) => {
    const front = document.blocks.find((block) => block.kind === 'front-matter');
    const { text } = document.source;
    if (front === undefined) return text;
    const body = text.slice(front.span.end);
    const lines = document.source.slice(front.inner).split(/\r\n?|\n/);
    const kept = lines.filter((line) => documents.length === 1 || !/^pair\s*:/.test(line));
    return index > 0 || kept.every((line) => line.trim() === '') ? body : `---\n${kept.join('\n').trim()}\n---${body}`;
  });
  const joined = texts.map((text) => text.replace(/\r\n?/g, '\n').trim()).join('\n\n');
  return new SourceText(`${joined}\n`, documents[0]?.source.id);
}

/** One blank line between paragraphs, none at the ends. */
function withoutGaps(source: SourceText): SourceText {
  const text = `${source.text.replace(/\n(?:[ \t]*\n){2,}/g, '\n\n').trim()}\n`;
  return text === source.text ? source : new SourceText(text, source.id);
}

function incomplete(documents: readonly PolicyDocument[]): Refusal | undefined {
  const points = documents.some(({ workPoints }) => workPoints.some((part) => part.points.length > 0));
  const rows = documents.some(({ taskLists }) => taskLists.some((list) => list.rows.length > 0));
  if (points && rows) return undefined;
  return { kind: 'no-pair', missing: points ? 'task-list' : rows ? 'work-points' : 'both' };
}

function disagreement(documents: readonly PolicyDocument[]): Refusal | undefined {
  if (documents.length < 2) return undefined;
  for (const [about, value] of [
    ['year', (document: PolicyDocument) => document.year?.toString()],
    ['place', (document: PolicyDocument) => document.place],
  ] as const) {
    const values = [...new Set(documents.flatMap((document) => value(document) ?? []))];
    if (values.length > 1) return { kind: 'disagree', about, values };
  }
  const withPoints = documents.filter(({ workPoints }) => workPoints.length > 0);
  const withRows = documents.filter(({ taskLists }) => taskLists.length > 0);
  if (withPoints.length < 2 && withRows.length < 2) return undefined;
  return { kind: 'disagree', about: 'parts', values: documents.map(({ source }) => source.id) };
}
