import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { UnitMention } from '#shared/model/policy-document.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { bodiesOf } from '#shared/rules/support/unit-identity.ts';
import { unitLists } from '#shared/rules/support/unit-lists.ts';
import type { Locale } from '#shared/text/localized.ts';
import type { Unit } from '#shared/units/unit.ts';
import { toRange } from '../convert.ts';
import { plainMarkdown } from '../markdown.ts';
import type { Session } from '../session.ts';

/** What a unit is: its full name and kind, since when, what follows it, and what it does in this pair. */
export async function hover(session: Session, uri: string, position: Position): Promise<Hover | null> {
  const judged = await session.judge(uri);
  if (judged === undefined) return null;
  const { source, subject } = judged.file;
  const offset = source.offsetAt(position);
  for (const { list, source: listSource } of unitLists(subject)) {
    if (listSource !== source || offset < list.span.start || offset > list.span.end) continue;
    const mention = list.mentions.find(({ text }) => text.span.start <= offset && offset <= text.span.end);
    if (mention === undefined) continue;
    const lines = describe(mention, subject, session.locale);
    return {
      contents: { kind: MarkupKind.Markdown, value: lines.join('\n\n') },
      range: toRange(source, mention.text.span.start, mention.text.span.end),
    };
  }
  return null;
}

function describe(mention: UnitMention, subject: Subject, locale: Locale): readonly string[] {
  const identified = subject.directory.identify(mention.name, subject.year);
  const zh = locale === 'zh';
  const lines: string[] = [];
  if (identified.kind === 'unit') lines.push(...describeUnit(identified.unit, locale));
  else {
    lines.push(`**${plainMarkdown(mention.name)}**`);
    if (identified.kind === 'group') lines.push(zh ? '泛指多个单位' : 'stands for several units');
    if (identified.kind === 'common') {
      lines.push(
        zh
          ? `各地通设机构：${plainMarkdown(identified.body)}`
          : `a body every place has: ${plainMarkdown(identified.body)}`,
      );
    }
    if (identified.kind === 'unknown') lines.push(zh ? '单位目录中没有这个名称' : 'not in the unit directory');
  }
  const { leads, supports } = countTasks(mention, subject);
  lines.push(
    zh
      ? `本文件：牵头 ${leads} 项，负责或配合 ${supports} 项`
      : `in this pair: leads ${leads} tasks, supports ${supports}`,
  );
  return lines;
}

function describeUnit(unit: Unit, locale: Locale): readonly string[] {
  const zh = locale === 'zh';
  const lines = [`**${plainMarkdown(unit.name)}**`];
  if (unit.fullName !== undefined) lines.push(plainMarkdown(unit.fullName));
  lines.push(plainMarkdown(unit.kind));
  if (unit.from !== undefined) lines.push(zh ? `${unit.from} 起` : `since ${unit.from}`);
  if (unit.to !== undefined) lines.push(zh ? `${unit.to} 起停用` : `not valid since ${unit.to}`);
  if (unit.successor !== undefined) lines.push(`${zh ? '由其承接' : 'succeeded by'}: ${plainMarkdown(unit.successor)}`);
  return lines;
}

/** Tasks, not mentions: a unit that leads both a point and its row leads one task. */
function countTasks(mention: UnitMention, subject: Subject): { readonly leads: number; readonly supports: number } {
  const bodies = new Set(bodiesOf(mention, subject));
  const has = (mentions: readonly UnitMention[], role: UnitMention['role']) =>
    mentions.some((other) => other.role === role && bodiesOf(other, subject).some((body) => bodies.has(body)));
  let leads = 0;
  let supports = 0;
  const tasks = subject.rows.length > 0 ? subject.rows : subject.points;
  for (const task of tasks) {
    const lists = 'units' in task ? [task.units] : [task.leadUnits, task.responsibleUnits];
    const mentions = lists.flatMap((list) => list?.mentions ?? []);
    if (has(mentions, 'lead')) leads++;
    else if (has(mentions, 'responsible')) supports++;
  }
  return { leads, supports };
}
