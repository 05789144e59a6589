import type { ComparedTask } from '#shared/drafting/compare.ts';
import { type ComparedPairs, statusCounts } from './compare-words.ts';
import { visibleJson } from './visible.ts';

/** The comparison for programs. */
export function compareJson({ before, after, comparison }: ComparedPairs): string {
  const { matched, added, dropped } = comparison;
  const object = {
    version: 1,
    before: { path: before.path, year: before.year ?? null },
    after: { path: after.path, year: after.year ?? null },
    summary: statusCounts(comparison),
    tasks: [
      ...matched.map(({ status, isMoved, similarity, texts, unitsAdded, unitsRemoved, figures, ...task }) => ({
        status,
        moved: isMoved,
        similarity: Math.round(similarity * 100) / 100,
        before: taskObject(task.before),
        after: taskObject(task.after),
        texts,
        unitsAdded,
        unitsRemoved,
        figures,
      })),
      ...added.map((task) => ({ status: 'added', before: null, after: taskObject(task) })),
      ...dropped.map((task) => ({ status: 'dropped', before: taskObject(task), after: null })),
    ],
  };
  return `${visibleJson(JSON.stringify(object, null, 2))}\n`;
}

function taskObject({ number, section, domain, title }: ComparedTask) {
  return { number: number ?? null, section: section ?? null, domain: domain ?? null, title };
}
