import { type Memory, recall } from '../memory/memory.ts';
import type { Domain, Point, Row, Section, UnitList } from '../model/policy-document.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { nameForm } from '../text/normal-form.ts';
import type { UnitDirectory } from '../units/unit.ts';
import { type Grams, gramsOf } from './grams.ts';

/** One side of a pair as the alignment sees it: what a task says, whatever part it stands in. */
export interface Task<Member> {
  /** Position among the tasks of its part, from 0. */
  readonly index: number;
  /** The points or rows it is made of: nearly always one. */
  readonly members: readonly Member[];
  /** The number typed, with `3-2` as 3 and 2; undefined where there is none. */
  readonly number: number | undefined;
  readonly sub: number | undefined;
  readonly grams: Grams;
  readonly leads: ReadonlySet<string>;
  readonly section: string;
  readonly domain: string;
}

export interface PointTask extends Task<Point> {}
export interface RowTask extends Task<Row> {}

/** How the layout groups points or rows: members that are one task stand in one list. `number` overrides the typed one. */
export interface Group<Member> {
  readonly members: readonly Member[];
  readonly number?: number;
}

/** What tasks are read with. */
export interface TaskContext {
  readonly directory: UnitDirectory;
  readonly memory: Memory | undefined;
}

export function pointTask({ members, number }: Group<Point>, index: number, context: TaskContext): PointTask {
  const [first] = members;
  const lists = members.flatMap((point) => point.units ?? point.domain?.heading.units ?? []);
  return {
    index,
    members,
    number: number ?? first?.label.value,
    sub: members.length > 1 ? undefined : first?.label.sub,
    grams: recall(context.memory, 'grams', members.map((point) => pointWords(point)).join('\n'), gramsOf),
    leads: leadKeys(lists, context),
    section: titleKey(first?.section, context),
    domain: titleKey(first?.domain, context),
  };
}

export function rowTask({ members, number }: Group<Row>, index: number, context: TaskContext): RowTask {
  const [first] = members;
  const lists = members.flatMap((row) => row.leadUnits ?? row.responsibleUnits ?? []);
  return {
    index,
    members,
    number: number ?? first?.label?.value,
    sub: members.length > 1 ? undefined : first?.label?.sub,
    grams: recall(context.memory, 'grams', members.map((row) => rowWords(row)).join('\n'), gramsOf),
    leads: leadKeys(lists, context),
    section: nameKey(first?.section?.title ?? first?.cells.section?.content, context),
    domain: nameKey(first?.domain ?? first?.domainRow?.title, context),
  };
}

/** The words of a point that its row should hold. A point of few words stands under a heading that says the rest. */
function pointWords(point: Point): string {
  return point.text.text;
}

/** The words of a row: its task and its measures. */
function rowWords(row: Row): string {
  return `${row.task?.text ?? ''}\n${row.measures?.text ?? ''}`;
}

function titleKey(tier: Section | Domain | undefined, context: TaskContext): string {
  return nameKey(tier?.heading.title, context);
}

function nameKey(name: MappedText | undefined, { memory }: TaskContext): string {
  return name === undefined ? '' : recall(memory, 'name form', name.text, nameForm);
}

function leadKeys(lists: readonly UnitList[], { directory }: TaskContext): ReadonlySet<string> {
  const mentions = lists.flatMap((list) => list.mentions);
  const leads = mentions.filter((mention) => mention.role === 'lead');
  return new Set((leads.length > 0 ? leads : mentions).map((mention) => directory.keyOf(mention.name)));
}
