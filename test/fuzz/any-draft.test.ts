import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { formatDocument } from '#shared/drafting/format.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { runs } from '../runs.ts';
import { anyText, disturbancesOf, disturbedDraft, wholeDrafts } from './any-draft.ts';
import { findingsOf, gist, judged, options } from './judged.ts';

const layout = (name: string) => readFileSync(new URL(`../fixtures/layouts/${name}`, import.meta.url), 'utf8');

describe('any text', () => {
  it('is judged without a failure, at places between its characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        judged([text]);
      }),
      runs(1500),
    );
  });

  it('is judged without a failure beside another that it belongs to', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, two) => {
        judged([one, two], [['0.md', '1.md']]);
      }),
      runs(300),
    );
  });

  it('is judged alike in whatever company', () => {
    fc.assert(
      fc.property(disturbedDraft, anyText, (text, other) => {
        const alone = findingsOf(judged([new SourceText(text, 'a.md')])).map(gist);
        const before = judged([new SourceText(text, 'a.md'), new SourceText(other, 'b.md')]);
        const after = judged([new SourceText(other, 'b.md'), new SourceText(text, 'a.md')]);
        assert.deepEqual(before.files[0]?.findings.map(gist), alone);
        assert.deepEqual(after.files[1]?.findings.map(gist), alone);
      }),
      runs(200),
    );
  });

  it('is judged alike in either order of a pair in two files', () => {
    fc.assert(
      fc.property(
        disturbancesOf(fc.constant(layout('two-files-points.md'))),
        disturbancesOf(fc.constant(layout('two-files-list.md'))),
        (points, list) => {
          const pair = [new SourceText(points, 'points.md'), new SourceText(list, 'list.md')];
          const pairs = [['points.md', 'list.md']];
          const one = judged(pair, pairs);
          const two = judged([...pair].reverse(), pairs);
          for (const [index, file] of one.files.entries())
            assert.deepEqual(two.files[1 - index]?.findings.map(gist).sort(), file.findings.map(gist).sort());
        },
      ),
      runs(400),
    );
  });

  it('is formatted once and for all', () => {
    fc.assert(
      fc.property(disturbedDraft, (text) => {
        const once = formatDocument(new SourceText(text), options);
        assert.equal(formatDocument(once, options).text, once.text);
      }),
      runs(150),
    );
  });
});

describe('text that belongs to no draft', () => {
  const unrelated = fc.constantFrom(
    '<!-- 起草说明：内部资料 -->',
    '随文附上有关材料，请审阅。',
    '今天天气晴好，大家都去公园散步。\n\n晚上回家吃饭。',
  );
  it('changes nothing above a draft or below it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...wholeDrafts), fc.nat(), unrelated, fc.boolean(), (draft, at, words, above) => {
        const lines = draft.split('\n');
        lines.splice(at % lines.length, 1);
        const text = lines.join('\n');
        const alone = findingsOf(judged([text])).map(gist);
        const joined = above ? `${words}\n\n${text}` : `${text.trimEnd()}\n\n${words}\n`;
        if (above && text.startsWith('---')) return;
        assert.deepEqual(findingsOf(judged([joined])).map(gist), alone);
      }),
      runs(300),
    );
  });
});
