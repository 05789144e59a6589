import type { Block } from '../markdown/block.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import { defineRule } from './define-rule.ts';
import type { Subject } from './subject.ts';
import { brokenByLeftovers, type LeftoverKind, leftoverLines } from './support/leftover-lines.ts';
import { pageArtifact } from './support/page-artifacts.ts';
import { pairExample } from './support/pair-example.ts';
import { bodyRows } from './support/row-shape.ts';

const SECOND_POINT = '2. 修订《深圳市商事登记若干规定》';
const LIST_TITLE = '# 深圳市2024年优化营商环境重点任务清单\n';

export default defineRule({
  id: 'page-artifact',
  group: 'structure',
  severity: 'warning',
  fix: 'suggested',
  words: 'none',
  docs: {
    summary: {
      zh: '打印、扫描留下的行：页码、重复的页眉页脚、盖印的名称和日期',
      en: 'A line left over from printing: a page number, a repeated header or footer, a stamp',
    },
    why: {
      zh: '这些字不是文件内容，混在正文里会被当成要点的一部分印发出去。',
      en: 'It is no part of the document, and will be issued as if it were.',
    },
    remedy: {
      zh: '删去这一行。通知的落款和成文日期、附件说明、抄送和印发信息、“注：”不提示。',
      en: 'Take the line out. The signature and date of the notice, lists of annexes, copies and notes are left alone.',
    },
  },
  examples: [
    { name: { zh: '通知的落款', en: 'The signature of the notice' }, good: pairExample() },
    {
      name: { zh: '附件、注、印发信息', en: 'Annexes, notes, copies' },
      good: pairExample([
        LIST_TITLE,
        `注：本清单任务纳入年度考核。\n\n抄送：市委办公厅，市人大常委会办公厅。\n\n附件\n\n${LIST_TITLE}`,
      ]),
    },
    {
      name: { zh: '文末的署名和日期', en: 'A signature at the end' },
      good: `${pairExample()}\n深圳市优化营商环境改革工作领导小组\n\n2024年2月26日\n`,
    },
    {
      name: { zh: '页码', en: 'A page number' },
      bad: pairExample([SECOND_POINT, `⟦— 3 —⟧\n\n${SECOND_POINT}`]),
      says: ['“— 3 —”像是页码，不是文件内容，请删去。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '页码断开要点', en: 'A page number inside a point' },
      bad: pairExample(['市场主体无需办理实体介质', '市场主体无需\n\n⟦- 3 -⟧\n\n办理实体介质']),
      says: ['“- 3 -”像是页码，不是文件内容，请删去。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '盖印的名称和日期', en: 'A stamp' },
      bad: pairExample([LIST_TITLE, `⟦深圳市燃气集团 2024-02-28 09:54:59⟧\n\n${LIST_TITLE}`]),
      says: ['“深圳市燃气集团 2024-02-28 09:54:59”像是打印时加盖的名称和日期，不是文件内容，请删去。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '重复的页眉', en: 'A running header' },
      bad: pairExample([SECOND_POINT, `⟦深圳市2024年优化营商环境工作要点⟧\n\n${SECOND_POINT}`]),
      says: ['“深圳市2024年优化营商环境工作要点”像是重复的页眉或页脚，不是文件内容，请删去。'],
      fixed: pairExample(),
    },
  ],
  check(subject, report) {
    for (const { source, span, removed, kind } of [...paragraphs(subject), ...tableLines(subject)]) {
      const line = source.slice(span);
      const shown = line.length > 40 ? `${line.slice(0, 40)}……` : line;
      report({
        at: { source, ...span },
        message: {
          zh: `“${shown}”像是${KINDS[kind].zh}，不是文件内容，请删去。`,
          en: `“${shown}” looks like ${KINDS[kind].en}, no part of the document: take it out.`,
        },
        unnecessary: true,
        fixes: () => [
          {
            title: { zh: '删去这一行', en: 'Take the line out' },
            safe: false,
            edits: [{ source, ...removed, text: '' }],
          },
        ],
      });
    }
  },
});

interface Leftover {
  readonly source: SourceText;
  readonly span: Span;
  /** What a fix takes out: the line, and as much around it as makes the text whole again. */
  readonly removed: Span;
  readonly kind: LeftoverKind;
}

function* paragraphs(subject: Subject): Generator<Leftover> {
  const leftovers = leftoverLines(subject);
  const gaps = new Map<Block, Span>();
  for (const [piece, { lines, previous }] of brokenByLeftovers(subject)) {
    const [line] = lines;
    if (line === undefined || lines.length > 1 || previous === undefined) continue;
    gaps.set(line, { start: previous.content.trim().span.end, end: piece.content.trim().span.start });
  }
  for (const { source, blocks } of subject.documents) {
    for (const [index, block] of blocks.entries()) {
      const kind = leftovers.get(block);
      if (kind === undefined) continue;
      const removed = gaps.get(block) ?? removedLine(source, blocks[index - 1], block, blocks[index + 1]);
      yield { source, span: trimmed(source, block.span), removed, kind };
    }
  }
}

/** The line with the blank ones before it; those after it too, where the table above goes on below. */
function removedLine(source: SourceText, before: Block | undefined, line: Block, after: Block | undefined): Span {
  if (before === undefined) return { start: line.span.start, end: after?.span.start ?? line.span.end };
  if (before.kind !== 'table' || after?.kind !== 'table' || !after.continues) {
    return { start: before.span.end, end: line.span.end };
  }
  const lineEnd = source.text.startsWith('\r\n', before.span.end) ? 2 : 1;
  return { start: before.span.end + lineEnd, end: after.rows[0]?.span.start ?? line.span.end };
}

/** A line right below a table, without a blank one between, is a row to Markdown. */
function* tableLines(subject: Subject): Generator<Leftover> {
  for (const { source, tables } of subject.taskLists) {
    for (const table of tables) {
      let end = table.block.delimiter.end;
      for (const { span, cells } of bodyRows(table)) {
        const kind = cells.length === 1 ? pageArtifact(source.slice(span)) : undefined;
        if (kind !== undefined)
          yield { source, span: trimmed(source, span), removed: { start: end, end: span.end }, kind };
        end = span.end;
      }
    }
  }
}

const KINDS: Readonly<Record<LeftoverKind, { zh: string; en: string }>> = {
  'page-number': { zh: '页码', en: 'a page number' },
  stamp: { zh: '打印时加盖的名称和日期', en: 'a printed stamp of a name and a date' },
  'print-time': { zh: '打印时间', en: 'a time of printing' },
  address: { zh: '打印网页留下的网址', en: 'the address of a printed web page' },
  'running-line': { zh: '重复的页眉或页脚', en: 'a repeated header or footer' },
};

function trimmed(source: SourceText, span: Span): Span {
  const text = source.slice(span);
  return { start: span.start + text.length - text.trimStart().length, end: span.start + text.trimEnd().length };
}
