import { type Home, homesOf } from '#shared/drafting/homes.ts';
import { type Task, tasksOf } from '#shared/drafting/tasks.ts';
import type { TaskDomain, TaskItem, TaskSection, TaskTree, TaskUnit } from '#shared/protocol.ts';
import { toLocation } from '../../convert.ts';
import type { Judged } from '../../session.ts';
import { itemOf, unitNames } from './task-item.ts';

/** The tasks by section and domain, and the units by their tasks. */
export function treeOf(judged: Judged): TaskTree {
  const { subject, document, source } = judged.file;
  const homes = homesOf(subject);
  return {
    uri: source.id,
    version: judged.version,
    title: document.title ?? '',
    year: subject.year ?? null,
    paired: subject.pairings.length > 0,
    sections: sectionsOf(homes, judged),
    units: unitsOfTasks(
      homes.flatMap(({ tasks }) => tasks),
      judged,
    ),
  };
}

function sectionsOf(homes: readonly Home[], judged: Judged): readonly TaskSection[] {
  const sections: (TaskSection & { readonly domains: TaskDomain[] })[] = [];
  let current: string | undefined;
  for (const { section, domain, tasks } of homes) {
    const key = section === undefined ? '' : `${section.place.source.id} ${section.place.start}`;
    if (key !== current || sections.length === 0)
      sections.push({
        title: section?.text ?? '',
        place: section === undefined ? null : toLocation(section.place),
        domains: [],
      });
    current = key;
    const items: readonly TaskItem[] = tasks.map((task) => itemOf(task, judged));
    if (items.length === 0 && domain === undefined) continue;
    sections.at(-1)?.domains.push({
      title: domain?.text ?? '',
      place: domain === undefined ? null : toLocation(domain.place),
      tasks: items,
    });
  }
  return sections;
}

/** Indices count the tasks in the order of the tree. */
function unitsOfTasks(tasks: readonly Task[], judged: Judged): readonly TaskUnit[] {
  const units = new Map<string, { readonly leads: number[]; readonly supports: number[] }>();
  const unit = (name: string) => {
    const known = units.get(name) ?? { leads: [], supports: [] };
    units.set(name, known);
    return known;
  };
  for (const [index, task] of tasks.entries()) {
    const leads = new Set(unitNames(task, 'lead', judged));
    for (const name of leads) unit(name).leads.push(index);
    for (const name of new Set(unitNames(task, 'responsible', judged)))
      if (!leads.has(name)) unit(name).supports.push(index);
  }
  return [...units]
    .map(([name, roles]) => ({ name, ...roles }))
    .sort(
      (a, b) => b.leads.length - a.leads.length || b.supports.length - a.supports.length || (a.name < b.name ? -1 : 1),
    );
}

/** The tasks of a subject in the order of the tree. */
export function treeOrder({ file }: Judged): readonly Task[] {
  const tasks = homesOf(file.subject).flatMap((home) => home.tasks);
  return tasks.length > 0 ? tasks : tasksOf(file.subject);
}
