import assert from 'node:assert/strict';
import { folderForEach, pair } from './bizenv.ts';

describe('bizenv compare', () => {
  const folder = folderForEach();
  const changed = pair
    .replaceAll('上线企业服务专区', '上线企业服务<b>&lt;专区')
    .replace('（市司法局）', '（市司法局、市教育局）');

  it('shows no change between a file and itself', async () => {
    folder().write('a.md', pair);
    const run = await folder().run(['compare', 'a.md', 'a.md']);
    assert.equal(run.code, 0, run.stderr);
    assert.match(run.stdout, /改动 0，移动 0，新增 0，不再列入 0，延续 3/);
  });

  it('shows what changed in every format', async () => {
    folder().write('a.md', pair);
    folder().write('b.md', changed);
    const text = await folder().run(['compare', 'a.md', 'b.md']);
    assert.match(text.stdout, /增加单位：市教育局（牵头）/);
    const json = JSON.parse((await folder().run(['compare', 'a.md', 'b.md', '--format', 'json'])).stdout);
    assert.deepEqual(json.summary, { changed: 1, moved: 0, added: 0, dropped: 0, continued: 2 });
    const html = (await folder().run(['compare', 'a.md', 'b.md', '--format', 'html'])).stdout;
    assert.match(html, /<ins>/);
    assert.doesNotMatch(html, /<b>&lt;专区|<script|src=|href=/);
    const md = (await folder().run(['compare', 'a.md', 'b.md', '-f', 'md', '--locale', 'en'])).stdout;
    assert.match(md, /^## changed$/m);
  });

  it('wants two files that hold tasks', async () => {
    folder().write('a.md', pair);
    folder().write('text.md', '# 日记\n');
    for (const operands of [[], ['a.md'], ['a.md', 'text.md'], ['a.md', 'missing.md'], ['a.md', 'a.md', 'a.md']])
      assert.equal((await folder().run(['compare', ...operands])).code, 2, operands.join(' '));
  });
});
