import type { Task } from '#shared/drafting/tasks.ts';
import type { UnitList, UnitMention } from '#shared/model/policy-document.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { bodiesOf } from '#shared/rules/support/unit-identity.ts';
import { pointName, rowName } from '#shared/rules/support/wording.ts';
import type { Locale } from '#shared/text/localized.ts';
import { markedDifferences } from '#shared/text/marked-differences.ts';
import { markedMarkdown, placeLink, plainMarkdown } from '../../markdown.ts';

/** The other side of a task: its words and units, what this side does not say so in bold. */
export function describeTask(task: Task, side: 'point' | 'row', subject: Subject, locale: Locale): string {
  const members = side === 'row' ? task.rows : task.points;
  if (members.length === 0)
    return locale === 'zh'
      ? side === 'row'
        ? '清单中没有对应的一行'
        : '要点中没有对应的一项'
      : side === 'row'
        ? 'The task list has no row for it'
        : 'The work points have no point for it';
  const lines = side === 'row' ? rowLines(task, subject, locale) : pointLines(task, subject, locale);
  return lines.join('\n\n');
}

function rowLines({ points, rows }: Task, subject: Subject, locale: Locale): readonly string[] {
  const words = points.map(({ text }) => text.text).join('');
  const named = points.flatMap(({ units }) => units?.mentions ?? []);
  return rows.flatMap((row) => {
    const measures = row.measures?.text ?? '';
    const units = [unitLine('牵头单位', 'leads', row.leadUnits, named, subject, locale)];
    units.push(unitLine('责任单位', 'responsible', row.responsibleUnits, undefined, subject, locale));
    return [
      `${placeLink(rowName(row)[locale], { source: row.source, ...row.span })} **${plainMarkdown(row.task?.text ?? '')}**`,
      words === '' ? plainMarkdown(measures) : marked(measures, words),
      ...units.filter((line) => line !== ''),
    ];
  });
}

function pointLines({ points, rows }: Task, subject: Subject, locale: Locale): readonly string[] {
  const measures = rows.map((row) => row.measures?.text ?? row.task?.text ?? '').join('');
  const leads = rows.flatMap(({ leadUnits }) => leadUnits?.mentions ?? []);
  return points.flatMap((point) => [
    placeLink(pointName(point)[locale], { source: point.source, ...point.span }),
    measures === '' ? plainMarkdown(point.text.text) : marked(point.text.text, measures),
    ...[unitLine('单位', 'units', point.units, rows.length === 0 ? undefined : leads, subject, locale)].filter(
      (line) => line !== '',
    ),
  ]);
}

function marked(text: string, other: string): string {
  const found = markedDifferences(text, other);
  return found === undefined ? plainMarkdown(text) : markedMarkdown(text, found.a);
}

/** The names of a list; in bold those that the other side lacks. */
function unitLine(
  zh: string,
  en: string,
  list: UnitList | undefined,
  others: readonly UnitMention[] | undefined,
  subject: Subject,
  locale: Locale,
): string {
  if (list === undefined || list.mentions.length === 0) return '';
  const known = others === undefined ? undefined : new Set(others.flatMap((mention) => bodiesOf(mention, subject)));
  const names = list.mentions.map((mention) => {
    const name = plainMarkdown(mention.name);
    const isThere = known === undefined || bodiesOf(mention, subject).some((body) => known.has(body));
    return isThere ? name : `**${name}**`;
  });
  return locale === 'zh' ? `${zh}：${names.join('、')}` : `${en}: ${names.join(', ')}`;
}
