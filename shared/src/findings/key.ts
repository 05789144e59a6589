import type { Point, Row } from '../model/policy-document.ts';
import type { Subject } from '../rules/subject.ts';
import { normalForm } from '../text/normal-form.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Finding } from './finding.ts';

/** The marked words are cut to this length: a key is to be read and compared, not to hold a paragraph. */
const LONGEST = 80;

/** Of a task's words so many tell it from every other one. */
const LONGEST_TASK = 40;

/** What a finding is known by when lines are moved and tasks renumbered. */
export interface FindingIdentity {
  readonly rule: string;
  /** The opening words of the task it stands in, without number; else those of the heading above it. */
  readonly task: string;
  /** The words it marks, in normal form. */
  readonly words: string;
}

/**
 * For each finding an identity that survives edits elsewhere and renumbering: its rule, the words of the task or heading it
 * stands in, and the words it marks; never a line or a number. Several findings may share one.
 */
export function findingIdentities(
  findings: readonly Finding[],
  subject: Subject,
): ReadonlyMap<Finding, FindingIdentity> {
  const scopes = new Map(subject.documents.map(({ source }) => [source, scopeStarts(subject, source)]));
  return new Map(
    findings.map((finding) => [
      finding,
      {
        rule: finding.rule,
        task: scopeAt(scopes.get(finding.source) ?? [], finding.start),
        words: normalForm(finding.source.text.slice(finding.start, finding.end)).slice(0, LONGEST),
      },
    ]),
  );
}

/** The identities as one text each; those that are the same are told apart by their order. Not unique across files. */
export function findingKeys(identities: ReadonlyMap<Finding, FindingIdentity>): ReadonlyMap<Finding, string> {
  const counts = new Map<string, number>();
  const keys = new Map<Finding, string>();
  for (const [finding, { rule, task, words }] of identities) {
    const key = `${rule}|${task}|${words}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    keys.set(finding, count === 1 ? key : `${key}|${count}`);
  }
  return keys;
}

/** Where a task or a heading begins to be what findings are placed by. */
interface ScopeStart {
  readonly start: number;
  readonly words: string;
}

function scopeStarts(subject: Subject, source: SourceText): readonly ScopeStart[] {
  const document = subject.documents.find((candidate) => candidate.source === source);
  const starts = (document?.blocks ?? []).flatMap((block) =>
    block.kind === 'heading'
      ? [{ start: block.span.start, words: normalForm(block.content.text).slice(0, LONGEST) }]
      : [],
  );
  const tasks = [...subject.points, ...subject.rows].flatMap((task) =>
    task.source === source ? [{ start: task.span.start, words: taskWords(task) }] : [],
  );
  return [...starts, ...tasks].sort((a, b) => a.start - b.start);
}

function taskWords(task: Point | Row): string {
  const texts = 'text' in task ? [task.text] : [task.task, task.measures];
  const words = texts.map((text) => normalForm(text?.text ?? '')).join('|');
  return words.slice(0, LONGEST_TASK);
}

function scopeAt(scopes: readonly ScopeStart[], offset: number): string {
  let low = 0;
  let high = scopes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scopes[middle] as ScopeStart).start <= offset) low = middle + 1;
    else high = middle;
  }
  return scopes[low - 1]?.words ?? '';
}
