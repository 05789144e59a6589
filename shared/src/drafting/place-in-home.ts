import type { Point, Row, SectionRow, TaskList, WorkPoints } from '../model/policy-document.ts';
import type { Subject } from '../rules/subject.ts';
import { pointSequences, rowSequences } from '../rules/support/sequences.ts';
import { nameForm } from '../text/normal-form.ts';
import { type Home, homesOf, type Title } from './homes.ts';
import type { Target } from './shift-numbers.ts';
import type { Task } from './tasks.ts';

/** A place among the points: beside one, or under a heading that has none. */
export interface PointPlace extends Target<Point> {
  readonly part: WorkPoints;
  /** The end of the heading, where no point of the home is there to stand beside. */
  readonly under: number | undefined;
}

/** A place among the rows: beside one, or under a section row that has none. */
export interface RowPlace extends Target<Row> {
  readonly list: TaskList;
  readonly under: SectionRow | undefined;
}

/** Where a point goes that is to stand in a home before its task number `index`, tasks that move (`without`) not counted. */
export function pointPlace(
  subject: Subject,
  home: Home,
  index: number,
  without: Task | undefined,
): PointPlace | undefined {
  const { part } = home;
  if (part === undefined) return undefined;
  const tasks = home.tasks.filter((task) => task !== without);
  const after = lastOf(tasks.slice(0, index), ({ points }) => points.at(-1));
  if (after !== undefined) return { part, after, before: undefined, under: undefined };
  const before = firstOf(tasks.slice(index), ({ points }) => points[0]);
  if (before !== undefined) return { part, after: undefined, before, under: undefined };
  const under = (home.domain ?? home.section)?.place.end;
  return under === undefined ? undefined : { part, under, ...neighbours(subject, home, without, part) };
}

/** Where its row goes. */
export function rowPlace(
  subject: Subject,
  list: TaskList,
  home: Home,
  index: number,
  without: Task | undefined,
): RowPlace | undefined {
  const inList = ({ rows }: Task) => rows[0] !== undefined && list.rows.includes(rows[0]);
  const tasks = home.tasks.filter((task) => task !== without && (task.rows.length === 0 || inList(task)));
  const after = lastOf(tasks.slice(0, index), ({ rows }) => rows.at(-1));
  if (after !== undefined) return { list, after, before: undefined, under: undefined };
  const before = firstOf(tasks.slice(index), ({ rows }) => rows[0]);
  if (before !== undefined) return { list, after: undefined, before, under: undefined };
  const hasDomainRows = list.sections.some(({ tier }) => tier === 'domain');
  const wanted = hasDomainRows ? home.domain : home.section;
  const titled = sectionRow(list, wanted, hasDomainRows ? 'domain' : 'section');
  const homes = homesOf(subject);
  const at = homes.indexOf(home);
  const sameSection = (other: Home) => list.sections.length === 0 || other.section?.text === home.section?.text;
  const near = (others: readonly Home[]) =>
    others.filter(sameSection).flatMap((other) => other.tasks.filter((task) => task !== without && inList(task)));
  if (!hasDomainRows) {
    const above = near(homes.slice(0, at)).at(-1)?.rows.at(-1);
    if (above !== undefined) return { list, after: above, before: undefined, under: undefined };
    const below = near(homes.slice(at + 1))[0]?.rows[0];
    if (below !== undefined) return { list, after: undefined, before: below, under: undefined };
  }
  if (titled === undefined) return undefined;
  const restarts = rowSequences(list).length > 1;
  const above = list.rows.findLast((row) => row.span.start < titled.row.span.start && !without?.rows.includes(row));
  return { list, under: titled, after: restarts ? undefined : above, before: undefined };
}

/** The points that number one in an empty home: the last ones before it, unless numbers begin anew there. */
function neighbours(subject: Subject, home: Home, without: Task | undefined, part: WorkPoints): Target<Point> {
  const homes = homesOf(subject).filter((other) => other.part === part);
  const at = homes.indexOf(home);
  const counts = (other: Home) =>
    part.restarts === 'never' ||
    (part.restarts === 'section' && other.section?.place.start === home.section?.place.start);
  const pointsOf = (others: readonly Home[]) =>
    others
      .filter(counts)
      .flatMap(({ tasks }) => tasks.filter((task) => task !== without).flatMap(({ points }) => points));
  const after = pointsOf(homes.slice(0, at)).at(-1);
  return { after, before: after === undefined ? pointsOf(homes.slice(at + 1))[0] : undefined };
}

function sectionRow(list: TaskList, title: Title | undefined, tier: SectionRow['tier']): SectionRow | undefined {
  const key = nameForm(title?.words ?? '');
  return key === '' ? undefined : list.sections.find((row) => row.tier === tier && nameForm(row.title.text) === key);
}

function lastOf<Item, Value>(items: readonly Item[], of: (item: Item) => Value | undefined): Value | undefined {
  return firstOf([...items].reverse(), of);
}

function firstOf<Item, Value>(items: readonly Item[], of: (item: Item) => Value | undefined): Value | undefined {
  for (const item of items) {
    const value = of(item);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The sequences in which the points of a part are numbered, as lists. */
export function pointLists(part: WorkPoints): readonly (readonly Point[])[] {
  return pointSequences(part).map(({ members }) => members);
}

/** The same for rows, each with those behind it that go on with its merged cells and have no number of their own. */
export function rowLists(list: TaskList): readonly (readonly Row[])[] {
  const further = new Map<Row, Row[]>();
  for (const row of list.rows) {
    if (row.continues === undefined) continue;
    const rows = further.get(row.continues);
    if (rows === undefined) further.set(row.continues, [row]);
    else rows.push(row);
  }
  return rowSequences(list).map(({ members }) => members.flatMap((row) => [row, ...(further.get(row) ?? [])]));
}

/** The list that the rows of a task stand in, or would stand in. */
export function listOf(subject: Subject, task: Task): TaskList | undefined {
  const [row] = task.rows;
  if (row !== undefined) return subject.taskLists.find(({ rows }) => rows.includes(row));
  return task.pairing?.taskList;
}
