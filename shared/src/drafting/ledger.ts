import { deadlines } from '../content/deadlines.ts';
import type { Heading, SectionRow, UnitList, UnitMention, UnitRole } from '../model/policy-document.ts';
import type { Subject } from '../rules/subject.ts';
import { joinLines } from '../text/join-lines.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { normalForm } from '../text/normal-form.ts';
import type { SourceText } from '../text/source-text.ts';
import { type Task, taskNumber, tasksOf } from './tasks.ts';

/** The tasks of one unit, or of one phrase that names many (`各有关单位`). */
export interface LedgerUnit {
  /** The canonical name where a directory of the place has it, else the name as written most often. */
  readonly name: string;
  /** `unit`: known in a directory of the place. `common`: a body that every place has. `other`: known nowhere. */
  readonly kind: 'unit' | 'common' | 'other' | 'group';
  readonly entries: readonly LedgerEntry[];
}

/** One task in the part that a unit has in it. */
export interface LedgerEntry {
  readonly role: UnitRole;
  readonly task: LedgerTask;
  /** Every place where the unit is named for it, as written. */
  readonly mentions: readonly LedgerMention[];
}

export interface LedgerTask {
  /** Undefined for units that stand behind a heading and serve all tasks below it. */
  readonly number: number | undefined;
  readonly title: string;
  readonly section: string | undefined;
  readonly domain: string | undefined;
  /** As written: the column's, or the dates that the text sets. */
  readonly deadline: string | undefined;
}

