import type { Point, Row, UnitList } from '../model/policy-document.ts';
import type { Subject } from '../rules/subject.ts';

/**
 * A point or a row whose words, units or domain were edited: the text or the unit list of the point, or the task, the measures,
 * the unit cells or the domain of the row. Its number and its other cells are the same, and so are those of all others, and
 * which point is paired with which row; what named units before still does. Each of the two stands in a text of its own.
 */
export type TaskChange =
  | { readonly before: Point; readonly after: Point }
  | { readonly before: Row; readonly after: Row };

/**
 * What the findings of a rule have to do with the words of a task.
 * - `task`: those in a task come from its own words, and no other finding depends on them.
 * - `lists`: they come from the unit lists of all tasks, and are made anew when one of them was edited. The rule goes by the
 *   order of the tasks, never by where they stand: tasks that were edited stand in texts of their own.
 * - `domains`: the same of the domains of all rows.
 * - `none`: no finding depends on them, but those of the words where it stands.
 * - A function: no finding depends on them as long as it says so of an edit. It is given the subject of the last whole look,
 *   whose year, place and titles are still those of the draft, but not its tasks.
 */
export type WordsReach = 'task' | 'lists' | 'domains' | 'none' | ((change: TaskChange, subject: Subject) => boolean);

/** Whether an edit left the units of a task as they were: names, roles, and what stands between them. */
export function keepsUnits({ before, after }: TaskChange): boolean {
  const [was, is] = [before, after].map((task) => {
    if ('pieces' in task) return written(task.units);
    const { leadUnits, responsibleUnits, cells } = task;
    const texts = [cells.lead, cells.responsible].map((cell) => cell?.content.text);
    return JSON.stringify([written(leadUnits), written(responsibleUnits), texts]);
  });
  return was === is;
}

function written(list: UnitList | undefined): string {
  if (list === undefined) return '';
  const { span, spans, namesLead, namesSupport, mentions, separators } = list;
  return JSON.stringify([
    spans.length,
    namesLead,
    namesSupport,
    mentions.map(({ role, name, restoredPrefix, group, text }) => [
      role,
      name,
      restoredPrefix,
      group,
      text.text,
      // From the end of the list: an edit of the words stands before it.
      span.end - text.span.start,
    ]),
    separators.map(({ text }) => text),
  ]);
}

/** Whether an edit left the domain of a row as it was. */
export function keepsDomain({ before, after }: TaskChange): boolean {
  return (
    'pieces' in before || 'pieces' in after || before.cells.domain?.content.text === after.cells.domain?.content.text
  );
}
