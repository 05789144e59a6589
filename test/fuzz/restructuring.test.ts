import assert from 'node:assert/strict';
import fc from 'fast-check';
import { deleteTask } from '#shared/drafting/delete-task.ts';
import { homeOf } from '#shared/drafting/homes.ts';
import { insertTask } from '#shared/drafting/insert-task.ts';
import { moveTaskDown, moveTaskUp } from '#shared/drafting/move-task.ts';
import { renumberAll } from '#shared/drafting/renumber-all.ts';
import type { Restructuring } from '#shared/drafting/restructuring.ts';
import { type Task, taskAt, tasksOf } from '#shared/drafting/tasks.ts';
import { applyEdits } from '#shared/findings/apply-fixes.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { numberLike } from '#shared/rules/support/number-format.ts';
import { runs } from '../runs.ts';
import { disturbedDraft, wholeDrafts } from './any-draft.ts';
import { judged } from './judged.ts';

const anyWhole = fc.constantFrom(...wholeDrafts);
/** A domain that is written in the first of its rows alone is written out where a task leaves it. */
const writtenOut = fc.constantFrom(
  ...wholeDrafts.filter((text) => subjectOf(text).rows.every(({ cells }) => cells.domain?.content.text.trim() !== '')),
);

function subjectOf(text: string): Subject {
  const [file] = judged([text]).files;
  assert.ok(file);
  return file.subject;
}

function taskOf(subject: Subject, number: number): Task | undefined {
  const tasks = tasksOf(subject);
  return tasks[number % Math.max(1, tasks.length)];
}

/** What comes out, and where the task stands in it; undefined for a refusal. */
function done(
  text: string,
  result: Restructuring,
): { readonly text: string; readonly offset: number | undefined } | undefined {
  return result.kind === 'refused' ? undefined : { text: applyEdits(text, result.edits), offset: result.focus?.offset };
}

/** Does one thing to a task, then another to the same task. */
function thereAndBack(
  text: string,
  number: number,
  there: (subject: Subject, task: Task) => Restructuring,
  back: (subject: Subject, task: Task) => Restructuring,
): string | undefined {
  const subject = subjectOf(text);
  const task = taskOf(subject, number);
  // A lower heading is known by its points: without the last of them it is none that a task could come back to.
  const isLast = task !== undefined && homeOf(subject, task)?.tasks.length === 1;
  if (task === undefined || (isLast && task.points[0]?.domain?.parent !== undefined)) return undefined;
  const moved = done(text, there(subject, task));
  if (moved?.offset === undefined) return undefined;
  const after = subjectOf(moved.text);
  const same = after.documents[0] === undefined ? undefined : taskAt(after, after.documents[0].source, moved.offset);
  assert.ok(same, 'the task is where it is said to be');
  return done(moved.text, back(after, same))?.text;
}

describe('restructuring', () => {
  it('is undone by its opposite: down and up, up and down, in and out', () => {
    let count = 0;
    fc.assert(
      fc.property(writtenOut, fc.nat(60), fc.constantFrom('down', 'up', 'in'), (text, number, way) => {
        const [there, back] = {
          down: [moveTaskDown, moveTaskUp] as const,
          up: [moveTaskUp, moveTaskDown] as const,
          in: [insertTask, deleteTask] as const,
        }[way];
        const result = thereAndBack(text, number, there, back);
        if (result === undefined) return;
        count++;
        // A new task is parted by a blank line, also where the text has none.
        const compared = (words: string) => (way === 'in' ? words.replace(/\n+/g, '\n') : words);
        assert.equal(compared(result), compared(text));
      }),
      runs(300),
    );
    assert.ok(count > 0);
  });

  it('puts wrong numbers of a task right in both parts, and nothing else', () => {
    fc.assert(
      fc.property(anyWhole, fc.nat(), fc.integer({ min: 1, max: 30 }), (text, number, wrong) => {
        const subject = subjectOf(text);
        const task = tasksOf(subject)[1 + (number % Math.max(1, tasksOf(subject).length - 1))];
        const clean = done(text, renumberAll(subject)) === undefined;
        if (task === undefined || !clean) return;
        const edits = [...task.points, ...task.rows].flatMap(({ label }) =>
          label === undefined || label.sub !== undefined
            ? []
            : [
                {
                  ...label.digits,
                  text: numberLike(text.slice(label.digits.start, label.digits.end), label.value + wrong),
                },
              ],
        );
        const disturbed = applyEdits(text, edits);
        const mended = done(disturbed, renumberAll(subjectOf(disturbed)))?.text ?? disturbed;
        assert.equal(mended.normalize('NFKC'), text.normalize('NFKC'));
      }),
      runs(200),
    );
  });

  it('can be done to any text without harm', () => {
    fc.assert(
      fc.property(disturbedDraft, fc.nat(), (text, number) => {
        const subject = subjectOf(text);
        const task = taskOf(subject, number);
        if (task === undefined) return;
        for (const restructure of [deleteTask, insertTask, moveTaskDown, moveTaskUp]) {
          const after = done(text, restructure(subject, task));
          if (after !== undefined) subjectOf(after.text);
        }
      }),
      runs(150),
    );
  });
});