export interface LedgerMention {
  readonly name: string;
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

export interface Ledger {
  /** Those that lead most first. */
  readonly units: readonly LedgerUnit[];
  readonly groups: readonly LedgerUnit[];
}

/** Who does what, by unit: every mention of a unit in a unit list stands in exactly one entry. */
export function makeLedger(subjects: readonly Subject[]): Ledger {
  const collected = new Map<string, Collected>();
  for (const subject of subjects) for (const listed of listsOf(subject)) addList(collected, listed, subject);
  const all = [...collected.values()].map(ledgerUnit).sort(byLoad);
  return { units: all.filter(({ kind }) => kind !== 'group'), groups: all.filter(({ kind }) => kind === 'group') };
}

/** How many tasks a unit has in a role. */
export function countOf({ entries }: LedgerUnit, role: UnitRole): number {
  return entries.filter((entry) => entry.role === role).length;
}

interface Listed {
  readonly list: UnitList;
  readonly source: SourceText;
  readonly task: LedgerTask;
  /** The same for all lists of one task. */
  readonly key: unknown;
}

interface Collected {
  readonly names: Map<string, number>;
  readonly canonical: string | undefined;
  readonly kind: LedgerUnit['kind'];
  readonly entries: Map<unknown, Map<UnitRole, { readonly task: LedgerTask; readonly mentions: LedgerMention[] }>>;
}

function* listsOf(subject: Subject): Generator<Listed> {
  for (const task of tasksOf(subject)) {
    const lists = [
      ...task.points.map(({ source, units }) => ({ source, list: units })),
      ...task.rows.flatMap(({ source, leadUnits, responsibleUnits }) => [
        { source, list: leadUnits },
        { source, list: responsibleUnits },
      ]),
    ];
    const shown = ledgerTask(task, subject);
    for (const { source, list } of lists) if (list !== undefined) yield { list, source, task: shown, key: task };
  }
  for (const { sections, domains, source } of subject.workPoints)
    for (const { heading } of [...sections, ...domains]) yield* behindHeading(heading, heading, source);
  for (const { sections, source } of subject.taskLists)
    for (const section of sections) yield* behindHeading(section, section, source);
}

function* behindHeading(
  { title, units }: Pick<Heading | SectionRow, 'title' | 'units'>,
  key: unknown,
  source: SourceText,
): Generator<Listed> {
  if (units === undefined) return;
  const task = { number: undefined, title: oneLine(title), section: undefined, domain: undefined, deadline: undefined };
  yield { list: units, source, task, key };
}

function ledgerTask(task: Task, subject: Subject): LedgerTask {
  const [point] = task.points;
  const [row] = task.rows;
  const section = (point?.section ?? point?.domain?.section)?.heading.title ?? row?.section?.title;
  const domain = point?.domain?.heading.title ?? row?.domain;
  return {
    number: taskNumber(task),
    title: row?.task === undefined ? firstClause(point?.text) : oneLine(row.task),
    section: section === undefined ? undefined : oneLine(section),
    domain: domain === undefined ? undefined : oneLine(domain),
    deadline: deadlineOf(task, subject.year),
  };
}

function deadlineOf({ points, rows }: Task, year: number | undefined): string | undefined {
  const stated = [...rows, ...points].flatMap(({ deadline }) => deadline ?? []).map(oneLine);
  const set = stated.filter((text) => text !== '');
  if (set.length > 0) return [...new Set(set)].join('；');
  const texts = [...points.map(({ text }) => text), ...rows.flatMap(({ task, measures }) => [task, measures])];
  const found = texts.flatMap((text) => (text === undefined ? [] : deadlines(text, year)));
  return found.length === 0 ? undefined : [...new Set(found.map(({ words }) => words))].join('；');
}

function addList(collected: Map<string, Collected>, { list, source, task, key }: Listed, subject: Subject): void {
  for (const mention of list.mentions) {
    for (const part of partsOf(mention, subject)) {
      const unit = unitOf(part.name, subject);
      const known: Collected = collected.get(unit.key) ?? { ...unit, names: new Map(), entries: new Map() };
      collected.set(unit.key, known);
      known.names.set(part.written, (known.names.get(part.written) ?? 0) + 1);
      const roles = known.entries.get(key) ?? new Map<UnitRole, { task: LedgerTask; mentions: LedgerMention[] }>();
      known.entries.set(key, roles);
      const entry = roles.get(mention.role) ?? { task, mentions: [] };
      roles.set(mention.role, entry);
      entry.mentions.push({ name: part.written, source, start: part.start, end: part.end });
    }
  }
}

/** A mention, or the names that were run together in it. */
function partsOf({ name, text, restoredPrefix }: UnitMention, { directory, year }: Subject) {
  // Full-width brackets and the like as they stand in the document.
  const written = restoredPrefix === undefined ? text.text.replaceAll(/\s/g, '') : name;
  const whole = [{ name, written, ...text.span }];
  if (directory.identify(name, year).kind !== 'unknown' || restoredPrefix !== undefined) return whole;
  const parts = directory.split(name);
  if (parts === undefined || normalForm(text.text).length !== text.length) return whole;
  return parts.map(({ start, end }) => {
    const part = name.slice(start, end);
    return { name: part, written: part, ...text.spanOf(start, end) };
  });
}

function unitOf(name: string, { directory, year }: Subject) {
  const identified = directory.identify(name, year);
  const key = directory.keyOf(name);
  switch (identified.kind) {
    case 'unit':
      return { key: `unit ${key}`, canonical: identified.unit.name, kind: 'unit' as const };
    case 'group':
      return { key: `group ${key}`, canonical: undefined, kind: 'group' as const };
    case 'common':
      return { key: `unit ${key}`, canonical: undefined, kind: 'common' as const };
    default:
      return NAMES_MANY.test(name)
        ? { key: `group ${key}`, canonical: undefined, kind: 'group' as const }
        : { key: `unit ${key}`, canonical: undefined, kind: 'other' as const };
  }
}

/** No body's own name begins so: `各供水供气企业` in no directory names many all the same. */
const NAMES_MANY = /^(?:各|有关|相关|其他)/;

function ledgerUnit({ names, canonical, kind, entries }: Collected): LedgerUnit {
  const [usual] = [...names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return {
    name: canonical ?? usual?.[0] ?? '',
    kind,
    entries: [...entries.values()]
      .flatMap((roles) => [...roles].map(([role, { task, mentions }]) => ({ role, task, mentions })))
      .sort((a, b) => roleOrder(a.role) - roleOrder(b.role)),
  };
}

function roleOrder(role: UnitRole): number {
  return role === 'lead' ? 0 : 1;
}

function byLoad(a: LedgerUnit, b: LedgerUnit): number {
  return (
    countOf(b, 'lead') - countOf(a, 'lead') ||
    countOf(b, 'responsible') - countOf(a, 'responsible') ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  );
}

function oneLine({ text }: MappedText): string {
  return joinLines(text, '').trim();
}

/** What a task is called that no row names. */
function firstClause(text: MappedText | undefined): string {
  return text === undefined ? '' : (/^[^。；;，,]{1,40}/.exec(oneLine(text))?.[0] ?? '');
}
