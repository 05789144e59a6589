import assert from 'node:assert/strict';
import { Memo } from '#shared/units/memo.ts';

describe('the memory for answers about names', () => {
  it('finds the answer to a question once', () => {
    const memo = new Memo<string | undefined>();
    let asked = 0;
    const find = (name: string) => {
      asked++;
      return name === '市司法局' ? 'known' : undefined;
    };
    for (let turn = 0; turn < 3; turn++) {
      assert.equal(memo.of('市司法局', find), 'known');
      assert.equal(memo.of('市某某局', find), undefined);
    }
    assert.equal(asked, 2);
  });

  it('keeps no answer about a text that is too long for a name', () => {
    const memo = new Memo<number>();
    let asked = 0;
    for (let turn = 0; turn < 2; turn++) memo.of('市'.repeat(200), () => ++asked);
    assert.equal(asked, 2);
  });

  it('forgets when it holds too many', () => {
    const memo = new Memo<number>();
    let asked = 0;
    const find = () => ++asked;
    memo.of('市司法局', find);
    for (let n = 0; n < 20_000; n++) memo.of(`市${n}局`, find);
    const before = asked;
    memo.of('市司法局', find);
    assert.equal(asked, before + 1);
  });
});
