import type { HeadingBlock, ParagraphBlock, TableCell } from '../markdown/block.ts';
import { writtenRows } from '../markdown/written-rows.ts';
import { recall } from '../memory/memory.ts';
import type { Point } from '../model/policy-document.ts';
import type { Localized } from '../text/localized.ts';
import { MappedText } from '../text/mapped-text.ts';
import type { SourceText } from '../text/source-text.ts';
import { defineRule } from './define-rule.ts';
import type { Subject } from './subject.ts';
import { type LonelyMark, lonelyMarks } from './support/marks.ts';
import { listExample, pairExample } from './support/pair-example.ts';
import { unfinishedTexts } from './support/unfinished-texts.ts';

export default defineRule({
  id: 'unbalanced-mark',
  group: 'writing',
  severity: 'warning',
  fix: 'none',
  words: 'task',
  docs: {
    summary: {
      zh: '书名号、引号、括号不成对',
      en: 'A book-title mark, quotation mark or bracket without its partner',
    },
    why: {
      zh: '缺了一半，文件名、名称或单位名单从哪里起、到哪里止就说不清。',
      en: 'Without its partner nobody can tell where a title, a name or a list of units begins or ends.',
    },
    remedy: {
      zh: '在同一要点或同一格内补上或删去。被分页断开的要点合起来判断；半角、全角一对括号算成对；“1）”一类序号不提示。',
      en: 'Add or remove the mark within the point or cell. A point cut by a page break is judged as one; a half-width and a full-width bracket make a pair; list marks like 1） are left alone.',
    },
  },
  examples: [
    { name: { zh: '都成对', en: 'All in pairs' }, good: pairExample() },
    {
      name: { zh: '嵌套的书名号、半角配全角', en: 'Nested marks, brackets of two widths' },
      good: pairExample([
        '推行“一照多址”改革，方便连锁企业开店',
        '参照《关于实施〈商事登记若干规定〉的意见》，服务外国人才（A类)',
      ]),
    },
    {
      name: { zh: '“1）”“（2）”是序号', en: 'Marks of lists' },
      good: pairExample([
        '清理招标采购领域的不合理限制',
        '1）清理招标采购领域的不合理限制；2）规范评审；（3）公开结果',
      ]),
    },
    {
      name: { zh: '缺右书名号', en: 'A title that is not closed' },
      bad: pairExample(['2. 修订《深圳市商事登记若干规定》', '2. 修订⟦《⟧深圳市商事登记若干规定']),
      says: ['此处的 《 没有配对的 》，请补全或删去。'],
    },
    {
      name: { zh: '表格里缺左引号', en: 'A quotation that is not opened' },
      bad: listExample(['线下“一窗通办”。', '线下一窗通办⟦”⟧。']),
      says: ['此处的 ” 没有配对的 “，请补全或删去。'],
    },
    {
      name: { zh: '引号方向写反', en: 'A quotation mark turned round' },
      bad: pairExample(['推行“一照多址”改革', '推行“一照多址⟦“⟧改革']),
      says: ['此处的 “ 方向写反，应为 ”。'],
    },
    {
      name: { zh: '左右括号不是一对', en: 'Two marks that are no pair' },
      bad: listExample(['修订《深圳市商事登记若干规定》', '修订⟦《⟧深圳市商事登记若干规定〉']),
      says: ['此处的 《 与后面的 〉 不配对。'],
    },
  ],
  check(subject, report) {
    // A mark that a sentence cut off at its end leaves open is that mistake, not another.
    const unfinished = new Set<unknown>(
      unfinishedTexts(subject).map(({ owner }) => ('point' in owner ? owner.point : owner.row.cells.measures)),
    );
    for (const { source, content, owner } of texts(subject)) {
      for (const lonely of recall(subject.memory, 'lonely marks', content.text, lonelyMarks)) {
        const { at, other, problem } = lonely;
        if (problem === 'unclosed' && unfinished.has(owner)) continue;
        const message = { zh: '另一处在这里', en: 'The other mark' };
        report({
          at: { source, ...content.spanOf(at, at + 1) },
          message: wording(lonely),
          related: other === undefined ? [] : [{ source, ...content.spanOf(other.at, other.at + 1), message }],
        });
      }
    }
  },
});

interface Text {
  readonly source: SourceText;
  readonly content: MappedText;
  /** The point or the cell that it is. */
  readonly owner?: Point | TableCell;
}

/** Points with all their pieces; cells; and what else is written, neighbours together, since a page break may cut it too. */
function* texts(subject: Subject): Generator<Text> {
  const ofPoints = new Set<unknown>();
  for (const owner of subject.points) {
    for (const { block } of owner.pieces) ofPoints.add(block);
    yield { source: owner.source, content: MappedText.concat(owner.pieces.map(({ content }) => content)), owner };
  }
  for (const { source, tables } of subject.taskLists) {
    for (const { block, columns } of tables) {
      for (const { cells } of writtenRows(block)) {
        // A row that a stray | cut has its marks in two cells: table-columns reports the row.
        if (cells.length !== columns.length) continue;
        for (const owner of cells) yield { source, content: owner.content, owner };
      }
    }
  }
  for (const { source, blocks } of subject.documents) {
    let run: (HeadingBlock | ParagraphBlock)[] = [];
    for (const block of [...blocks, undefined]) {
      const belongs = (block?.kind === 'heading' || block?.kind === 'paragraph') && !ofPoints.has(block);
      if (run.length > 0 && (!belongs || block.kind !== run[0]?.kind)) {
        yield { source, content: MappedText.concat(run.map(({ content }) => content)) };
        run = [];
      }
      if (belongs) run.push(block);
    }
  }
}

const PARTNERS: Readonly<Record<string, string>> = Object.fromEntries(
  ['《》', '〈〉', '“”', '（）', '〔〕', '【】', '()'].flatMap((pair) => [
    [pair.charAt(0), pair.charAt(1)],
    [pair.charAt(1), pair.charAt(0)],
  ]),
);

function wording({ mark, problem, other }: LonelyMark): Localized {
  const partner = PARTNERS[mark] ?? '';
  switch (problem) {
    case 'reversed':
      return {
        zh: `此处的 ${mark} 方向写反，应为 ${partner}。`,
        en: `This ${mark} is turned round: it should be ${partner}.`,
      };
    case 'mismatch':
      return {
        zh: `此处的 ${mark} 与后面的 ${other?.mark ?? ''} 不配对。`,
        en: `This ${mark} and the ${other?.mark ?? ''} behind it are no pair.`,
      };
    default:
      return {
        zh: `此处的 ${mark} 没有配对的 ${partner}，请补全或删去。`,
        en: `This ${mark} has no ${partner}: add it, or take this one out.`,
      };
  }
}
