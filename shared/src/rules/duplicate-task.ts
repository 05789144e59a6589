import type { Point, Row } from '../model/policy-document.ts';
import type { Localized } from '../text/localized.ts';
import { defineRule, type Report } from './define-rule.ts';
import type { Subject } from './subject.ts';
import { duplicatesOf } from './support/near-duplicates.ts';
import { numberPlace } from './support/numbering-report.ts';
import { pairExample } from './support/pair-example.ts';
import { pointName, rowName } from './support/wording.ts';

const LAST_ROW =
  '| 4 | 提高报装服务便利度 | 推行联合报装 | 推行水电气网联合报装，实现线上“一网通办”、线下“一窗通办”。 | 市水务局、市通信管理局 | 市燃气集团 |\n';
const LAST_POINT = '4. 推行水电气网联合报装，实现线上“一网通办”、线下“一窗通办”。（市水务局、市通信管理局）\n';

export default defineRule({
  id: 'duplicate-task',
  group: 'content',
  severity: 'warning',
  fix: 'none',
  words: 'none',
  docs: {
    summary: { zh: '两项要点或清单两行的内容几乎相同', en: 'Two points, or two rows, say nearly the same' },
    why: {
      zh: '多半是复制后忘了改，印发后同一任务会被报送两次，真正的任务却漏掉了。',
      en: 'It is usually a copy that nobody rewrote: one task is reported twice, and another is lost.',
    },
    remedy: {
      zh: '删去多余的一项，或换成原来要写的内容。句式相同、对象不同的姊妹任务不提示。复制出来的一项若没有对应的另一部分，或盖过了原来的一项，只在这里提示一次。',
      en: 'Delete the copy, or write what was meant. Sister tasks with the same wording and another object are left alone. Where the copy has no counterpart in the other part, or was pasted over another task, this is the only finding.',
    },
  },
  examples: [
    { name: { zh: '各项内容不同', en: 'Every task says something else' }, good: pairExample() },
    {
      name: { zh: '句式相同的姊妹任务', en: 'Sister tasks in the same words' },
      good: pairExample(
        [
          '3. 清理招标采购领域的不合理限制，保障各类企业公平参与竞争。（市财政局）',
          '3. 优化用水报装服务，压缩报装办理时间，方便企业和群众办事。（市水务局）',
        ],
        [
          '4. 推行水电气网联合报装，实现线上“一网通办”、线下“一窗通办”。（市水务局、市通信管理局）',
          '4. 优化用气报装服务，压缩报装办理时间，方便企业和群众办事。（市住房建设局）',
        ],
        [
          '保障公平竞争 | 清理招标采购领域的不合理限制，保障各类企业公平参与竞争。 | 市财政局',
          '优化用水报装 | 优化用水报装服务，压缩报装办理时间，方便企业和群众办事。 | 市水务局',
        ],
        [
          '推行联合报装 | 推行水电气网联合报装，实现线上“一网通办”、线下“一窗通办”。 | 市水务局、市通信管理局',
          '优化用气报装 | 优化用气报装服务，压缩报装办理时间，方便企业和群众办事。 | 市住房建设局',
        ],
      ),
    },
    {
      name: { zh: '复制的一行，序号已顺延', en: 'A pasted row with the next number' },
      bad: pairExample([LAST_ROW, `${LAST_ROW}${LAST_ROW.replace('| 4 |', '| ⟦5⟧ |')}`]),
      says: ['清单第 5 行与清单第 4 行内容几乎相同。请删去多余的一行，或改为原来要写的内容。'],
    },
    {
      name: { zh: '一行被下一行盖过，序号和牵头单位只提示这一处', en: 'A row pasted over the one before: told once' },
      bad: pairExample(
        [
          '| 3 | 优化市场准入监管 | 保障公平竞争 | 清理招标采购领域的不合理限制，保障各类企业公平参与竞争。 | 市财政局 | 市发展改革委 |\n',
          LAST_ROW.replace('| 4 | 提高报装服务便利度', '| 3 | 优化市场准入监管'),
        ],
        [LAST_ROW, LAST_ROW.replace('| 4 |', '| ⟦4⟧ |')],
      ),
      says: ['清单第 4 行与清单第 3 行内容几乎相同。请删去多余的一行，或改为原来要写的内容。'],
    },
    {
      name: { zh: '复制的要点，序号没有改', en: 'A pasted point with its number' },
      bad: pairExample([LAST_POINT, `${LAST_POINT}\n${LAST_POINT.replace('4', '⟦4⟧')}`]),
      says: ['要点第 4 项与前面同号的一项内容几乎相同。请删去多余的一项，或改为原来要写的内容。'],
    },
  ],
  check(subject, report) {
    const { points, rows } = duplicatesOf(subject);
    const byCopy = new Map(rows.map((duplicate) => [duplicate.copy, duplicate]));
    const told = new Set<Row>();
    for (const { copy, original } of points) {
      const originals = rowsOf(subject, original);
      const same = rowsOf(subject, copy).filter((row) => originals.includes(byCopy.get(row)?.original ?? row));
      for (const row of same) told.add(row);
      report(
        reportOf(
          copy,
          original,
          { copy: pointName(copy), original: pointName(original) },
          { zh: '项', en: 'point' },
          same,
        ),
      );
    }
    for (const { copy, original } of rows)
      if (!told.has(copy))
        report(
          reportOf(copy, original, { copy: rowName(copy), original: rowName(original) }, { zh: '行', en: 'row' }, []),
        );
  },
});

function rowsOf(subject: Subject, point: Point): readonly Row[] {
  return subject.pairings.flatMap((pairing) => pairing.pairOfPoint(point)?.rows ?? []);
}

/** @param also Rows of the copy that are copies themselves: the same slip on the other side. */
function reportOf(
  copy: Point | Row,
  former: Point | Row,
  names: { readonly copy: Localized; readonly original: Localized },
  counter: Localized,
  also: readonly Row[],
): Report {
  const sameName = names.copy.zh === names.original.zh;
  const original = {
    zh: sameName ? `前面同号的一${counter.zh}` : names.original.zh,
    en: sameName ? 'the one before it of the same number' : names.original.en,
  };
  return {
    at: numberPlace(copy),
    message: {
      zh: `${names.copy.zh}与${original.zh}内容几乎相同。请删去多余的一${counter.zh}，或改为原来要写的内容。`,
      en: `${capitalised(names.copy.en)} says nearly the same as ${original.en}. Delete the superfluous ${counter.en}, or write what was meant.`,
    },
    related: [
      { ...numberPlace(former), message: { zh: '内容相同的另一处', en: 'The other place with this text' } },
      ...also.map((row) => ({
        ...numberPlace(row),
        message: { zh: '清单中也重复了', en: 'The task list repeats it too' },
      })),
    ],
    data: { number: copy.label?.value ?? 0, other: former.label?.value ?? 0 },
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
