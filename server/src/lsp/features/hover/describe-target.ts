import { taskOf, tasksOf } from '#shared/drafting/tasks.ts';
import { rules } from '#shared/rules/all.ts';
import type { Locale } from '#shared/text/localized.ts';
import { rulePage } from '../../../pages.ts';
import type { Target } from '../../lookup.ts';
import { plainMarkdown } from '../../markdown.ts';
import type { Judged } from '../../session.ts';
import { describeCitation } from './describe-citation.ts';
import { describeFigure } from './describe-figure.ts';
import { describeTask } from './describe-task.ts';
import { describeUnit } from './describe-unit.ts';

/** What a hover says of a target, as Markdown; undefined where there is nothing to say. */
export function describeTarget(target: Target, { file }: Judged, locale: Locale): string | undefined {
  const { subject } = file;
  switch (target.kind) {
    case 'unit':
      return describeUnit(target.unit.mention, subject, locale);
    case 'point': {
      const task = taskOf(subject, target.point);
      return task === undefined ? undefined : describeTask(task, 'row', subject, locale);
    }
    case 'row': {
      const task = taskOf(subject, target.row);
      return task === undefined ? undefined : describeTask(task, 'point', subject, locale);
    }
    case 'task': {
      const task = tasksOf(subject).find(({ points, rows }) =>
        [...points, ...rows].some(({ label }) => label?.value === target.number),
      );
      return task === undefined
        ? undefined
        : describeTask(task, task.rows.length > 0 ? 'row' : 'point', subject, locale);
    }
    case 'citation':
      return describeCitation(target.citation, subject, locale);
    case 'figure':
      return describeFigure(target.figure, subject, locale);
    case 'rule':
      return describeRule(target.id, locale);
  }
}

function describeRule(id: string, locale: Locale): string | undefined {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) return undefined;
  return [
    `[${plainMarkdown(id)}](${rulePage(id, locale)})`,
    plainMarkdown(rule.docs.summary[locale]),
    plainMarkdown(rule.docs.remedy[locale]),
  ].join('\n\n');
}
