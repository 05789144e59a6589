import type { Finding } from '../findings/finding.ts';
import type { LintOptions } from '../lint.ts';
import { SourceText } from '../text/source-text.ts';
import { type Carry, type CarryChoice, carried, isWanted } from './carry.ts';
import { type NoPair, type ReadPair, readLastYear, readPair } from './last-year.ts';
import { moveYears } from './move-years.ts';
import { type Replacement, renameUnits } from './rename-units.ts';
import { type Settled, settle, settleEmpty } from './settle.ts';
import { alignTables } from './tidy.ts';

export interface DraftRequest {
  /** The new year. */
  readonly year: number;
  readonly carry: Carry;
  /** As for judging last year's pair. */
  readonly options: LintOptions;
}

/** Why there is no draft. */
export type Refusal =
  | NoPair
  | { readonly kind: 'year-before'; readonly year: number }
  | { readonly kind: 'unknown-numbers'; readonly numbers: readonly number[]; readonly known: KnownNumbers };

/** The numbers that tasks are named by. */
export interface KnownNumbers {
  readonly first: number;
  readonly last: number;
  /** True where the document's own numbers start again, and tasks are counted through. */
  readonly areCounted: boolean;
}

export interface NewDraft {
  readonly kind: 'draft';
  readonly source: SourceText;
  /** The year of last year's pair. */
  readonly from: number;
  readonly carried: number;
  readonly dropped: number;
  /** Numbers that were asked for and that more than one task has; all of those were carried over. */
  readonly doubled: readonly number[];
  readonly replacements: readonly Replacement[];
  /** Targets and deadlines whose year was moved and is to be confirmed. */
  readonly targets: number;
  /** What was wrong in last year's pair already. */
  readonly settled: readonly Settled[];
  /** Counts and numbers that follow from what was left out. */
  readonly adjusted: readonly Settled[];
  /** What could not be settled: it is to be done by hand. */
  readonly left: readonly Finding[];
}

export type DraftOutcome = NewDraft | { readonly kind: 'refused'; readonly why: Refusal };

/**
 * Next year's pair from last year's: one file, or the two of a pair. What is carried over is carried byte for byte, but for
 * unit names, years, numbers, and line breaks that a page left behind. The same request gives the same draft.
 */
export function draftNextYear(
  sources: readonly SourceText[],
  { year, carry, options: given }: DraftRequest,
): DraftOutcome {
  const old = readLastYear(sources, given);
  if (old.kind === 'refused') return old;
  const { options, choices } = old;
  // A pair that names no year is taken for last year's.
  const from = old.year ?? year - 1;
  if (year < from) return { kind: 'refused', why: { kind: 'year-before', year: from } };
  const unknown = unknownNumbers(carry, choices);
  if (unknown !== undefined) return { kind: 'refused', why: unknown };

  const chosen = choices.filter(isWanted(carry));
  const next: LintOptions = { ...options, year };
  const dated = keep(chosen, old, options);
  const moved = moveYears(dated.document, dated.subject, from, year);
  const renamed = renameUnits(moved.source, next);
  const { source, settled, left } = (chosen.length === 0 ? settleEmpty : settle)(renamed.source, next);
  const dropped = choices.length - chosen.length;
  const follows = ({ rule }: Settled) => dropped > 0 && COUNTING.has(rule);
  return {
    kind: 'draft',
    source: alignTables(withoutGaps(source), next),
    from,
    carried: chosen.length,
    dropped,
    doubled: doubledNumbers(carry, chosen),
    replacements: renamed.replacements,
    targets: moved.targets,
    settled: settled.filter((each) => !follows(each)),
    adjusted: settled.filter(follows),
    left,
  };
}

/** Rules whose findings come about where tasks are left out. */
const COUNTING = new Set(['declared-count', 'section-numbering', 'point-numbering', 'row-numbering']);

function unknownNumbers(carry: Carry, choices: readonly CarryChoice[]): Refusal | undefined {
  if (!Array.isArray(carry)) return undefined;
  const known = new Set(choices.map(({ number }) => number));
  const numbers = carry.filter((number) => !known.has(number));
  if (numbers.length === 0) return undefined;
  const sorted = [...known].flatMap((number) => number ?? []).sort((a, b) => a - b);
  const areCounted = choices.some(({ number, written }) => number !== written);
  return {
    kind: 'unknown-numbers',
    numbers,
    known: { first: sorted[0] ?? 0, last: sorted.at(-1) ?? 0, areCounted },
  };
}

function doubledNumbers(carry: Carry, chosen: readonly CarryChoice[]): readonly number[] {
  if (!Array.isArray(carry)) return [];
  return carry.filter((number) => chosen.filter((choice) => choice.number === number).length > 1);
}

/** The pair with the chosen tasks alone. Where it could not be read with empty headings, those are left out. */
function keep(chosen: readonly CarryChoice[], { document, subject }: ReadPair, options: LintOptions): ReadPair {
  const tasks = new Set(chosen.map(({ task }) => task));
  const kept = readPair(carried(document, subject, tasks), options);
  const expected = chosen.reduce((sum, { task }) => sum + task.points.length, 0);
  if (expected === 0 || kept.subject.points.length === expected) return kept;
  return readPair(carried(document, subject, tasks, 'used'), options);
}

/** One blank line between paragraphs, none at the ends. */
function withoutGaps(source: SourceText): SourceText {
  const text = `${source.text.replace(/\n(?:[ \t]*\n){2,}/g, '\n\n').trim()}\n`;
  return text === source.text ? source : new SourceText(text, source.id);
}
