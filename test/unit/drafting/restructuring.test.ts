import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtInDirectory } from '#server/directories/built-in.ts';
import { deleteTask } from '#shared/drafting/delete-task.ts';
import { insertTask } from '#shared/drafting/insert-task.ts';
import { moveTaskDown, moveTaskUp } from '#shared/drafting/move-task.ts';
import { renumberAll } from '#shared/drafting/renumber-all.ts';
import type { Restructuring } from '#shared/drafting/restructuring.ts';
import { tasksOf } from '#shared/drafting/tasks.ts';
import { applyEdits } from '#shared/findings/apply-fixes.ts';
import { lint } from '#shared/lint.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { SourceText } from '#shared/text/source-text.ts';

const layouts = new URL('../../fixtures/layouts/', import.meta.url);
const clean = new URL('../../fixtures/clean/', import.meta.url);
const texts = [
  ...readdirSync(layouts).map((name) => ({ name, text: readFileSync(new URL(name, layouts), 'utf8') })),
  ...readdirSync(clean).map((name) => ({ name, text: readFileSync(new URL(name, clean), 'utf8') })),
].filter(({ name }) => name.endsWith('.md'));

/** What a wrong move leaves behind. */
const traces = new Set([
  'point-numbering',
  'row-numbering',
  'missing-row',
  'missing-point',
  'domain-mismatch',
  'section-mismatch',
  'split-paragraph',
  'split-table',
  'table-columns',
]);

function judge(text: string): { readonly subject: Subject; readonly found: readonly string[] } {
  const [file] = lint([new SourceText(text, 'draft.md')], { directory: builtInDirectory() }).files;
  assert.ok(file);
  return { subject: file.subject, found: file.findings.map(({ rule }) => rule).filter((rule) => traces.has(rule)) };
}

function done(text: string, result: Restructuring): string | undefined {
  return result.kind === 'refused' ? undefined : applyEdits(text, result.edits);
}

describe('restructuring any layout', () => {
  for (const { name, text } of texts) {
    it(`leaves no trace in ${name}`, () => {
      const { subject, found } = judge(text);
      const tasks = tasksOf(subject);
      const some = [...new Set([tasks[0], tasks[tasks.length >> 1], tasks.at(-1)])].flatMap((task) => task ?? []);
      for (const task of some) {
        const number = task.points[0]?.label.value ?? task.rows[0]?.label?.value;
        for (const [what, result] of [
          ['delete', deleteTask(subject, task)],
          ['insert', insertTask(subject, task)],
          ['up', moveTaskUp(subject, task)],
          ['down', moveTaskDown(subject, task)],
        ] as const) {
          const after = done(text, result);
          if (after === undefined) continue;
          const added = [...judge(after).found];
          for (const rule of found) if (added.includes(rule)) added.splice(added.indexOf(rule), 1);
          assert.deepEqual(added, [], `${what} task ${number}`);
        }
      }
      assert.equal(done(text, renumberAll(subject)), undefined, 'a clean text needs no renumbering');
    });
  }

  it('changes both files of a pair', () => {
    const [points, list] = ['two-files-points.md', 'two-files-list.md'].map(
      (name) => new SourceText(readFileSync(new URL(name, layouts), 'utf8'), name),
    );
    assert.ok(points !== undefined && list !== undefined);
    const options = { directory: builtInDirectory(), pairs: [[points.id, list.id]] };
    const [file] = lint([points, list], options).files;
    assert.ok(file);
    const [, task] = tasksOf(file.subject);
    assert.ok(task !== undefined && task.points.length === 1 && task.rows.length === 1);
    const result = deleteTask(file.subject, task);
    assert.ok(result.kind === 'change');
    const after = [points, list].map(
      ({ text, id }) =>
        new SourceText(
          applyEdits(
            text,
            result.edits.filter(({ source }) => source.id === id),
          ),
          id,
        ),
    );
    assert.ok(after.every(({ text }, index) => text.length < ([points, list][index]?.text.length ?? 0)));
    const found = lint(after, options).files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    assert.deepEqual(
      found.filter((rule) => traces.has(rule)),
      [],
    );
  });

  it('gives the same text, byte for byte, when a task goes down and up again', () => {
    for (const { name, text } of texts) {
      const { subject } = judge(text);
      // A domain that is merged with the row above is written out where a row comes to stand elsewhere.
      if (subject.rows.some(({ cells, domain }) => cells.domain?.content.text === '' && domain !== undefined)) continue;
      // A lower heading that loses its last point is a heading no longer.
      if (subject.points.some(({ domain }) => domain?.parent !== undefined)) continue;
      for (const [index, task] of tasksOf(subject).entries()) {
        if (index % 3 !== 0) continue;
        const down = done(text, moveTaskDown(subject, task));
        if (down === undefined) continue;
        const moved = judge(down).subject;
        const words = task.points[0]?.text.text ?? task.rows[0]?.measures?.text;
        const again = tasksOf(moved).find(
          ({ points, rows }) => (points[0]?.text.text ?? rows[0]?.measures?.text) === words,
        );
        const up = again === undefined ? undefined : done(down, moveTaskUp(moved, again));
        assert.ok(up === text, `task ${index + 1} of ${name}`);
      }
    }
  });
});
