import { applyEdits, applyFixes } from '../findings/apply-fixes.ts';
import type { Edit, Finding } from '../findings/finding.ts';
import { type LintOptions, lint } from '../lint.ts';
import type { Point, Row } from '../model/policy-document.ts';
import type { Subject } from '../rules/subject.ts';
import { findPlaceholders } from '../rules/support/placeholders.ts';
import type { Localized } from '../text/localized.ts';
import { SourceText } from '../text/source-text.ts';
import { contains } from '../text/span.ts';
import { MARK, markOf } from './marks.ts';

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

/** What is to be looked at, by rule, in the words of a mark. */
const TOPICS: Readonly<Record<string, string>> = {
  'figure-mismatch': '数量',
  'deadline-mismatch': '时限',
  'stale-year': '年份',
  'citation-mismatch': '文件名称',
  'term-mismatch': '名称',
  'unfinished-sentence': '句子不完整',
  'duplicate-task': '与其他任务重复',
  'unbalanced-mark': '标点不成对',
  'missing-lead': '牵头单位',
  'lead-mismatch': '牵头单位',
  'lead-order': '牵头单位次序',
  'unknown-unit': '单位名称',
  'retired-unit': '单位名称',
  'unit-variant': '单位名称',
  'duplicate-unit': '单位重复',
  'missing-row': '本项由要点补入',
  'missing-point': '本项由清单补入',
};

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
  const settled: Settled[] = [];
  let current = source;
  let judged = judge(current, options);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const { findings, subject } = judged;
    if (findings.length === 0 || subject === undefined) break;
    const done = applyFixes([current], findings, 'all');
    const fixed = new Set(done.fixed);
    const alone = findings.filter(({ fixes }) => fixes.length === 0);
    const marks = marksFor([...done.fixed, ...alone], subject);
    const fixEdits = done.fixed.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
    const edits = [...fixEdits, ...marks.filter((mark) => !fixEdits.some((edit) => meets(edit, mark)))];
    if (edits.length === 0) break;
    const next = new SourceText(applyEdits(current.text, edits), current.id);
    const after = judge(next, options);
    // What brings more findings than it takes away was no cure.
    if (after.findings.length >= findings.length && after.findings.length > marks.length) break;
    settled.push(...findings.filter((finding) => fixed.has(finding) || alone.includes(finding)).map(settledOf));
    current = next;
    judged = after;
  }
  const left = judged.findings;
  const ids = new Set(left.map((finding) => `${finding.rule} ${finding.message.zh}`));
  return { source: current, settled: settled.filter(({ rule, message }) => !ids.has(`${rule} ${message.zh}`)), left };
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
    const behind = finding.source.text.slice(Math.max(0, at - 60), at);
    if (behind.includes(text) && findPlaceholders(behind).length > 0) continue;
    marks.set(`${at} ${text}`, { source: finding.source, start: at, end: at, text });
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
  return isName ? name : (TOPICS[rule] ?? '此处');
}

/** Where a mark about a finding goes: inside the last sentence of its point or of its row's measures. */
function markPlace(finding: Finding, subject: Subject): number | undefined {
  const point = subject.points.find((member) => contains(member.span, finding));
  if (point !== undefined) return endOfText(point);
  const row = subject.rows.find((member) => contains(member.span, finding));
  return row === undefined ? undefined : endOfText(row);
}

function endOfText(member: Point | Row): number | undefined {
  const text = 'pieces' in member ? member.text : (member.measures ?? member.task);
  return text === undefined || text.length === 0 ? undefined : text.trim().span.end;
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
