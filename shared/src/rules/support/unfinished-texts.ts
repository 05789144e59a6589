import { type Memory, recall } from '../../memory/memory.ts';
import type { Point, Row } from '../../model/policy-document.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { TaskChange } from '../../typing/task-change.ts';
import type { Subject } from '../subject.ts';
import { lonelyMarks } from './marks.ts';
import { oncePerSubject } from './once-per-subject.ts';
import { findPlaceholders } from './placeholders.ts';
import { isMisshapen } from './row-shape.ts';
import { sentenceEnd } from './sentence-end.ts';

/** The words of a point, or the 具体举措 of a row. */
export interface SentenceText {
  readonly source: SourceText;
  readonly content: MappedText;
  readonly owner: { readonly point: Point } | { readonly row: Row };
}

/** So much of the end of a text is told where it breaks off. */
export const TOLD = 8;

/** With more than this share of the others open-ended, ending without 。 is the document's layout. */
const LAYOUT_SHARE = 0.25;

/** The points and measures that break off where the others of their kind do not. */
export const unfinishedTexts = oncePerSubject((subject): readonly SentenceText[] => [
  ...unfinished(pointTexts(subject)),
  ...unfinished(measureTexts(subject)),
]);

function pointTexts(subject: Subject): readonly SentenceText[] {
  return subject.points.flatMap((point) =>
    isClosedBehindUnits(point) || lacksBracket(point, subject.memory)
      ? []
      : { source: point.source, content: point.text.trim(), owner: { point } },
  );
}

function measureTexts(subject: Subject): readonly SentenceText[] {
  return subject.rows.flatMap((row) =>
    row.measures === undefined || isMisshapen(row)
      ? []
      : { source: row.source, content: row.measures.trim(), owner: { row } },
  );
}

function unfinished(texts: readonly SentenceText[]): readonly SentenceText[] {
  const written = texts.filter(({ content }) => content.length > 0);
  const ends = written.map(({ content }) => sentenceEnd(content.text));
  // Semicolons end a text only where several do: a layout whose points are the members of one long sentence.
  const semicolons = ends.filter((end) => end === 'semicolon').length;
  const isOpen = written.map((_, index) => ends[index] === 'none' || (ends[index] === 'semicolon' && semicolons < 2));
  const count = isOpen.filter(Boolean).length;
  if (written.length < 2 || count - 1 > (written.length - 1) * LAYOUT_SHARE) return [];
  return written.filter(({ content }, index) => isOpen[index] && !endsInPlaceholder(content.text));
}

/** True where an edit of a task's words cannot make any text one that breaks off, or one that does not, or breaks off otherwise. */
export function endsAlike({ before, after }: TaskChange): boolean {
  const [was, is] = [endingOf(before), endingOf(after)];
  return was !== undefined && was === is;
}

/** All that decides whether a text breaks off; undefined where that is a question of its last words. */
function endingOf(task: Point | Row): string | undefined {
  const isPoint = 'pieces' in task;
  const text = (isPoint ? task.text : task.measures)?.text.trim() ?? '';
  const end = sentenceEnd(text);
  if (end !== 'stop' && endsInPlaceholder(text)) return undefined;
  const told = end === 'stop' ? '' : text.slice(-TOLD - 1);
  return `${end} ${told} ${isPoint ? `${isClosedBehindUnits(task)} ${lacksBracket(task, undefined)}` : text === ''}`;
}

/** A blank at the end is `placeholder`'s finding. */
function endsInPlaceholder(text: string): boolean {
  const last = findPlaceholders(text).at(-1);
  return last !== undefined && text.length - last.end <= 2;
}

/** `……（市商务局）。`: the full stop stands behind the unit list. */
function isClosedBehindUnits({ source, units, span }: Point): boolean {
  if (units === undefined) return false;
  const behind = source.text.slice(units.span.end, Math.min(span.end, units.span.end + 10)).trim();
  return /^[。；;.！!]/.test(behind);
}

/** A bracket of the unit list is missing, so that the list was read as words of the point: `unbalanced-mark`'s finding. */
function lacksBracket({ pieces }: Point, memory: Memory | undefined): boolean {
  const text = pieces.map(({ content }) => content.text).join('');
  const stop = text.lastIndexOf('。');
  return recall(memory, 'lonely marks', text, lonelyMarks).some(
    ({ at, mark }) => at > stop && '（）()〔〕【】'.includes(mark),
  );
}
