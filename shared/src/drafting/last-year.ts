import type { LintOptions } from '../lint.ts';
import type { PolicyDocument } from '../model/policy-document.ts';
import { readDocument } from '../model/read-document.ts';
import { makeSubject } from '../rules/make-subject.ts';
import type { Subject } from '../rules/subject.ts';
import { SourceText } from '../text/source-text.ts';
import { type CarryChoice, carryChoices } from './carry.ts';
import { fixOnly, nestHeadings } from './tidy.ts';

/** Why files are no pair to draft from. */
export type NoPair =
  | { readonly kind: 'no-pair'; readonly missing: 'work-points' | 'task-list' | 'both' }
  /** Two files that are no pair: of two years, of two places, or each with the same part. */
  | { readonly kind: 'disagree'; readonly about: 'year' | 'place' | 'parts'; readonly values: readonly string[] };

/** A text with the pair that stands in it. */
export interface ReadPair {
  readonly document: PolicyDocument;
  readonly subject: Subject;
}

/** Last year's pair, ready to draft from: in one text, in a clean layout. */
export interface LastYear extends ReadPair {
  readonly kind: 'last-year';
  /** Undefined where it names no year. */
  readonly year: number | undefined;
  /** What it was read by. */
  readonly options: LintOptions;
  readonly choices: readonly CarryChoice[];
}

/**
 * Reads last year's pair: one file, or the two of a pair in either order. Layout is cleaned before tasks are counted; that
 * changes no number of a task and no word of it.
 */
export function readLastYear(
  sources: readonly SourceText[],
  given: LintOptions,
): LastYear | { readonly kind: 'refused'; readonly why: NoPair } {
  const options = byOwnYear(sources, given);
  const documents = sources.map((source) => readDocument(source, options));
  const why = disagreement(documents) ?? incomplete(documents);
  if (why !== undefined) return { kind: 'refused', why };
  const pair = readPair(tidy(oneText(documents), options), options);
  const year = documents.find((document) => document.year !== undefined)?.year;
  return { kind: 'last-year', ...pair, year, options, choices: carryChoices(pair.subject) };
}

export function readPair(source: SourceText, options: LintOptions): ReadPair {
  const document = readDocument(source, options);
  return { document, subject: makeSubject([document], options.directory, options.year) };
}

/** A configuration's year is that of the drafts in its folder; last year's file among them is of the year it says itself. */
function byOwnYear(sources: readonly SourceText[], { defaultYear, ...own }: LintOptions): LintOptions {
  if (defaultYear === undefined) return own;
  return sources.some((source) => readDocument(source, own).year !== undefined) ? own : { ...own, defaultYear };
}

/** Clean layout: what a scan left behind goes, headings get the levels of their tiers. Words and punctuation stay. */
function tidy(source: SourceText, options: LintOptions): SourceText {
  const layout = ['page-artifact', 'split-paragraph', 'split-table', 'cell-break', 'heading-level'];
  return nestHeadings(fixOnly(source, layout, options, 'all').source, options);
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

function incomplete(documents: readonly PolicyDocument[]): NoPair | undefined {
  const points = documents.some(({ workPoints }) => workPoints.some((part) => part.points.length > 0));
  const rows = documents.some(({ taskLists }) => taskLists.some((list) => list.rows.length > 0));
  if (points && rows) return undefined;
  return { kind: 'no-pair', missing: points ? 'task-list' : rows ? 'work-points' : 'both' };
}

function disagreement(documents: readonly PolicyDocument[]): NoPair | undefined {
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
