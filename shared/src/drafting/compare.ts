import { type Figure, figures, sameQuantity } from '../content/figures.ts';
import type { UnitMention, UnitRole } from '../model/policy-document.ts';
import { similarity } from '../pairing/similarity.ts';
import type { Subject } from '../rules/subject.ts';
import { bodiesOf } from '../rules/support/unit-identity.ts';
import { joinLines } from '../text/join-lines.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { nameForm } from '../text/normal-form.ts';
import { successorIn } from '../units/successor.ts';
import { matchTasks } from './match-tasks.ts';
import { type Task, taskNumber, tasksOf } from './tasks.ts';
import { type Stretch, textDifference } from './text-difference.ts';

/** A task of one of the two pairs, in the words a comparison shows. */
export interface ComparedTask {
  readonly number: number | undefined;
  readonly section: string | undefined;
  readonly domain: string | undefined;
  /** The 重点任务 of its row, else the first clause of its point. */
  readonly title: string;
  /** The words of its point, its row's task and its measures, white space at line breaks dropped. */
  readonly point: string;
  readonly task: string;
  readonly measures: string;
}

export interface ComparedUnit {
  /** As the pair that has it writes it. */
  readonly name: string;
  readonly role: UnitRole;
}

/** How a text of a task became another one. */
export interface TextChange {
  readonly part: 'point' | 'task' | 'measures' | 'deadline';
  readonly stretches: readonly Stretch[];
}

