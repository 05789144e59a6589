import type { Edit, Finding, Fix, Place } from '../findings/finding.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Report, Rule } from './define-rule.ts';
import type { Subject } from './subject.ts';

/** A rule that could not do its work, or that reported what cannot be shown. The other rules are not touched by it. */
export interface RuleFailure {
  readonly rule: string;
  readonly error: Error;
}

/**
 * A rule's fixes hold no more edits than this in one text; later findings of the rule come without a fix. A draft stays far
 * below it, but thousands of findings that each renumber all that follows would cost the square of the text.
 */
const MOST_EDITS = 50_000;

/**
 * Makes findings of what a rule reports, and failures of what it may not report: a place outside the texts or inside
 * a character, a fix that cannot be applied. A finding with a bad fix is kept without that fix.
 */
export function makeReporter(
  rule: Rule,
  subject: Subject,
  findings: Finding[],
  failures: RuleFailure[],
): (report: Report) => void {
  const fail = (error: Error) => failures.push({ rule: rule.id, error });
  let edits = 0;
  return (report) => {
    const places = [report.at, ...(report.related ?? [])];
    const problem = places.map((place) => placeProblem(place, subject)).find((found) => found !== undefined);
    if (problem !== undefined) {
      fail(new RangeError(problem));
      return;
    }
    const at = wholeCharacters(report.at);
    const related = (report.related ?? []).map(wholeCharacters);
    const fixes = edits < MOST_EDITS ? soundFixes(rule, report, subject, fail) : [];
    edits += fixes.reduce((sum, fix) => sum + fix.edits.length, 0);
    findings.push({
      source: at.source,
      start: at.start,
      end: at.end,
      rule: rule.id,
      severity: report.severity ?? rule.severity,
      message: report.message,
      related,
      fixes,
      unnecessary: report.unnecessary ?? false,
      data: report.data ?? {},
    });
  };
}

/** The place with the marks that stand on its last letter, and without those of a letter before it. */
function wholeCharacters<Kind extends Place>(place: Kind): Kind {
  const { text } = place.source;
  const end = afterMarks(text, place.end);
  const start = place.start === place.end ? end : Math.min(afterMarks(text, place.start), end);
  return start === place.start && end === place.end ? place : { ...place, start, end };
}

function afterMarks(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (offset <= 0 || !mayBeMark(code)) return offset;
  MARKS.lastIndex = offset;
  return MARKS.test(text) ? MARKS.lastIndex : offset;
}

/** False for what nearly always follows: characters below the first mark, punctuation, ideographs, wide forms. */
function mayBeMark(code: number): boolean {
  if (!(code >= 0x300) || code >= 0xff00) return false;
  return !((code >= 0x2000 && code < 0x20d0) || (code >= 0x3000 && code < 0x302a) || (code >= 0x3100 && code < 0xa000));
}

const MARKS = /\p{M}+/uy;

function soundFixes(rule: Rule, report: Report, subject: Subject, fail: (error: Error) => void): readonly Fix[] {
  if (report.fixes === undefined) return [];
  let built: readonly Fix[];
  try {
    built = report.fixes();
  } catch (error) {
    fail(toError(error));
    return [];
  }
  return built.filter((fix, index) => {
    const problem =
      fixProblem(rule, fix, subject) ?? (fix.safe && index > 0 && !built[0]?.safe ? LATE_SAFE : undefined);
    if (problem !== undefined) fail(new RangeError(`fix "${fix.title.en}": ${problem}`));
    return problem === undefined;
  });
}

const LATE_SAFE = 'a safe fix stands after a suggested one';

function fixProblem(rule: Rule, fix: Fix, subject: Subject): string | undefined {
  if (rule.fix === 'none') return 'the rule declares that it has no fix';
  if (fix.safe && rule.fix === 'suggested') return 'the rule declares that its fixes are not safe';
  if (fix.edits.every((edit) => edit.text === edit.source.text.slice(edit.start, edit.end))) return 'changes nothing';
  return (
    fix.edits.map((edit) => placeProblem(edit, subject)).find((found) => found !== undefined) ??
    overlapProblem(fix.edits)
  );
}

function overlapProblem(edits: readonly Edit[]): string | undefined {
  const bySource = new Map<SourceText, Edit[]>();
  for (const edit of edits) {
    const list = bySource.get(edit.source);
    if (list === undefined) bySource.set(edit.source, [edit]);
    else list.push(edit);
  }
  for (const list of bySource.values()) {
    list.sort((a, b) => a.start - b.start || a.end - b.end);
    for (let i = 1; i < list.length; i++) {
      const before = list[i - 1] as Edit;
      const edit = list[i] as Edit;
      if (edit.start < before.end || edit.start === before.start)
        return `edits ${before.start}–${before.end} and ${edit.start}–${edit.end} overlap`;
    }
  }
  return undefined;
}

/** Why a place cannot be shown or edited; undefined when it can. */
function placeProblem(place: Place, subject: Subject): string | undefined {
  const { source, start, end } = place;
  if (!subject.documents.some((document) => document.source === source))
    return `the place ${start}–${end} is in a text that is not being judged`;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > source.text.length)
    return `the place ${start}–${end} is outside the text (length ${source.text.length})`;
  if (splitsCharacter(source.text, start) || splitsCharacter(source.text, end))
    return `the place ${start}–${end} begins or ends inside a character`;
  return undefined;
}

function splitsCharacter(text: string, offset: number): boolean {
  return isSurrogate(text.charCodeAt(offset - 1), 0xd800) && isSurrogate(text.charCodeAt(offset), 0xdc00);
}

function isSurrogate(code: number, first: number): boolean {
  return code >= first && code < first + 0x400;
}

export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
