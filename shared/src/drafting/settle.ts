import { applyEdits, applyFixes } from '../findings/apply-fixes.ts';
import type { Edit, Finding } from '../findings/finding.ts';
import { MARK, markOf, topicOf } from '../findings/marks.ts';
import { placesOf } from '../findings/pending.ts';
import { type LintOptions, lint } from '../lint.ts';
import type { Row } from '../model/policy-document.ts';
import type { Subject } from '../rules/subject.ts';
import { findPlaceholders } from '../rules/support/placeholders.ts';
import type { Localized } from '../text/localized.ts';
import { SourceText } from '../text/source-text.ts';
import { contains, type Span } from '../text/span.ts';

/** Something that was wrong in last year's pair already, and what the draft has in its place. */
export interface Settled {
  readonly rule: string;
  readonly message: Localized;
  /** What was done; undefined where only a mark was set. */
  readonly done: Localized | undefined;
}

export interface SettledText {
  readonly source: SourceText;
  readonly settled: readonly Settled[];
  /** What could not be settled: it is to be done by hand. */
  readonly left: readonly Finding[];
}

/** Of these, what a suggested fix does is a matter of form: nobody has to confirm it. */
const FORM = new Set([
  'point-numbering',
  'row-numbering',
  'section-numbering',
  'heading-level',
  'title-mismatch',
  'split-paragraph',
  'page-artifact',
  'unit-alias',
  'unit-separator',
  'document-number',
  'declared-count',
  'domain-mismatch',
  'section-mismatch',
  'unused-directive',
]);

const MOST_PASSES = 6;

/** For a draft without any task: of what is left, only counts that the text declares of itself say something wrong. */
export function settleEmpty(source: SourceText, options: LintOptions): SettledText {
  const counts = judge(source, options).findings.filter(({ rule }) => rule === 'declared-count');
  const edits = counts.flatMap(({ fixes }) => (fixes[0]?.edits ?? []).map((edit) => ({ ...edit, text: MARK })));
  const text = edits.length === 0 ? source.text : applyEdits(source.text, edits);
  return { source: text === source.text ? source : new SourceText(text, source.id), settled: [], left: [] };
}

/**
 * Makes of every error and warning that is left a decision: where the rule knows what to do, that is done; where a person
 * must look at it, a mark is set behind the text. What remains then is listed.
 */
export function settle(source: SourceText, options: LintOptions): SettledText {
  let best: State = { source, settled: [], judged: judge(source, options) };
  let current = best;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const next = settleOnce(current, options);
    if (next === undefined) break;
    // A row that was put in brings blanks, which the next pass marks.
    current = next;
    if (current.judged.findings.length < best.judged.findings.length) best = current;
  }
  const left = best.judged.findings;
  const ids = new Set(left.map((finding) => `${finding.rule} ${finding.message.zh}`));
  const settled = best.settled.filter(({ rule, message }) => !ids.has(`${rule} ${message.zh}`));
  return { source: best.source, settled, left };
}

interface State {
  readonly source: SourceText;
  readonly settled: readonly Settled[];
  readonly judged: ReturnType<typeof judge>;
}

/** Every fix there is, and a mark for everything else; undefined where nothing can be done. */
function settleOnce({ source, settled, judged }: State, options: LintOptions): State | undefined {
  const { subject } = judged;
  const findings = judged.findings.map(withColumnName);
  if (findings.length === 0 || subject === undefined) return undefined;
  const done = applyFixes([source], findings, 'all');
  const fixed = new Set(done.fixed);
  const alone = findings.filter(({ fixes }) => fixes.length === 0);
  const fixEdits = done.fixed.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  const marks = marksFor([...done.fixed, ...alone], subject).filter(
    (mark) => !fixEdits.some((edit) => meets(edit, mark)),
  );
  const edits = [...fixEdits, ...marks];
  if (edits.length === 0) return undefined;
  const next = new SourceText(applyEdits(source.text, edits), source.id);
  const told = findings.filter((finding) => fixed.has(finding) || alone.includes(finding)).map(settledOf);
  return { source: next, settled: [...settled, ...told], judged: judge(next, options) };
}

/** A misnamed column gets the name that the rule takes for the right one; the rule itself leaves that to a person. */
function withColumnName(finding: Finding): Finding {
  const { rule, data, source, start, end } = finding;
  const { name } = data;
  if (rule !== 'table-columns' || typeof name !== 'string') return finding;
  const title = { zh: `列名改为“${name}”`, en: `Call the column “${name}”` };
  return { ...finding, fixes: [{ title, safe: false, edits: [{ source, start, end, text: name }] }] };
}

function judge(source: SourceText, options: LintOptions) {
  const [file] = lint([source], { ...options, pairs: [] }).files;
  const findings = (file?.findings ?? []).filter(({ rule, severity }) => rule !== 'placeholder' && severity !== 'info');
  return { findings, subject: file?.subject };
}

function settledOf({ rule, message, fixes }: Finding): Settled {
  return { rule, message, done: fixes[0]?.title };
}

/** One mark for each text and topic, at the end of the text that the finding is about. */
function marksFor(findings: readonly Finding[], subject: Subject): readonly Edit[] {
  const marks = new Map<string, Edit>();
  for (const finding of findings) {
    if (FORM.has(finding.rule)) continue;
    const at = markPlace(finding, subject);
    if (at === undefined) continue;
    const text = markOf(subjectOf(finding));
    const behind = finding.source.text.slice(Math.max(0, at.start - 60), at.start);
    if (behind.includes(text) && findPlaceholders(behind).length > 0) continue;
    const { source } = finding;
    marks.set(`${at.start} ${text}`, {
      source,
      start: at.start,
      end: at.end,
      text: at.start < at.end ? ` ${text} ` : text,
    });
  }
  return joined([...marks.values()]);
}

/** The name that the fix puts in, where the finding is about a name; else what kind of thing is to be looked at. */
function subjectOf({ rule, data, fixes }: Finding): string {
  const { point, suggestions } = data;
  const name =
    rule === 'term-mismatch' ? point : rule === 'unknown-unit' && Array.isArray(suggestions) ? suggestions[0] : '';
  const isName =
    typeof name === 'string' && fixes.length > 0 && name !== '' && name.length <= 30 && !/[【】]/.test(name);
  return isName ? name : topicOf(rule);
}

/** Where a mark about a finding goes: into an empty cell, else inside the last sentence of its text. */
function markPlace(finding: Finding, subject: Subject): Span | undefined {
  const row = subject.rows.find((member) => contains(member.span, finding));
  if (row !== undefined && finding.rule === 'empty-cell' && !isUnitCell(row, finding)) return finding;
  for (const place of placesOf(finding, subject)) {
    const end = place.text?.trim().span.end;
    if (end !== undefined && place.text !== undefined && place.text.length > 0) return { start: end, end };
  }
  return undefined;
}

function isUnitCell({ cells }: Row, { start }: Finding): boolean {
  return [cells.lead, cells.responsible].some((cell) => cell?.span.start === start);
}

/** Marks at one place become one insertion. */
function joined(marks: readonly Edit[]): readonly Edit[] {
  const places = new Map<number, Edit>();
  for (const mark of marks) {
    const other = places.get(mark.start);
    places.set(mark.start, other === undefined ? mark : { ...other, text: other.text + mark.text });
  }
  return [...places.values()];
}

function meets(edit: Edit, mark: Edit): boolean {
  return edit.start <= mark.start && mark.start <= edit.end && edit.start !== edit.end
    ? edit.start < mark.start && mark.start < edit.end
    : edit.start === mark.start;
}
