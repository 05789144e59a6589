import type { Place } from '../findings/finding.ts';
import type { Span } from '../text/span.ts';
import { defineRule } from './define-rule.ts';
import { brokenWords } from './support/broken-words.ts';
import { listExample, pairExample } from './support/pair-example.ts';
import { bodyRows } from './support/row-shape.ts';

export default defineRule({
  id: 'cell-break',
  group: 'structure',
  severity: 'info',
  fix: 'safe',
  words: 'task',
  docs: {
    summary: {
      zh: '单元格里的词被 <br> 断开',
      en: '<br> inside a word of a cell',
    },
    why: {
      zh: '多是扫描或从 Word 复制时留下的换行，断开的名称查找不到，也无法与要点核对。',
      en: 'Left over from a scan or from Word; a broken name is not found by searching, nor compared with the point.',
    },
    remedy: {
      zh: '删去 <br>。句末、顿号后或序号前的换行是有意的排版，不提示；两个单位之间只有 <br> 的，由 unit-separator 提示。',
      en: 'Take the <br> out. Breaks at the end of a sentence, after 、 or before a list mark are meant; two units with only a <br> between them are unit-separator’s.',
    },
  },
  examples: [
    { name: { zh: '没有换行', en: 'No breaks' }, good: pairExample() },
    {
      name: { zh: '一行一个单位', en: 'One unit a line' },
      good: listExample(['市水务局、市通信管理局 |', '市水务局、<br>市通信管理局 |']),
    },
    {
      name: { zh: '分条列举', en: 'Measures listed one below the other' },
      good: listExample(['清理招标采购领域的不合理限制，', '1.清理招标采购领域的不合理限制。<br>2.规范评审，<br>']),
    },
    {
      name: { zh: '单位名称被断开', en: 'A broken name' },
      bad: listExample(['市水务局、市通信管理局 |', '市水务局、市通信⟦<br>⟧管理局 |']),
      says: ['单元格里的“市通信管理局”被换行断开，请删去 <br>。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '同一行多处', en: 'Several in one row' },
      bad: listExample(['| 优化市场准入监管 | 保障公平竞争 |', '| 优化市场⟦<br>⟧准入监管 | 保障公<br/>平竞争 |']),
      says: ['单元格里的“优化市场准入监管”被换行断开，这一行共 2 处，请删去 <br>。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '断开的单位名单一并复原', en: 'A list that was wrapped as a whole' },
      bad: listExample(['市水务局、市通信管理局 |', '市水务局、<br>市通信⟦<br>⟧管理局 |']),
      says: ['单元格里的“市通信管理局”被换行断开，这一行共 2 处，请删去 <br>。'],
      fixed: pairExample(),
    },
  ],
  check(subject, report) {
    for (const { source, tables } of subject.taskLists) {
      for (const table of tables) {
        for (const row of bodyRows(table)) {
          const found = brokenWords(row, table, subject.directory);
          const first = found.find(({ word }) => word !== undefined);
          if (first?.word === undefined) continue;
          const place = (span: Span): Place => ({ source, ...span });
          const count = found.length;
          report({
            at: place(first.span),
            message: {
              zh: `单元格里的“${first.word}”被换行断开${count > 1 ? `，这一行共 ${count} 处` : ''}，请删去 <br>。`,
              en: `“${first.word}” is broken by a <br>${count > 1 ? ` (${count} places in this row)` : ''}: take it out.`,
            },
            related: found
              .filter((other) => other !== first)
              .map(({ span }) => ({ ...place(span), message: { zh: '这里也有换行', en: 'A break here too' } })),
            fixes: () => [
              {
                title: { zh: '删去这一行里断词的换行', en: 'Take out the breaks in this row' },
                safe: true,
                edits: found.map(({ removed }) => ({ ...place(removed), text: '' })),
              },
            ],
            data: { count },
          });
        }
      }
    }
  },
});
