import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { applyEdits } from '#shared/findings/apply-fixes.ts';
import { findAll } from './layout-pair.ts';

describe('a row that is filled from its point', () => {
  const text = readFileSync(new URL('../fixtures/layouts/positional-lead.md', import.meta.url), 'utf8');
  const lines = text.split('\n');
  const rows = lines.flatMap((line, index) => (/^\|\s*\d+\s*\|/.test(line) ? [index] : []));

  it('holds all units where one column names them, the lead first', () => {
    assert.ok(rows.length > 3);
    for (const index of rows) {
      const without = lines.filter((_, at) => at !== index).join('\n');
      const [missing, ...others] = findAll(without);
      assert.deepEqual([missing?.rule, others], ['missing-row', []]);
      const mended = applyEdits(without, missing?.fixes[0]?.edits ?? []);
      assert.deepEqual(
        findAll(mended).map(({ rule, message }) => `${rule} ${message.zh}`),
        [],
      );
    }
  });
});
