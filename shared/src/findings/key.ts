import type { Subject } from '../rules/subject.ts';
import { normalForm } from '../text/normal-form.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Finding } from './finding.ts';
import { TaskIndex } from './task-index.ts';

/** The marked words are cut to this length: a key is to be read and compared, not to hold a paragraph. */
const LONGEST = 80;

/**
 * For each finding an identity that survives edits elsewhere: its rule, the task or heading it stands in, and the words it
 * marks, never a line. Findings that share all three are told apart by their order. Not unique across files.
 */
export function findingKeys(findings: readonly Finding[], subject: Subject): ReadonlyMap<Finding, string> {
  const tasks = new TaskIndex(subject);
  const headings = new Map(
    subject.documents.map((document) => [document.source, headingStarts(subject, document.source)]),
  );
  const counts = new Map<string, number>();
  const keys = new Map<Finding, string>();
  for (const finding of findings) {
    const [number] = tasks.numbersAt(finding.source, finding.start);
    const scope = number ?? headingAt(headings.get(finding.source) ?? [], finding.start);
    const words = normalForm(finding.source.text.slice(finding.start, finding.end)).slice(0, LONGEST);
    const key = `${finding.rule}|${scope}|${words}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    keys.set(finding, count === 1 ? key : `${key}|${count}`);
  }
  return keys;
}

interface HeadingStart {
  readonly start: number;
  readonly words: string;
}

function headingStarts(subject: Subject, source: SourceText): readonly HeadingStart[] {
  const document = subject.documents.find((candidate) => candidate.source === source);
  return (document?.blocks ?? []).flatMap((block) =>
    block.kind === 'heading'
      ? [{ start: block.span.start, words: normalForm(block.content.text).slice(0, LONGEST) }]
      : [],
  );
}

function headingAt(headings: readonly HeadingStart[], offset: number): string {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headings[middle] as HeadingStart).start <= offset) low = middle + 1;
    else high = middle;
  }
  return headings[low - 1]?.words ?? '';
}
