import type { Edit } from '../findings/finding.ts';
import { partKind } from '../model/part-titles.ts';
import type { Heading } from '../model/policy-document.ts';
import type { Localized } from '../text/localized.ts';
import type { SourceText } from '../text/source-text.ts';
import { defineRule } from './define-rule.ts';
import type { Subject } from './subject.ts';
import { pairExample } from './support/pair-example.ts';

const SECOND = '### （二）优化市场准入监管';

export default defineRule({
  id: 'heading-level',
  group: 'structure',
  severity: 'warning',
  fix: 'safe',
  words: 'none',
  docs: {
    summary: {
      zh: '同一层次的标题级别不一',
      en: 'Headings of one tier at different Markdown levels',
    },
    why: {
      zh: '大纲、目录和转成 Word 后的标题样式都按级别生成，级别不一，层次就乱了。',
      en: 'Outlines, tables of contents and styles in Word follow the level: the structure gets lost.',
    },
    remedy: {
      zh: '改为同层次多数标题的级别；一样多时，以第一个为准。',
      en: 'Take the level that most headings of the tier have; of two equally frequent ones, the first.',
    },
  },
  examples: [
    { name: { zh: '级别一致', en: 'One level a tier' }, good: pairExample() },
    {
      name: { zh: '一律用加粗作标题', en: 'Bold headings throughout' },
      good: pairExample(
        ['### （一）提升企业开办服务水平', '**（一）提升企业开办服务水平**'],
        [SECOND, '**（二）优化市场准入监管**'],
        ['### （一）提高报装服务便利度', '**（一）提高报装服务便利度**'],
      ),
    },
    {
      name: { zh: '两个部分的总标题级别不同', en: 'The titles of the two parts' },
      good: pairExample(['# 深圳市2024年优化营商环境重点任务清单\n', '## 深圳市2024年优化营商环境重点任务清单\n']),
    },
    {
      name: { zh: '少数标题高一级', en: 'One level too high' },
      bad: pairExample([SECOND, '⟦##⟧ （二）优化市场准入监管']),
      says: ['标题“（二）优化市场准入监管”为二级标题，同层次的多数是三级标题，请统一。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '少数标题用加粗', en: 'Bold among headings' },
      bad: pairExample([SECOND, '⟦**（二）优化市场准入监管**⟧']),
      says: ['标题“（二）优化市场准入监管”为加粗段落，同层次的多数是三级标题，请统一。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '一样多时以第一个为准', en: 'A tie goes to the first' },
      bad: pairExample(['## 二、优化市政公用基础设施报装', '⟦#⟧ 二、优化市政公用基础设施报装']),
      says: ['标题“二、优化市政公用基础设施报装”为一级标题，同层次的第一个是二级标题，请统一。'],
      fixed: pairExample(),
    },
  ],
  check(subject, report) {
    for (const { source, headings: all, ties } of tiers(subject)) {
      const headings = all.filter((heading) => !runsIn(heading));
      const counts = new Map<string, number>();
      for (const heading of headings) counts.set(keyOf(heading), (counts.get(keyOf(heading)) ?? 0) + 1);
      const most = Math.max(0, ...counts.values());
      const usual = headings.find((heading) => counts.get(keyOf(heading)) === most);
      const tied = [...counts.values()].filter((count) => count === most).length > 1;
      if (usual === undefined || (tied && !ties)) continue;
      for (const heading of headings) {
        if (keyOf(heading) === keyOf(usual)) continue;
        const text = heading.block.content.text.trim();
        const { zh, en } = styleName(heading);
        const expected = styleName(usual);
        const place = heading.block.kind === 'heading' ? heading.block.marker : heading.block.span;
        report({
          at: { source, ...place },
          message: {
            zh: `标题“${text}”为${zh}，同层次的${tied ? '第一个' : '多数'}是${expected.zh}，请统一。`,
            en: `“${text}” is ${en}, but ${tied ? 'the first' : 'most'} of its tier ${tied ? 'is' : 'are'} ${expected.en}.`,
          },
          related: [{ source, ...usual.block.span, message: { zh: '同层次的标题', en: 'A heading of the same tier' } }],
          fixes: () => {
            const edits = restyle(heading, usual, source);
            const title = { zh: `改为${expected.zh}`, en: `Make it ${expected.en}` };
            return edits.length === 0 ? [] : [{ title, safe: true, edits }];
          },
        });
      }
    }
  },
});

interface TierHeadings {
  readonly source: SourceText;
  readonly headings: readonly Heading[];
  /** Whether a tie is judged: two parts may well have titles of two sizes. */
  readonly ties: boolean;
}

function* tiers(subject: Subject): Generator<TierHeadings> {
  for (const { source, sections, domains } of subject.workPoints) {
    yield { source, headings: sections.map(({ heading }) => heading), ties: true };
    yield { source, headings: domains.map(({ heading }) => heading), ties: true };
  }
  for (const { source, workPoints, taskLists } of subject.documents) {
    // A heading that stands above a part by chance, such as the one of the notice, is no title of it.
    const titles = [...workPoints, ...taskLists]
      .flatMap(({ heading }) => heading ?? [])
      .filter(({ block }) => partKind(block.content.text) !== undefined);
    yield { source, headings: titles, ties: false };
  }
}

function keyOf({ style, level }: Heading): string {
  return `${style} ${level}`;
}

function styleName({ style, level }: Heading): Localized {
  if (style === 'bold') return { zh: '加粗段落', en: 'a bold paragraph' };
  if (style === 'plain') return { zh: '普通段落', en: 'a plain paragraph' };
  return { zh: `${'零一二三四五六'.charAt(level)}级标题`, en: `a heading of level ${level}` };
}

/** `（一）企业开办。为……`: a heading with its text in one paragraph cannot have another form. */
function runsIn({ block, title, units }: Heading): boolean {
  const end = Math.max(title.span.end, units?.span.end ?? 0);
  return block.kind === 'paragraph' && block.content.span.end - end > 1;
}

/** Puts the usual heading's markup around the text; nothing where the text has markup that would be lost. */
function restyle({ block }: Heading, usual: Heading, source: SourceText): readonly Edit[] {
  const { start, end } = block.content.span;
  const before = source.text.slice(block.span.start, start);
  const after = source.text.slice(end, block.span.end);
  if (!/^(?:\s|#|\*|<b>)*$/.test(before) || !/^(?:\s|[#*=-]|<\/b>)*$/.test(after)) return [];
  // A star that has lost its partner would pair with the new ones.
  if (usual.style === 'bold' && source.text.slice(start, end).includes('*')) return [];
  const [open, close] =
    usual.style === 'heading' ? [`${'#'.repeat(usual.level)} `, ''] : usual.style === 'bold' ? ['**', '**'] : ['', ''];
  if (usual.style === 'heading' && block.kind === 'heading' && before.startsWith('#')) {
    return [{ source, ...block.marker, text: '#'.repeat(usual.level) }];
  }
  return [
    { source, start: block.span.start, end: start, text: open },
    { source, start: end, end: block.span.end, text: close },
  ].filter((edit) => source.slice(edit) !== edit.text);
}
