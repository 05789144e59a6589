import type { CodeLens } from 'vscode-languageserver';
import { homesOf } from '#shared/drafting/homes.ts';
import { type Task, taskOf } from '#shared/drafting/tasks.ts';
import type { Place } from '#shared/findings/finding.ts';
import { rowName } from '#shared/rules/support/wording.ts';
import type { Locale } from '#shared/text/localized.ts';
import { toLocation, toRange } from '../../convert.ts';
import type { Judged } from '../../session.ts';

/** The client's command that shows a place. */
const GO_TO = 'bizenv.goToPlace';

/** Above headings: how many points, rows and findings; above points: the row. */
export function lensesOf(judged: Judged, locale: Locale): CodeLens[] {
  return [...headingLenses(judged, locale), ...pointLenses(judged, locale)];
}

function headingLenses(judged: Judged, locale: Locale): CodeLens[] {
  const { source, subject } = judged.file;
  const groups = new Map<number, { readonly place: Place; readonly tasks: Task[] }>();
  for (const { section, domain, tasks } of homesOf(subject))
    for (const title of [section, domain]) {
      if (title === undefined || title.place.source !== source) continue;
      const group = groups.get(title.place.start) ?? { place: title.place, tasks: [] };
      group.tasks.push(...tasks);
      groups.set(title.place.start, group);
    }
  return [...groups.values()].map(({ place, tasks }) => ({
    range: toRange(source, place.start, place.start),
    command: { title: countTitle(tasks, judged, locale), command: '' },
  }));
}

function countTitle(tasks: readonly Task[], { file }: Judged, locale: Locale): string {
  const points = tasks.reduce((sum, task) => sum + task.points.length, 0);
  const rows = tasks.reduce((sum, task) => sum + task.rows.length, 0);
  const counts =
    locale === 'zh' ? [`要点 ${points} 项`, `清单 ${rows} 行`] : [counted(points, 'point'), counted(rows, 'row')];
  return [...counts, ...findingsTitle(tasks, file, locale)].join(' · ');
}

/** How many findings of the file are about tasks; nothing where there are none. */
function findingsTitle(tasks: readonly Task[], { findings }: Judged['file'], locale: Locale): readonly string[] {
  const members = tasks.flatMap((task) => [...task.points, ...task.rows]);
  const { length } = findings.filter((finding) =>
    members.some(
      ({ source, span }) => source === finding.source && span.start <= finding.start && finding.end <= span.end,
    ),
  );
  if (length === 0) return [];
  return [locale === 'zh' ? `${length} 处问题` : counted(length, 'finding')];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function pointLenses({ file }: Judged, locale: Locale): CodeLens[] {
  const { source, subject } = file;
  if (subject.pairings.length === 0) return [];
  return subject.points.flatMap((point): CodeLens[] => {
    if (point.source !== source) return [];
    const task = taskOf(subject, point);
    const rows = task?.rows ?? [];
    const range = toRange(source, point.label.span.start, point.label.span.start);
    const [row] = rows;
    if (row === undefined)
      return [
        {
          range,
          command: { title: locale === 'zh' ? '清单中没有对应的一行' : 'no row in the task list', command: '' },
        },
      ];
    const more = rows.length > 1 ? (locale === 'zh' ? `等 ${rows.length} 行` : ` and ${rows.length - 1} more`) : '';
    const findings = task === undefined ? [] : findingsTitle([task], file, locale);
    // The inlay hint beside the number has the task's title.
    const title = [`${rowName(row)[locale]}${more}`, ...findings].join(' · ');
    return [
      { range, command: { title, command: GO_TO, arguments: [toLocation({ source: row.source, ...row.span })] } },
    ];
  });
}
