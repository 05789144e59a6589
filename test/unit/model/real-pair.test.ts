import assert from 'node:assert/strict';
import { names, readFixture } from './fixtures.ts';

describe('reading the real pair', () => {
  const document = readFixture('seeds/shenzhen-2023.md');
  const [part] = document.workPoints;
  const [list] = document.taskLists;

  it('finds one part of each kind, with year, place and title', () => {
    assert.equal(document.workPoints.length, 1);
    assert.equal(document.taskLists.length, 1);
    assert.equal(document.year, 2023);
    assert.equal(document.place, '深圳市');
    assert.equal(document.title, '深圳市2023年优化营商环境工作要点');
    assert.equal(document.yearSpan && document.source.slice(document.yearSpan), '2023');
  });

  it('finds 100 points in 10 sections and 28 domains, numbered through', () => {
    assert.deepEqual(
      part?.points.map(({ label }) => label.value),
      Array.from({ length: 100 }, (_, i) => i + 1),
    );
    assert.equal(part?.sections.length, 10);
    assert.equal(part?.domains.length, 28);
    assert.equal(part?.restarts, 'never');
    assert.equal(part?.pointMark, '1.');
    assert.ok(part?.points.every(({ section, domain }) => section !== undefined && domain?.section === section));
  });

  it('finds 100 rows in 10 sections, though pages cut the list into tables', () => {
    assert.deepEqual(
      list?.rows.map(({ label }) => label?.value),
      Array.from({ length: 100 }, (_, i) => i + 1),
    );
    assert.equal(list?.sections.length, 10);
    assert.equal(list?.tables.length, 24);
    assert.ok(list?.rows.every(({ section, domain, task, measures }) => section && domain && task && measures));
  });

  it('gives every point and every row its leads, and nobody else to a point', () => {
    assert.ok(part?.points.every(({ units }) => units?.mentions.every(({ role }) => role === 'lead')));
    assert.ok(list?.rows.every(({ leadUnits }) => leadUnits !== undefined));
  });

  it('reads the same leads on both sides, but for the two bureaus that are spelt in two ways', () => {
    const same = (name: string) =>
      name.replace('市住房城乡建设局', '市住房建设局').replace('市人力资源社会保障局', '市人力资源保障局');
    for (const [index, point] of (part?.points ?? []).entries()) {
      const row = list?.rows[index];
      assert.equal(
        names(point.units).split(' ').map(same).join(' '),
        names(row?.leadUnits).split(' ').map(same).join(' '),
      );
    }
  });

  it('joins what page breaks tore apart, also inside a name', () => {
    const point = (number: number) => part?.points[number - 1];
    assert.equal(names(point(53)?.units), '*市商务局 *市交通运输局 *市口岸办 *市发展改革委');
    assert.equal(names(point(40)?.units), '*市人力资源保障局');
    assert.deepEqual(
      point(40)?.pieces.map(({ joins }) => joins),
      ['first', 'broken'],
    );
    assert.deepEqual(
      point(41)?.pieces.map(({ joins }) => joins),
      ['first', 'broken'],
    );
    assert.deepEqual(
      point(49)?.pieces.map(({ joins }) => joins),
      ['first', 'continued'],
    );
    assert.match(point(14)?.text.text ?? '', /排污许可证核发程序/);
    const torn = point(53)?.units?.mentions[1]?.text;
    assert.equal(torn && document.source.slice(torn.span).replace(/\s/g, ''), '市交通运输局');
  });

  it('leaves the stamp behind the last point out of it', () => {
    assert.equal(part?.points[99]?.pieces.length, 1);
    assert.ok(!document.source.slice(part?.span ?? { start: 0, end: 0 }).includes('2023-02-28'));
  });

  it('keeps brackets inside the text there and names as they were typed', () => {
    assert.match(part?.points[10]?.text.text ?? '', /BIM\/CIM（建筑信息模型\/城市信息模型）/);
    assert.match(names(list?.rows[75]?.responsibleUnits), /市市场监管局市港澳办/);
    assert.match(names(list?.rows[74]?.responsibleUnits), /市检察院 各有关单位$/);
    assert.equal(names(list?.rows[90]?.leadUnits), '*市市场监管局 *人民银行深圳市中心支行 *深圳银保监局');
  });
});
