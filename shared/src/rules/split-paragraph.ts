import type { Edit } from '../findings/finding.ts';
import type { Point, PointPiece, PolicyDocument } from '../model/policy-document.ts';
import { contains } from '../text/span.ts';
import type { TaskChange } from '../typing/task-change.ts';
import { defineRule } from './define-rule.ts';
import { brokenByLeftovers } from './support/leftover-lines.ts';
import { pairExample } from './support/pair-example.ts';
import { pointName } from './support/wording.ts';

const SENTENCE = '清理招标采购领域的不合理限制，保障各类企业公平参与竞争。（市财政局）';

export default defineRule({
  id: 'split-paragraph',
  group: 'structure',
  severity: 'warning',
  fix: 'safe',
  words: keepsPieces,
  docs: {
    summary: {
      zh: '要点被分页断成几段，或单位名单另成一段',
      en: 'A point broken into paragraphs by a page break, or a unit list standing alone',
    },
    why: {
      zh: '断开的句子、单位名称查找不到；另成一段的单位名单看不出属于哪一项。',
      en: 'A broken sentence or name is not found by searching; a unit list alone belongs to nothing.',
    },
    remedy: {
      zh: '接成一段。句子完整、另起一段继续说明的，或整份文件的单位名单都另起一行的，不提示。',
      en: 'Join the paragraphs. A further paragraph after a finished sentence, and layouts with all unit lists on lines of their own, are left alone.',
    },
  },
  examples: [
    { name: { zh: '一项一段', en: 'One paragraph a point' }, good: pairExample() },
    {
      name: { zh: '句子完整，另起一段', en: 'A second paragraph after a finished sentence' },
      good: pairExample([SENTENCE, `清理招标采购领域的不合理限制。\n\n保障各类企业公平参与竞争。（市财政局）`]),
    },
    {
      name: { zh: '单位名单一律另起一行', en: 'All unit lists on lines of their own' },
      good: pairExample(
        ['即可完成签名确认。（市市场监管局）', '即可完成签名确认。\n\n（市市场监管局）'],
        ['方便连锁企业开店。（市市场监管局、市司法局）', '方便连锁企业开店。\n\n（市市场监管局、市司法局）'],
        ['公平参与竞争。（市财政局）', '公平参与竞争。\n\n（市财政局）'],
        ['“一窗通办”。（市水务局、市通信管理局）', '“一窗通办”。\n\n（市水务局、市通信管理局）'],
      ),
    },
    {
      name: { zh: '句子断在分页处', en: 'A sentence cut in two' },
      bad: pairExample([SENTENCE, '清理招标采购领域的不合理限\n\n⟦制，保障各类企业公平参与竞争。（市财政局）⟧']),
      says: ['要点第 3 项在“……领域的不合理限”后断成两段，请接上。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '单位名称断在分页处', en: 'A unit’s name cut in two' },
      bad: pairExample(['（市水务局、市通信管理局）', '（市水务局、市通信\n\n⟦管理局）⟧']),
      says: ['要点第 4 项在“……水务局、市通信”后断成两段，请接上。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '单位名单另成一段', en: 'A unit list alone' },
      bad: pairExample([SENTENCE, '清理招标采购领域的不合理限制，保障各类企业公平参与竞争。\n\n⟦（市财政局）⟧']),
      says: ['要点第 3 项的单位名单另成一段，请接在句末。'],
      fixed: pairExample(),
    },
  ],
  check(subject, report) {
    const printed = brokenByLeftovers(subject);
    for (const part of subject.workPoints) {
      const document = subject.documents.find(({ source }) => source === part.source);
      const listed = part.points.filter(({ units }) => units !== undefined);
      const alone = listed.filter((point) =>
        point.pieces.some((piece, index) => index > 0 && isUnitList(piece, point)),
      );
      const aloneByLayout = alone.length * 2 >= listed.length;
      for (const point of part.points) {
        for (let index = 1; index < point.pieces.length; index++) {
          const piece = point.pieces[index] as PointPiece;
          const previous = point.pieces[index - 1] as PointPiece;
          const unitList = isUnitList(piece, point);
          if (printed.has(piece) || (unitList ? aloneByLayout : piece.joins !== 'broken')) continue;
          const name = pointName(point);
          const tail = tailOf(previous);
          report({
            at: { source: point.source, ...piece.content.span },
            message: unitList
              ? {
                  zh: `${name.zh}的单位名单另成一段，请接在句末。`,
                  en: `The unit list of ${name.en} is a paragraph of its own: put it behind the sentence.`,
                }
              : {
                  zh: `${name.zh}在“……${tail}”后断成两段，请接上。`,
                  en: `P${name.en.slice(1)} is cut in two behind “…${tail}”: join the paragraphs.`,
                },
            fixes: () => {
              const edits = document === undefined ? [] : joinEdit(previous, piece, document);
              const title = { zh: '接成一段', en: 'Join the paragraphs' };
              return edits.length === 0 ? [] : [{ title, safe: true, edits }];
            },
            data: { number: point.label.value },
          });
        }
      }
    }
  },
});

/** The last words of a piece, as they are told. */
function tailOf({ content }: PointPiece): string {
  return content.text.replaceAll(/\s/g, '').slice(-7);
}

/** An edit of a point in several pieces leaves what is told of them. */
function keepsPieces({ before, after }: TaskChange): boolean {
  const [was, is] = [before, after].map((task) => {
    if (!('pieces' in task) || task.pieces.length === 1) return '';
    return task.pieces.map((piece) => `${isUnitList(piece, task)} ${tailOf(piece)}`).join('\n');
  });
  return was === is;
}

/** A paragraph that holds the bracketed unit list and nothing else. A line `责任单位：…` without brackets is a layout. */
function isUnitList(piece: PointPiece, point: Point): boolean {
  return (
    point.units !== undefined &&
    contains(point.units.span, piece.content.trim().span) &&
    /^\s*[（(〔[【]/.test(piece.content.text)
  );
}

/** Takes out the gap alone; nothing where something stands in it, or where the paragraphs have markup of their own. */
function joinEdit(previous: PointPiece, piece: PointPiece, { source, blocks }: PolicyDocument): readonly Edit[] {
  if (blocks.indexOf(piece.block) !== blocks.indexOf(previous.block) + 1 || piece.block.kind !== previous.block.kind)
    return [];
  const start = previous.content.trim().span.end;
  const end = piece.content.trim().span.start;
  const gap = source.text.slice(start, end);
  if (gap.trim() !== '') return [];
  // Words of Latin letters were parted by a blank; capitals are an abbreviation that was cut.
  const [before, after] = [previous.content.text.trimEnd(), piece.content.text.trimStart()];
  const words =
    /[A-Za-z0-9]$/.test(before) && /^[A-Za-z]/.test(after) && !(/[A-Z]$/.test(before) && /^[A-Z]/.test(after));
  return [{ source, start, end, text: words ? ' ' : '' }];
}
