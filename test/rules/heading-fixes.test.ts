import assert from 'node:assert/strict';
import { cleanPair, findAll } from './layout-pair.ts';

describe('a heading that differs from the others of its tier', () => {
  const bold = cleanPair.replace(/^### (.*)$/gm, '**$1**');
  const heading = /^\*\*（二）.*\*\*$/m.exec(bold)?.[0] ?? '';
  const fixesOf = (text: string) =>
    findAll(text)
      .filter(({ rule }) => rule === 'heading-level')
      .map(({ fixes }) => fixes.length);

  it('is made bold where it has lost its stars', () => {
    assert.deepEqual(fixesOf(bold.replace(heading, heading.slice(2, -2))), [1]);
  });

  it('is left to a person where it has lost half of them', () => {
    assert.deepEqual(fixesOf(bold.replace(heading, heading.slice(2))), [0]);
  });
});

describe('a heading above a part that is no title of it', () => {
  it('need not look like the titles of the parts', () => {
    const notice =
      '# 深圳市人民政府办公室文件\n\n3. 压缩退税时限。正常出口退税平均办理时间压缩至5个工作日以内。（深圳市税务局）\n\n';
    const titles = cleanPair.replace(/^# (.*)$/gm, '**$1**');
    const found = findAll(notice + titles).filter(({ rule }) => rule === 'heading-level');
    assert.deepEqual(found, []);
  });
});
