import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Comparison, comparePairs } from '#shared/drafting/compare.ts';
import { matchTasks } from '#shared/drafting/match-tasks.ts';
import { textDifference } from '#shared/drafting/text-difference.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { runs } from '../runs.ts';
import { layouts, seed, sourceOf, subjectOf } from './documents.ts';

const real = subjectOf(seed);
const words = real.points.map(({ text }) => ({ text: text.text }));

function turned({ matched, added, dropped }: Comparison) {
  return {
    matched: matched
      .map(({ before, after, unitsAdded, unitsRemoved, texts, figures, ...task }) => ({
        ...task,
        before: after,
        after: before,
        unitsAdded: unitsRemoved,
        unitsRemoved: unitsAdded,
        texts: texts.map(({ part, stretches }) => ({
          part,
          stretches: stretches.map((stretch) =>
            stretch.kind === 'same' ? stretch : { kind: 'changed', removed: stretch.added, added: stretch.removed },
          ),
        })),
        figures: { removed: figures.added, added: figures.removed },
      }))
      .sort((a, b) => (a.after.number ?? 0) - (b.after.number ?? 0)),
    added: dropped,
    dropped: added,
  };
}

describe('a comparison', () => {
  it('of a pair with itself shows no change, in every layout', () => {
    for (const source of [seed, ...layouts]) {
      const { matched, added, dropped } = comparePairs(subjectOf(source), subjectOf(source));
      assert.deepEqual([added, dropped], [[], []], source.id);
      assert.deepEqual([...new Set(matched.map(({ status }) => status))].join(), 'continued', source.id);
    }
  });

  it('turned round mirrors itself', () => {
    const other = subjectOf(sourceOf('test/fixtures/clean/shenzhen-2024.md'));
    const edited = subjectOf(
      new SourceText(
        seed.text.replace('不少于10家金融机构', '不少于30家金融机构').replace('推行开办企业', '全面推开开办企业'),
      ),
    );
    for (const [a, b] of [
      [real, other],
      [real, edited],
    ] as const)
      assert.deepEqual(comparePairs(b, a), turned(comparePairs(a, b)));
  });

  it('finds a changed figure, and a unit that was added', () => {
    const text = seed.text
      .replaceAll('不少于10家金融机构', '不少于30家金融机构')
      .replace('降低开办企业成本。(市市场监管局)', '降低开办企业成本。(市市场监管局、市司法局)');
    const changed = comparePairs(real, subjectOf(new SourceText(text))).matched.filter(
      ({ status }) => status === 'changed',
    );
    assert.deepEqual(
      changed.map(({ before, figures, unitsAdded }) => [
        before.number,
        figures.added,
        unitsAdded.map(({ name }) => name),
      ]),
      [
        [5, [], ['市司法局']],
        [41, ['30家'], []],
      ],
    );
  });

  it('takes a renamed unit for the same', () => {
    const text = seed.text.replaceAll('人民银行深圳市中心支行', '人民银行深圳市分行');
    const { matched } = comparePairs(real, subjectOf(new SourceText(text)));
    assert.ok(matched.every(({ status }) => status === 'continued'));
  });

  it('tells a task that moved to another section', () => {
    const line = /^9\. 修订《深圳市临时用地管理办法》.*\n/m.exec(seed.text)?.[0] ?? '';
    const text = seed.text.replace(line, '').replace(/^7\. 上线住所/m, `${line}\n$&`);
    const moved = comparePairs(real, subjectOf(new SourceText(text))).matched.filter(({ isMoved }) => isMoved);
    assert.deepEqual(
      moved.map(({ before }) => before.title),
      ['完善临时用地管理'],
    );
  });
});

describe('matching tasks', () => {
  it('finds every task again when they are shuffled and lightly reworded', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          words.map((_, index) => index),
          { minLength: 60 },
        ),
        (order) => {
          const other = order.map((index) => ({
            text: (words[index]?.text ?? '')
              .replace('，', '，进一步')
              .replace('推进', '加快推进')
              .replace('建立', '建立健全'),
          }));
          const found = matchTasks(words, other);
          assert.equal(found.length, order.length);
          for (const { left, right } of found) assert.equal(left, order[right]);
        },
      ),
      runs(10),
    );
  });

  it('matches no tasks that have nothing to do with each other', () => {
    assert.deepEqual(matchTasks(words.slice(0, 50), words.slice(50)), []);
  });

  it('gives the same matches the other way round', () => {
    const task = fc.stringMatching(/^[优化服务企业办理]{0,12}$/).map((text) => ({ text }));
    fc.assert(
      fc.property(fc.array(task), fc.array(task), (a, b) => {
        const there = matchTasks(a, b).map(({ left, right }) => `${left} ${right}`);
        const back = matchTasks(b, a).map(({ left, right }) => `${right} ${left}`);
        assert.deepEqual(there.sort(), back.sort());
      }),
    );
  });
});

describe('the difference of two texts', () => {
  const text = fc.stringMatching(/^[一二三12a，。]{0,20}$/);

  it('holds both texts whole', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = textDifference(before, after);
        assert.equal(parts.map((part) => (part.kind === 'same' ? part.text : part.removed)).join(''), before);
        assert.equal(parts.map((part) => (part.kind === 'same' ? part.text : part.added)).join(''), after);
      }),
    );
  });

  it('marks what changed and no more', () => {
    assert.deepEqual(textDifference('新增不少于10家机构', '新增不少于30家机构'), [
      { kind: 'same', text: '新增不少于' },
      { kind: 'changed', removed: '10', added: '30' },
      { kind: 'same', text: '家机构' },
    ]);
  });
});
