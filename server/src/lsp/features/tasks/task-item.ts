import { type Task, taskNumber } from '#shared/drafting/tasks.ts';
import type { Finding } from '#shared/findings/finding.ts';
import type { UnitMention } from '#shared/model/policy-document.ts';
import type { TaskItem, TaskState } from '#shared/protocol.ts';
import { toLocation } from '../../convert.ts';
import { beginningOf } from '../../outline.ts';
import type { Judged } from '../../session.ts';

/** A task as the client's views name it. */
export function itemOf(task: Task, judged: Judged): TaskItem {
  const [point] = task.points;
  const [row] = task.rows;
  const title = row?.task?.text.replace(/\s+/g, '') ?? '';
  return {
    number: taskNumber(task) ?? null,
    title: title === '' ? beginningOf(point?.text.text ?? row?.measures?.text ?? '') : title,
    state: stateOf(task, judged),
    point: point === undefined ? null : toLocation({ source: point.source, ...point.span }),
    row: row === undefined ? null : toLocation({ source: row.source, ...row.span }),
    leadUnits: unitNames(task, 'lead', judged),
    responsibleUnits: unitNames(task, 'responsible', judged),
    findings: graveFindings(task, judged).length,
  };
}

export function stateOf(task: Task, judged: Judged): TaskState {
  if (judged.file.subject.pairings.length === 0) return 'single';
  if (task.points.length === 0) return 'missing-point';
  if (task.rows.length === 0) return 'missing-row';
  return graveFindings(task, judged).length > 0 ? 'mismatched' : 'paired';
}

/** Findings inside the points and rows of a task, of both files of a pair. */
export function findingsOfTask({ points, rows }: Task, { pairFindings }: Judged): readonly Finding[] {
  return pairFindings.filter((finding) =>
    [...points, ...rows].some(
      ({ source, span }) => source === finding.source && span.start <= finding.start && finding.end <= span.end,
    ),
  );
}

function graveFindings(task: Task, judged: Judged): readonly Finding[] {
  return findingsOfTask(task, judged).filter(({ severity }) => severity !== 'info');
}

/** Canonical names where the directory has them; those of the row, else those of the point. */
export function unitNames(task: Task, role: UnitMention['role'], { file }: Judged): readonly string[] {
  const { directory, year } = file.subject;
  const lists =
    task.rows.length > 0
      ? task.rows.flatMap((row) => [row.leadUnits, row.responsibleUnits])
      : task.points.map(({ units }) => units);
  return lists.flatMap((list) =>
    (list?.mentions ?? [])
      .filter((mention) => mention.role === role)
      .map(({ name }) => {
        const identified = directory.identify(name, year);
        return identified.kind === 'unit' ? identified.unit.name : name;
      }),
  );
}
