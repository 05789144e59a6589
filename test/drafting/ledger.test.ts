import assert from 'node:assert/strict';
import { countOf, makeLedger } from '#shared/drafting/ledger.ts';
import { unitLists } from '#shared/rules/support/unit-lists.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { layouts, seed, sourceOf, subjectOf } from './documents.ts';

describe('the ledger by unit', () => {
  for (const source of [seed, ...layouts])
    it(`of ${source.id.replace(/.*\//, '')} holds every mention exactly once`, () => {
      const subject = subjectOf(source);
      const { units, groups } = makeLedger([subject]);
      const listed = [...units, ...groups].flatMap(({ entries }) => entries.flatMap(({ mentions }) => mentions));
      const places = listed.map(({ start, end }) => `${start}-${end}`);
      assert.equal(new Set(places).size, places.length);
      for (const { list } of unitLists(subject))
        for (const { text } of list.mentions) {
          const { start, end } = text.span;
          const inside = listed.filter((mention) => start <= mention.start && mention.end <= end);
          const letters = inside.reduce((sum, mention) => sum + mention.end - mention.start, 0);
          assert.equal(letters, end - start, text.text);
        }
    });

  it('holds every mention once, though a point is typed into the list and the part is paired with two lists', () => {
    const table = '| 序号 | 重点任务 | 具体举措 | 牵头单位 |\n| --- | --- | --- | --- |\n';
    const tasks = ['出台市场准入便利化措施', '上线企业服务专区', '修订企业信用修复办法', '组织涉企执法案卷评查'];
    const points = tasks.map((task, index) => `${index + 1}. ${task}。（市商务局）\n\n`);
    const rows = tasks.map((task, index) => `| ${index + 1} | ${task} | ${task}。 | 市商务局 |\n`);
    const text = [
      '# 云州市2026年优化营商环境工作要点\n\n',
      ...points,
      '# 云州市2026年优化营商环境重点任务清单\n\n',
      table,
      ...rows.slice(0, 2),
      `\n${points[0]}\n`,
      table,
      ...rows.slice(2),
    ].join('');
    const { units } = makeLedger([subjectOf(new SourceText(text))]);
    const mentions = units.flatMap(({ entries }) => entries.flatMap((entry) => entry.mentions));
    assert.equal(mentions.length, text.match(/市商务局/g)?.length);
    assert.equal(new Set(mentions.map(({ start }) => start)).size, mentions.length);
  });

  it('keeps phrases that name many apart, known to a directory or not', () => {
    const { units, groups } = makeLedger([subjectOf(sourceOf('test/fixtures/clean/copied-without-blank-lines.md'))]);
    assert.ok(groups.some(({ name }) => name === '各供水供气企业'));
    assert.ok(!units.some(({ name }) => name.startsWith('各')));
  });

  it('counts a unit once a task, under its canonical name', () => {
    const { units, groups } = makeLedger([subjectOf(seed)]);
    const housing = units.find(({ name }) => name === '市住房建设局');
    assert.ok(housing !== undefined && countOf(housing, 'lead') === 9);
    assert.ok(housing.entries.some(({ mentions }) => mentions.some(({ name }) => name === '市住房城乡建设局')));
    assert.ok(units.some(({ name }) => name === '市港澳办'));
    assert.deepEqual(
      groups.map(({ name }) => name.normalize('NFKC')),
      ['各区(新区)', '各有关单位'],
    );
  });
});
