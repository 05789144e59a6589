import { type Task, taskNumber, tasksOf } from '#shared/drafting/tasks.ts';
import type { Place } from '#shared/findings/finding.ts';
import type { UnitMention } from '#shared/model/policy-document.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { bodiesOf } from '#shared/rules/support/unit-identity.ts';
import type { Locale } from '#shared/text/localized.ts';
import type { Unit } from '#shared/units/unit.ts';
import { dateText } from '../../date-text.ts';
import { writtenName } from '../../lookup.ts';
import { placeLink, plainMarkdown } from '../../markdown.ts';

/** More tasks than this are counted, not listed. */
const MOST_LINKS = 12;

/** What a unit is: its full name and kind, since when, what follows it, and what it does in this pair. */
export function describeUnit(mention: UnitMention, subject: Subject, locale: Locale): string {
  const identified = subject.directory.identify(mention.name, subject.year);
  const zh = locale === 'zh';
  const lines: string[] = [];
  if (identified.kind === 'unit') lines.push(...ofDirectory(identified.unit, mention.name, locale));
  else {
    lines.push(`**${plainMarkdown(writtenName(mention))}**`);
    if (identified.kind === 'group') lines.push(zh ? '泛指多个单位' : 'stands for several units');
    if (identified.kind === 'common') {
      const body = plainMarkdown(identified.body);
      lines.push(zh ? `各地通设机构：${body}` : `a body every place has: ${body}`);
    }
    if (identified.kind === 'unknown') lines.push(zh ? '单位目录中没有这个名称' : 'not in the unit directory');
  }
  const { leads, supports } = tasksOfUnit(mention, subject);
  lines.push(
    zh
      ? `本文件：牵头 ${leads.length} 项，负责或配合 ${supports.length} 项`
      : `in this pair: leads ${leads.length} ${leads.length === 1 ? 'task' : 'tasks'}, supports ${supports.length}`,
  );
  if (leads.length > 0) lines.push((zh ? '牵头：' : 'leads: ') + links(leads, locale));
  if (supports.length > 0) lines.push((zh ? '负责或配合：' : 'supports: ') + links(supports, locale));
  return lines.join('\n\n');
}

function ofDirectory(unit: Unit, written: string, locale: Locale): readonly string[] {
  const zh = locale === 'zh';
  const lines = [`**${plainMarkdown(unit.name)}**`];
  if (unit.fullName !== undefined) lines.push(plainMarkdown(unit.fullName));
  if (written !== unit.name && written !== unit.fullName)
    lines.push(zh ? `“${plainMarkdown(written)}”是它的别名` : `“${plainMarkdown(written)}” is an alias`);
  lines.push(plainMarkdown(unit.kind));
  if (unit.from !== undefined) lines.push(zh ? `${dateText(unit.from, locale)}起` : `since ${unit.from}`);
  if (unit.to !== undefined) lines.push(zh ? `${dateText(unit.to, locale)}起停用` : `not valid since ${unit.to}`);
  if (unit.successor !== undefined) lines.push((zh ? '承接单位：' : 'succeeded by: ') + plainMarkdown(unit.successor));
  return lines;
}

/** Tasks, not mentions: a unit that leads both a point and its row leads one task. */
function tasksOfUnit(
  mention: UnitMention,
  subject: Subject,
): { readonly leads: readonly Task[]; readonly supports: readonly Task[] } {
  const bodies = new Set(bodiesOf(mention, subject));
  const has = (mentions: readonly UnitMention[], role: UnitMention['role']) =>
    mentions.some((other) => other.role === role && bodiesOf(other, subject).some((body) => bodies.has(body)));
  const leads: Task[] = [];
  const supports: Task[] = [];
  for (const task of tasksOf(subject)) {
    const mentions = mentionsOf(task);
    if (has(mentions, 'lead')) leads.push(task);
    else if (has(mentions, 'responsible')) supports.push(task);
  }
  return { leads, supports };
}

/** The units of the row; where there is none, those of the point. */
function mentionsOf({ points, rows }: Task): readonly UnitMention[] {
  const lists =
    rows.length > 0 ? rows.flatMap((row) => [row.leadUnits, row.responsibleUnits]) : points.map(({ units }) => units);
  return lists.flatMap((list) => list?.mentions ?? []);
}

function links(tasks: readonly Task[], locale: Locale): string {
  const shown = tasks.slice(0, MOST_LINKS).flatMap((task) => {
    const place = placeOf(task);
    const number = taskNumber(task);
    return place === undefined ? [] : [placeLink(number === undefined ? '–' : String(number), place)];
  });
  return shown.join(locale === 'zh' ? '、' : ', ') + (tasks.length > MOST_LINKS ? ' …' : '');
}

function placeOf({ points, rows }: Task): Place | undefined {
  const [member] = [...rows, ...points];
  return member === undefined ? undefined : { source: member.source, ...member.span };
}
