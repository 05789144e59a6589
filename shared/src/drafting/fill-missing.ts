import { fixUntilStable } from '../findings/fix-until-stable.ts';
import { type LintOptions, lint } from '../lint.ts';
import type { Subject } from '../rules/subject.ts';
import { insertPointsFix } from '../rules/support/insert-point.ts';
import { insertRowsFix } from '../rules/support/insert-row.ts';
import { changesBetween } from '../text/text-changes.ts';
import { change, type Restructuring, refuse } from './restructuring.ts';
import type { Task } from './tasks.ts';

/** Puts in the side that a task lacks, filled from the other one. */
export function fillMissing(subject: Subject, task: Task): Restructuring {
  const { pairing } = task;
  if (pairing === undefined) return refuse('本文件只有要点或只有清单。', 'This document has one part only.');
  const [point, ...points] = task.points;
  const [row, ...rows] = task.rows;
  if (point !== undefined && row !== undefined)
    return refuse('这项任务两部分都有。', 'Both sides of this task are there.');
  const fix =
    point !== undefined
      ? insertRowsFix(subject, pairing, [point, ...points])
      : row === undefined
        ? undefined
        : insertPointsFix(pairing, [row, ...rows]);
  if (fix === undefined) return refuse('没有可以参照的位置。', 'There is no place to go by.');
  const insertion = fix.edits.find(({ start, end }) => start === end) ?? fix.edits[0];
  if (insertion === undefined) return change(fix.edits, undefined);
  const lead = /^\s*/.exec(insertion.text)?.[0].length ?? 0;
  const changed = change(fix.edits, insertion);
  if (changed.kind === 'refused' || changed.focus === undefined) return changed;
  return { ...changed, focus: { ...changed.focus, offset: changed.focus.offset + lead } };
}

/** The same for every task that lacks a side. */
export function fillAllMissing(subject: Subject, options: LintOptions): Restructuring {
  const wanted = new Set(['missing-row', 'missing-point']);
  const sources = subject.documents.map(({ source }) => source);
  const outcome = fixUntilStable(
    sources,
    'all',
    (texts) => lint(texts, options),
    ({ files }) => files.flatMap(({ findings }) => findings.filter(({ rule }) => wanted.has(rule))),
  );
  const edits = sources.flatMap((source, index) =>
    changesBetween(source.text, outcome.texts[index]?.text ?? source.text).map((edit) => ({ source, ...edit })),
  );
  if (edits.length === 0) return refuse('没有缺少的要点或清单行。', 'No point and no row is missing.');
  return change(edits, undefined);
}