export interface FigureChange {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/**
 * A task of both pairs. `changed` says something else than before; `moved` says the same under another heading; `continued`
 * says the same in the same place, whatever its number.
 */
export interface MatchedTask {
  readonly status: 'continued' | 'changed' | 'moved';
  readonly before: ComparedTask;
  readonly after: ComparedTask;
  readonly similarity: number;
  readonly texts: readonly TextChange[];
  readonly unitsAdded: readonly ComparedUnit[];
  readonly unitsRemoved: readonly ComparedUnit[];
  readonly figures: FigureChange;
  /** True where it stands under another section or domain. */
  readonly isMoved: boolean;
}

export interface Comparison {
  /** In order of the new pair. */
  readonly matched: readonly MatchedTask[];
  readonly added: readonly ComparedTask[];
  readonly dropped: readonly ComparedTask[];
}

/** Two titles at least this much alike are one heading, reworded. */
const SAME_HEADING = 0.5;

/**
 * The tasks of two pairs, matched by content. A unit that was only renamed between the two years is no change.
 * Swapping the pairs swaps what was added and what was removed.
 */
export function comparePairs(before: Subject, after: Subject): Comparison {
  const olds = tasksOf(before).map(readTask(before));
  const news = tasksOf(after).map(readTask(after));
  const matches = matchTasks(olds.map(wordsOf), news.map(wordsOf));
  const matched = matches
    .toSorted((a, b) => a.right - b.right)
    .flatMap(({ left, right, similarity: alike }) => {
      const [old, now] = [olds[left], news[right]];
      return old === undefined || now === undefined ? [] : [compareTasks(old, now, alike)];
    });
  const [kept, come] = [new Set(matches.map(({ left }) => left)), new Set(matches.map(({ right }) => right))];
  return {
    matched,
    added: news.filter((_, index) => !come.has(index)).map(({ shown }) => shown),
    dropped: olds.filter((_, index) => !kept.has(index)).map(({ shown }) => shown),
  };
}

interface Read {
  readonly task: Task;
  readonly shown: ComparedTask;
  readonly deadline: string;
  readonly bodies: readonly NamedBody[];
}

function readTask(subject: Subject): (task: Task) => Read {
  const bodiesIn = bodyReader(subject);
  return (task) => ({ ...readWords(task), bodies: bodiesIn(task) });
}

function readWords(task: Task): Omit<Read, 'bodies'> {
  const { points, rows } = task;
  const [point] = points;
  const [row] = rows;
  const words = {
    point: joined(points.map(({ text }) => text)),
    task: joined(rows.map((each) => each.task)),
    measures: joined(rows.map(({ measures }) => measures)),
  };
  const section = (point?.section ?? point?.domain?.section)?.heading.title ?? row?.section?.title;
  return {
    task,
    shown: {
      number: taskNumber(task),
      section: section === undefined ? undefined : oneLine(section.text),
      domain: optionalLine(point?.domain?.heading.title ?? row?.domain),
      title: words.task || (/^[^。；;]{1,40}/.exec(words.point)?.[0] ?? ''),
      ...words,
    },
    deadline: joined([...points, ...rows].map(({ deadline }) => deadline)),
  };
}

function joined(texts: readonly (MappedText | undefined)[]): string {
  return [...new Set(texts.flatMap((text) => (text === undefined ? [] : oneLine(text.text))))].join('\n');
}

/** Line breaks of a page or a cell are no words; blanks between Latin words are. */
function oneLine(text: string): string {
  return joinLines(text, '').trim();
}

function optionalLine(text: MappedText | undefined): string | undefined {
  return text === undefined ? undefined : oneLine(text.text);
}

function wordsOf({ shown: { point, task, measures } }: Read) {
  return { text: `${point}\n${task}\n${measures}` };
}

function compareTasks(old: Read, now: Read, alike: number): MatchedTask {
  const texts = textChanges(old, now);
  const unitsRemoved = unitsOnlyIn(old.bodies, now.bodies);
  const unitsAdded = unitsOnlyIn(now.bodies, old.bodies);
  const isMoved =
    !sameHeading(old.shown.section, now.shown.section) || !sameHeading(old.shown.domain, now.shown.domain);
  const isChanged = texts.length + unitsRemoved.length + unitsAdded.length > 0;
  return {
    status: isChanged ? 'changed' : isMoved ? 'moved' : 'continued',
    before: old.shown,
    after: now.shown,
    similarity: alike,
    texts,
    unitsAdded,
    unitsRemoved,
    figures: { removed: figuresOnlyIn(old.task, now.task), added: figuresOnlyIn(now.task, old.task) },
    isMoved,
  };
}

/** Widths, white space and traditional characters are no change of words. Only what both pairs have is compared. */
function textChanges(old: Read, now: Read): readonly TextChange[] {
  const parts = ['point', 'task', 'measures'] as const;
  const pairs = [
    ...parts.map((part) => ({ part, before: old.shown[part], after: now.shown[part] })),
    { part: 'deadline' as const, before: old.deadline, after: now.deadline },
  ];
  return pairs.flatMap(({ part, before, after }) => {
    const isMissingSide = (before === '' || after === '') && part !== 'deadline';
    if (isMissingSide || nameForm(before) === nameForm(after)) return [];
    return [{ part, stretches: textDifference(before, after) }];
  });
}

/** A body that a task names: one for each of the names that were run together. */
interface NamedBody extends ComparedUnit {
  /** The same for all names that the body ever had, slips and variants included. */
  readonly key: string;
}

/** The bodies that the tasks of a subject name. */
function bodyReader(subject: Subject): (task: Task) => readonly NamedBody[] {
  const { directory } = subject;
  return (task) =>
    mentionsOf(task).flatMap((mention) => {
      const bodies = bodiesOf(mention, subject);
      return bodies.map((body) => {
        const unit = directory.unit(body);
        const last = unit === undefined ? undefined : successorIn(unit, undefined, directory);
        const key = `${mention.role} ${last?.name ?? body}`;
        return { key, role: mention.role, name: bodies.length === 1 ? mention.name : body };
      });
    });
}

function unitsOnlyIn(bodies: readonly NamedBody[], others: readonly NamedBody[]): readonly ComparedUnit[] {
  const there = new Set(others.map(({ key }) => key));
  const only = new Map(bodies.map((body) => [body.key, body] as const));
  return [...only.values()].filter(({ key }) => !there.has(key)).map(({ name, role }) => ({ name, role }));
}

function mentionsOf({ points, rows }: Task): readonly UnitMention[] {
  return [
    ...points.flatMap(({ units, domain }) => (units ?? domain?.heading.units)?.mentions ?? []),
    ...rows.flatMap(({ leadUnits, responsibleUnits }) =>
      [leadUnits, responsibleUnits].flatMap((list) => list?.mentions ?? []),
    ),
  ];
}

function figuresOnlyIn(task: Task, other: Task): readonly string[] {
  const there = figuresOf(other);
  const only = figuresOf(task).filter((figure) => !there.some((known) => isSameFigure(figure, known)));
  return [...new Set(only.map(({ words }) => words))];
}

function isSameFigure(a: Figure, b: Figure): boolean {
  return sameQuantity(a, b) && a.bound === b.bound;
}

function figuresOf({ points, rows }: Task): readonly Figure[] {
  const texts = [...points.map(({ text }) => text), ...rows.flatMap(({ task, measures }) => [task, measures])];
  return texts.flatMap((text) => (text === undefined ? [] : figures(text)));
}

function sameHeading(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  return nameForm(a) === nameForm(b) || similarity(a, b) >= SAME_HEADING;
}
