import type { Localized } from '../text/localized.ts';
import { defineRule } from './define-rule.ts';
import { listExample, pairExample } from './support/pair-example.ts';
import { endsAlike, type SentenceText, TOLD, unfinishedTexts } from './support/unfinished-texts.ts';
import { pointName, rowName } from './support/wording.ts';

export default defineRule({
  id: 'unfinished-sentence',
  group: 'content',
  severity: 'warning',
  fix: 'none',
  words: endsAlike,
  docs: {
    summary: {
      zh: '要点或具体举措没有以句号结尾',
      en: 'A point or a 具体举措 does not end with 。',
    },
    why: {
      zh: '多半是复制、扫描时漏了后半句，任务内容不完整。',
      en: 'Usually the rest of the sentence was lost in copying or scanning, and the task with it.',
    },
    remedy: {
      zh: '补全句子，或加上句号。整份文件的要点（或举措）都不用句号的，不提示；被分页断开的句子由 split-paragraph 提示。',
      en: 'Complete the sentence, or add the full stop. Documents whose points (or measures) do without full stops are left alone; a sentence cut by a page break is split-paragraph’s.',
    },
  },
  examples: [
    { name: { zh: '都以句号结尾', en: 'Every sentence ends' }, good: pairExample() },
    {
      name: { zh: '引号、括注在句号之后', en: 'A quotation mark or a note after the full stop' },
      good: pairExample(['保障各类企业公平参与竞争。', '做到“能放尽放、应减尽减。”']),
    },
    {
      name: { zh: '举措一律不用句号的表格', en: 'A table whose measures never end in 。' },
      good: listExample(
        ['方便连锁企业开店。 |', '方便连锁企业开店 |'],
        ['即可完成签名确认。 |', '即可完成签名确认 |'],
        ['公平参与竞争。 |', '公平参与竞争 |'],
        ['“一窗通办”。 |', '“一窗通办” |'],
      ),
    },
    {
      name: { zh: '举措断在半句', en: 'A measure that breaks off' },
      bad: listExample(['保障各类企业公平参与竞争。 |', '保障各类⟦企业⟧ |']),
      says: ['清单第 3 行的具体举措没有以句号结尾（“……制，保障各类企业”），请补全句子或加上句号。'],
    },
    {
      name: { zh: '要点漏了句号', en: 'A point without its full stop' },
      bad: pairExample(['公平参与竞争。（市财政局）', '公平参与⟦竞争⟧（市财政局）']),
      says: ['要点第 3 项没有以句号结尾（“……企业公平参与竞争”），请补全句子或加上句号。'],
    },
    {
      name: { zh: '要点以逗号结尾', en: 'A point that ends in a comma' },
      bad: pairExample(['公平参与竞争。（市财政局）', '公平参与竞⟦争，⟧（市财政局）']),
      says: ['要点第 3 项没有以句号结尾（“……业公平参与竞争，”），请补全句子或加上句号。'],
    },
  ],
  check(subject, report) {
    for (const { source, content, owner } of unfinishedTexts(subject)) {
      const name = nameOf(owner);
      const { text } = content;
      const tail = text.slice(-TOLD).replaceAll(/\s/g, '');
      const isLong = text.length > TOLD;
      report({
        // The last two characters: enough to see, and within one line.
        at: { source, ...content.spanOf(Math.max(0, text.length - 2), text.length) },
        message: {
          zh: `${name.zh}没有以句号结尾（“${isLong ? '……' : ''}${tail}”），请补全句子或加上句号。`,
          en: `${name.en} does not end with a full stop (“${isLong ? '…' : ''}${tail}”): complete the sentence or add 。`,
        },
      });
    }
  },
});

function nameOf(owner: SentenceText['owner']): Localized {
  if ('point' in owner) {
    const { zh, en } = pointName(owner.point);
    return { zh, en: `P${en.slice(1)}` };
  }
  const { zh, en } = rowName(owner.row);
  return { zh: `${zh}的具体举措`, en: `The measures of ${en}` };
}
