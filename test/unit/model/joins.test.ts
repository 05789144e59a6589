import assert from 'node:assert/strict';
import { names, read } from './fixtures.ts';

const HEAD = '# 深圳市2023年优化营商环境工作要点\n\n## 一、优化市场准入环境\n\n';
const points = (body: string) => read(HEAD + body).workPoints[0]?.points ?? [];

describe('points that pages tear apart', () => {
  it('joins a sentence cut by a page break', () => {
    const [point] = points(
      '1. 上线多语种版本，围绕出入境、\n\n交通出行提供服务。（市商务局）\n\n2. 推进改革。（市财政局）\n',
    );
    assert.equal(point?.text.text, '上线多语种版本，围绕出入境、交通出行提供服务。');
    assert.deepEqual(
      point?.pieces.map(({ joins }) => joins),
      ['first', 'broken'],
    );
  });

  it('joins a unit list cut inside a name, past a page number, a stamp and a running header', () => {
    for (const stray of [
      '— 3 —',
      '第 3 页',
      '深圳市燃气集团 2023-02-28 09:54:59',
      '# 深圳市2023年优化营商环境工作要点',
      '---',
      '<!-- 第3页 -->',
    ]) {
      const read = points(
        `1. 规范收费。（市商务局、市交通运\n\n${stray}\n\n输局、市财政局）\n\n2. 推进改革。（市财政局）\n`,
      );
      assert.equal(names(read[0]?.units), '*市商务局 *市交通运输局 *市财政局', stray);
      assert.equal(read.length, 2);
    }
  });

  it('takes a list alone for a break where other points have theirs behind the text', () => {
    const [point] = points('1. 推进改革。\n\n（市商务局）\n\n2. 扩大开放。（市财政局）\n\n3. 优化服务。（市财政局）\n');
    assert.deepEqual(
      point?.pieces.map(({ joins }) => joins),
      ['first', 'broken'],
    );
    assert.equal(names(point?.units), '*市商务局');
  });

  it('does not swallow what follows a closed list', () => {
    const read = points(
      '1. 推进改革。（市商务局）\n\n以上任务请各单位抓好落实。\n\n2. 扩大开放。（市财政局）\n\n某某集团档案室\n',
    );
    assert.deepEqual(
      read.map(({ pieces }) => pieces.length),
      [1, 1],
    );
  });

  it('leaves an item whose number was forgotten out of the point before it', () => {
    const read = points('1. 推进改革。（市商务局）\n\n扩大开放。（市财政局）\n\n3. 优化服务。（市司法局）\n');
    assert.deepEqual(
      read.map(({ label, units }) => [label.value, names(units)]),
      [
        [1, '*市商务局'],
        [3, '*市司法局'],
      ],
    );
  });

  it('counts sub-items to the point, with the list at their end', () => {
    const [point] = points(
      '1. 推进改革：\n\n（1）减少环节。\n\n（2）压缩时间。（市商务局）\n\n2. 扩大开放。（市财政局）\n\n3. 优化服务。（市财政局）\n',
    );
    assert.deepEqual(
      point?.pieces.map(({ joins }) => joins),
      ['first', 'sub-item', 'sub-item'],
    );
    assert.equal(names(point?.units), '*市商务局');
    assert.equal(point?.text.text, '推进改革：\n减少环节。\n压缩时间。');
  });

  it('keeps points whose lists are missing, in a part whose title says what it is', () => {
    const read = points('1. 推进改革。\n\n2. 扩大开放。（市财政局）\n\n3. 优化服务。\n');
    assert.deepEqual(
      read.map(({ units }) => names(units)),
      ['–', '*市财政局', '–'],
    );
  });

  it('keeps numbers as typed, also as list items of Markdown', () => {
    const read = points('1. 推进改革。（市商务局）\n2. 扩大开放。（市财政局）\n4. 优化服务。（市司法局）\n');
    assert.deepEqual(
      read.map(({ label }) => label.value),
      [1, 2, 4],
    );
  });
});
