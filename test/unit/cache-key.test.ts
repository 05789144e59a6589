import assert from 'node:assert/strict';
import { cacheKey } from '#server/cache/cache-key.ts';

const text = '推进政务服务“一网通办”。（市政务服务数据管理局）\n'.repeat(2000);

describe('what a result is known by', () => {
  it('has one name for one content', () => {
    assert.deepEqual(cacheKey(['0.1.0'], [text]), cacheKey(['0.1.0'], [text]));
    assert.match(cacheKey([], ['']).name, /^[0-9a-f]{16}$/);
  });

  it('has another name for other settings, and for a text that is longer or shorter', () => {
    const keys = [
      cacheKey(['0.1.0'], [text]),
      cacheKey(['0.1.1'], [text]),
      cacheKey([{ year: 2023 }], [text]),
      cacheKey([{ year: 2024 }], [text]),
      cacheKey(['0.1.0'], [`${text}。`]),
      cacheKey(['0.1.0'], [text.slice(1)]),
      cacheKey(['0.1.0'], [text.replace('推进', '推')]),
    ];
    assert.equal(new Set(keys.map(({ name }) => name)).size, keys.length);
  });

  it('has another content for any other text, and for texts that are parted elsewhere', () => {
    const contents = [
      cacheKey([], ['a', 'b\nc']),
      cacheKey([], ['a\nb', 'c']),
      cacheKey([], ['a', 'b', 'c']),
      cacheKey([['a']], ['b', 'c']),
      cacheKey([], ['\ud83d']),
      cacheKey([], ['\ude00']),
      cacheKey([], ['\ufffd']),
      cacheKey([], [text]),
      cacheKey([], [`${text.slice(0, 30_001)}省${text.slice(30_002)}`]),
    ].map(({ content }) => content.toString('latin1'));
    assert.equal(new Set(contents).size, contents.length);
  });
});
