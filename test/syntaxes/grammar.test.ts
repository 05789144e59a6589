import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { tokenize, withScope } from './tokenize.ts';

const root = new URL('../..', import.meta.url);
const realPair = readFileSync(new URL('seeds/shenzhen-2023.md', root), 'utf8');
const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

describe('the grammar on the real pair', () => {
  it('names the number of every row', async () => {
    assert.deepEqual(withScope(await tokenize(realPair), 'constant.numeric.row'), numbers(100));
  });

  it('names the number of every point that no page break cuts off from its units', async () => {
    const found = withScope(await tokenize(realPair), 'constant.numeric.point');
    assert.equal(found.length, 84);
    assert.ok(found.every((number) => numbers(100).includes(number)));
  });

  it('names the ten sections of both parts', async () => {
    const ten = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    assert.deepEqual(withScope(await tokenize(realPair), 'punctuation.definition.section'), [...ten, ...ten]);
  });

  it('names the domains, in brackets of either width', async () => {
    const found = withScope(await tokenize(realPair), 'punctuation.definition.domain');
    assert.equal(found.length, 28);
    assert.ok(found.includes('（一）') && found.includes('(二)'));
  });

  it('names units in prose and in cells, and no line break as one', async () => {
    const found = withScope(await tokenize(realPair), 'entity.name.type.unit');
    assert.ok(found.length > 480, String(found.length));
    assert.deepEqual(
      [...new Set(found)].filter((name) => /[<>、，|]/.test(name)),
      [],
    );
  });

  it('names documents', async () => {
    const found = withScope(await tokenize(realPair), 'string.other.document');
    assert.ok(found.includes('《深圳市临时用地管理办法》'));
    assert.ok(found.every((name) => name.startsWith('《') && name.endsWith('》')));
  });
});

describe('the grammar', () => {
  it('names roles inside a unit list', async () => {
    const tokens = await tokenize('1. 开展试点。（牵头单位：市商务局；责任单位：市财政局、各区人民政府）');
    assert.deepEqual(withScope(tokens, 'keyword.other.role'), ['牵头单位', '责任单位']);
    assert.deepEqual(withScope(tokens, 'entity.name.type.unit'), ['市商务局', '市财政局', '各区人民政府']);
  });

  it('names a directive, its rules and its reason', async () => {
    const tokens = await tokenize('<!-- bizenv-disable-task 12 lead-mismatch -- 以清单为准 -->');
    assert.deepEqual(withScope(tokens, 'keyword.control.directive'), ['bizenv-disable-task']);
    assert.deepEqual(withScope(tokens, 'constant.numeric.task'), ['12']);
    assert.deepEqual(withScope(tokens, 'entity.name.tag.rule'), ['lead-mismatch']);
    assert.deepEqual(withScope(tokens, 'string.unquoted.reason'), ['-- 以清单为准 ']);
  });

  it('names figures of a point, not those of an ordinary list', async () => {
    const point = await tokenize('2. 新增不少于 100 家企业，办理时间压缩 50%。（市商务局）');
    assert.deepEqual(withScope(point, 'constant.numeric.figure'), ['100 家', '50%']);
    assert.deepEqual(await tokenize('2. 新增不少于 100 家企业\n\n| 1 | 苹果 | 3 元 |'), []);
  });

  it('keeps out of code', async () => {
    assert.deepEqual(await tokenize('```\n1. 开展试点。（市商务局）\n```\n'), []);
  });
});
