import assert from 'node:assert/strict';
import { builtInDirectory } from '#server/directories/built-in.ts';

const directory = builtInDirectory();
const elsewhere = directory.forPlace('海口市');
const parts = (text: string, of = directory) => of.split(text)?.map(({ start, end }) => text.slice(start, end));

describe('names run together', () => {
  it('are taken apart into known names', () => {
    assert.deepEqual(parts('市市场监管局市港澳办'), ['市市场监管局', '市港澳办']);
    assert.deepEqual(parts('市行政审批局市司法局', elsewhere), ['市行政审批局', '市司法局']);
    assert.deepEqual(parts('市发展改革委深圳海关市商务局'), ['市发展改革委', '深圳海关', '市商务局']);
    assert.deepEqual(parts('市民政局各有关单位'), ['市民政局', '各有关单位']);
    assert.deepEqual(parts('发展改革委商务部', elsewhere), ['发展改革委', '商务部']);
    assert.deepEqual(parts('福田区南山区'), ['福田区', '南山区']);
  });

  it('keep their places where the text has spaces or full-width forms', () => {
    assert.deepEqual(parts('市教育局 各区（新区）'), ['市教育局', '各区（新区）']);
  });

  it('stay one where they are one', () => {
    for (const text of [
      '市市场监管局',
      '深圳市税务局',
      '深圳市市场监管局',
      '市公安局交警局',
      '国家税务总局海口市税务局',
      '市生态环境局福田管理局',
      '市财政局国库处',
      '市住房公积金管理中心',
      '中国人民银行海口中心支行',
      '各区人民政府',
      '市规划和自然资源局',
    ])
      assert.equal(directory.split(text), undefined, text);
  });

  it('cost little however long the text is', () => {
    assert.equal(directory.split('市教育局'.repeat(5_000)), undefined);
    assert.equal(directory.split('市'.repeat(240)), undefined);
  });

  it('are found for every two units of the directory', () => {
    const units = directory.units.filter(({ name }) => name.startsWith('市')).map(({ name }) => name);
    for (const [i, first] of units.entries()) {
      const second = units[(i * 7 + 3) % units.length] ?? first;
      const found = parts(first + second);
      assert.ok(found !== undefined, first + second);
      assert.equal(found.join(''), first + second);
      for (const part of found) assert.notEqual(directory.identify(part, undefined).kind, 'unknown');
    }
  });
});

describe('a prefix given once', () => {
  const cases: readonly [bare: string, before: string, prefix: string | undefined][] = [
    ['住建局', '市行政审批局', '市'],
    ['司法局', '市住建局', '市'],
    ['财政厅', '省发展改革委', '省'],
    ['检察院', '省法院', '省'],
    ['供销社', '省商务厅', '省'],
    ['广电局', '省工业和信息化厅', '省'],
    ['宣传部', '市委组织部', '市委'],
    ['商务厅', '省委网信办', '省'],
    ['教育局', '海口市财政局', '海口市'],
    ['环水集团', '市水务局', '市'],
    ['住建局', '市前海管理局', '市'],
    ['商务局', '市市场监管局', '市'],
    ['深圳海关', '市商务局', undefined],
    ['国家外汇管理局深圳市分局', '市商务局', undefined],
    ['坪山区', '市商务局', undefined],
    ['各有关单位', '市商务局', undefined],
    ['天威视讯', '市商务局', undefined],
    ['市财政局', '市商务局', undefined],
    ['商务部', '发展改革委', undefined],
    ['商务部', '国家发展改革委', undefined],
    ['市场监管总局', '国家发展改革委', undefined],
    ['住建局', '深圳海关', undefined],
    ['住建局', '坪山区', undefined],
    ['高新区管委会', '市商务局', undefined],
    ['技术', '市商务局', undefined],
  ];
  for (const [bare, before, prefix] of cases)
    it(`gives ${bare} after ${before} ${prefix ?? 'none'}`, () => {
      assert.equal(directory.prefixFor(bare, before), prefix);
    });

  it('is given by names that only the shape tells', () => {
    assert.equal(elsewhere.prefixFor('住建局', '市蔬菜办'), '市');
  });
});
