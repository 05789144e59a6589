import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { type JudgedGroup, judgedFile } from '#server/cli/lint/judged.ts';
import { restoreGroup, storeGroup } from '#server/cli/lint/stored-group.ts';
import { reportSchema } from '#server/cli/merge/report-schema.ts';
import { formatJson } from '#server/formats/json.ts';
import type { LintReport } from '#server/formats/report.ts';
import { applyEdits } from '#shared/findings/apply-fixes.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { runs } from '../runs.ts';
import { anyText, disturbedDraft } from './any-draft.ts';
import { judged } from './judged.ts';

function groupOf(text: string): JudgedGroup {
  const { files } = judged([new SourceText(text, '草稿/a.md')]);
  return { files: files.map((file) => judgedFile(file, undefined, true)), failures: [], fixed: {} };
}

function reportOf({ files }: JudgedGroup): LintReport {
  return {
    files: files.map((file) => ({ ...file, group: 0 })),
    summary: { files: files.length, errors: 0, warnings: 0, infos: 0, fixable: 0, suggested: 0 },
    fixed: undefined,
    shard: undefined,
    changedSince: undefined,
    baseline: undefined,
  };
}

/** Where a place given by line and column stands, counted in the text by itself. */
function offsetOf(text: string, { line, column }: { readonly line: number; readonly column: number }): number {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (found) => found.index + found[0].length)];
  return (starts[line - 1] ?? Number.NaN) + column - 1;
}

describe('results', () => {
  it('written as JSON are read back as the same findings, at places of the text', () => {
    fc.assert(
      fc.property(fc.oneof(disturbedDraft, anyText), (text) => {
        const group = groupOf(text);
        const written = [...formatJson(reportOf(group), 'zh')].join('');
        const read = v.parse(reportSchema, JSON.parse(written)).files.flatMap(({ findings }) => findings);
        const findings = group.files.flatMap((file) => file.findings);
        assert.deepEqual(
          read.map(({ rule, severity, message, data }) => ({ rule, severity, message, data })),
          findings.map(({ rule, severity, message, data }) => ({ rule, severity, message: message.zh, data })),
        );
        for (const [index, { start, end, fix, related = [] }] of read.entries()) {
          const finding = findings[index];
          assert.deepEqual([start.offset, end.offset], [finding?.start, finding?.end]);
          for (const place of [start, end, ...related.flatMap((other) => [other.start, other.end])]) {
            assert.ok(place.offset <= text.length);
            assert.equal(offsetOf(text, place), place.offset);
          }
          const edits = (fix?.edits ?? []).map((edit) => ({ ...edit, source: group.files[0]?.source as SourceText }));
          const same = (words: string) => words.replaceAll('\r\n', '\n');
          assert.equal(same(applyEdits(text, edits)), same(applyEdits(text, finding?.fixes[0]?.edits ?? [])));
        }
      }),
      runs(100),
    );
  });

  it('kept for later runs come back whole', () => {
    fc.assert(
      fc.property(fc.oneof(disturbedDraft, anyText), (text) => {
        const group = groupOf(text);
        const kept = JSON.stringify(storeGroup(group));
        const back = restoreGroup(JSON.parse(kept), [text]);
        assert.equal(JSON.stringify(storeGroup(back)), kept);
        assert.deepEqual(
          [...formatJson(reportOf(back), 'en')].join(''),
          [...formatJson(reportOf(group), 'en')].join(''),
        );
        for (const { source, findings } of back.files) {
          assert.equal(source.text, text);
          for (const finding of findings) assert.equal(finding.source, source);
        }
      }),
      runs(100),
    );
  });
});
