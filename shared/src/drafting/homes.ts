import type { Place } from '../findings/finding.ts';
import type { Domain, Point, Row, Section, TaskList, WorkPoints } from '../model/policy-document.ts';
import type { Subject } from '../rules/subject.ts';
import { oncePerSubject } from '../rules/support/once-per-subject.ts';
import { nameForm } from '../text/normal-form.ts';
import { rowTitleOf, titleOf } from './heading-title.ts';
import { type Task, taskOf, tasksOf } from './tasks.ts';

/** A heading, or what stands for one in a list. */
export interface Title {
  /** As written, with its mark, white space dropped. */
  readonly text: string;
  /** Without the mark. */
  readonly words: string;
  readonly place: Place;
}

/** The heading under which tasks stand, with those tasks in order. */
export interface Home {
  readonly section: Title | undefined;
  readonly domain: Title | undefined;
  /** Undefined in a list without points. */
  readonly part: WorkPoints | undefined;
  readonly tasks: readonly Task[];
}

/** Every heading that tasks can stand under, in order, also where none does. Each task stands under one. */
export const homesOf = oncePerSubject((subject): readonly Home[] => [
  ...subject.workPoints.flatMap((part) => homesOfPoints(subject, part)),
  ...subject.taskLists
    .filter((list) => !subject.pairings.some(({ taskList }) => taskList === list))
    .flatMap((list) => homesOfRows(subject, list)),
]);

export function homeOf(subject: Subject, task: Task): Home | undefined {
  return homesOf(subject).find(({ tasks }) => tasks.includes(task));
}

interface Gathering {
  readonly home: Omit<Home, 'tasks'>;
  readonly tasks: Task[];
}

function homesOfPoints(subject: Subject, part: WorkPoints): readonly Home[] {
  const headings = headingsOf(part);
  const homes = new Map<Domain | Section | undefined, Gathering>();
  const gather = (heading: Domain | Section | undefined) => {
    let found = homes.get(heading);
    if (found === undefined) {
      found = { home: homeFor(part, heading), tasks: [] };
      homes.set(heading, found);
    }
    return found;
  };
  if (part.points.some((point) => headingOf(point) === undefined)) gather(undefined);
  for (const heading of headings) gather(heading);
  let last: Gathering | undefined;
  for (const task of tasksOf(subject)) {
    const [point] = task.points;
    if (point === undefined) {
      // A row without its point stands under the heading its domain names, else with the task before it.
      if (task.pairing?.workPoints !== part) continue;
      const titled = named([...homes.values()], task.rows[0]);
      (titled ?? last ?? gather(headings[0])).tasks.push(task);
    } else if (part.points.includes(point)) {
      last = gather(headingOf(point));
      last.tasks.push(task);
    }
  }
  return [...homes.values()].map(({ home, tasks }) => ({ ...home, tasks }));
}

/**
 * The headings that tasks stand under, in order: a domain that is divided by lower headings is none. A lower heading is known
 * by its points alone.
 */
function headingsOf({ domains, sections, points }: WorkPoints): readonly (Domain | Section)[] {
  const all = new Set([...domains, ...points.flatMap(({ domain }) => domain ?? [])]);
  const divided = new Set([...all].map(({ parent }) => parent));
  const directly = new Set(points.map(headingOf));
  return [
    ...[...all].filter((domain) => !divided.has(domain) || directly.has(domain)),
    ...sections.filter(standsAlone),
  ].sort((a, b) => a.heading.span.start - b.heading.span.start);
}

function standsAlone({ domains, points }: Section): boolean {
  return domains.length === 0 || points.some(({ domain }) => domain === undefined);
}

function headingOf({ domain, section }: Point): Domain | Section | undefined {
  return domain ?? section;
}

function homeFor(part: WorkPoints, heading: Domain | Section | undefined): Gathering['home'] {
  if (heading === undefined) return { part, section: undefined, domain: undefined };
  const own = headingTitle(part, heading);
  if ('domains' in heading) return { part, section: own, domain: undefined };
  const { section } = heading;
  return { part, section: section === undefined ? undefined : headingTitle(part, section), domain: own };
}

function headingTitle({ source }: WorkPoints, { heading }: Domain | Section): Title {
  const words = heading.title.text.replace(/\s+/g, '');
  return { text: titleOf(heading, ''), words, place: { source, ...heading.span } };
}

function named(homes: readonly Gathering[], row: Row | undefined): Gathering | undefined {
  const key = nameForm(row?.domain?.text ?? '');
  return key === '' ? undefined : homes.find(({ home }) => nameForm(home.domain?.words ?? '') === key);
}

/** In a list: a run of rows with the same section and domain. */
function homesOfRows(subject: Subject, list: TaskList): readonly Home[] {
  const homes: Gathering[] = [];
  let key: string | undefined;
  for (const row of list.rows) {
    const task = taskOf(subject, row);
    if (task === undefined) continue;
    const domain = row.domain?.text.replace(/\s+/g, '') ?? '';
    const own = JSON.stringify([row.section?.row.span.start, row.domainRow?.row.span.start, domain]);
    if (own !== key || homes.length === 0) homes.push({ home: homeOfRow(list, row, domain), tasks: [] });
    key = own;
    homes.at(-1)?.tasks.push(task);
  }
  return homes.map(({ home, tasks }) => ({ ...home, tasks }));
}

function homeOfRow({ source }: TaskList, row: Row, domain: string): Gathering['home'] {
  const titled = (section: Row['section']): Title | undefined =>
    section === undefined
      ? undefined
      : {
          text: rowTitleOf(section),
          words: section.title.text.replace(/\s+/g, ''),
          place: { source, ...section.row.span },
        };
  const inCell = domain === '' ? undefined : { text: domain, words: domain, place: { source, ...row.span } };
  return { part: undefined, section: titled(row.section), domain: titled(row.domainRow) ?? inCell };
}
