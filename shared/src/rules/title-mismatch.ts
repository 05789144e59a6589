import type { Fix } from '../findings/finding.ts';
import { defineRule } from './define-rule.ts';
import { pairExample } from './support/pair-example.ts';
import { issuedTitles, partTitles, rewrite, type Title, titleSimilarity } from './support/part-titles.ts';

/** Titles less alike than this are titles of different documents. */
const SAME_DOCUMENT = 0.7;

const NOTICE = '# 关于印发《深圳市2024年优化营商环境工作要点》';
const HEADING = '\n# 深圳市2024年优化营商环境工作要点';

export default defineRule({
  id: 'title-mismatch',
  group: 'structure',
  severity: 'warning',
  fix: 'suggested',
  words: 'none',
  docs: {
    summary: {
      zh: '通知里的标题与文件本身的标题不一致，或年份不一致',
      en: 'The title in the notice differs from the part’s own heading, or their years differ',
    },
    why: {
      zh: '标题、年份写得不一样，引用、归档时就成了两份文件。',
      en: 'Two titles, or two years, make two documents of one in citations and archives.',
    },
    remedy: {
      zh: '统一标题。空格、“附件1”和“（征求意见稿）”不计；通知里提到的其他文件不比较。',
      en: 'Make the titles agree. White space, 附件1 and （征求意见稿） do not count; other documents that the notice cites are not compared.',
    },
  },
  examples: [
    { name: { zh: '标题一致', en: 'The titles agree' }, good: pairExample() },
    {
      name: { zh: '空格不同、标有附件', en: 'White space, and the number of an annex' },
      good: pairExample([HEADING, '\n# 附件1 深圳市 2024 年优化营商环境 工作要点']),
    },
    {
      name: { zh: '通知里提到上一年的文件', en: 'The notice cites last year’s document' },
      good: pairExample([
        '各有关单位：\n',
        '各有关单位：\n\n《深圳市2023年优化营商环境工作要点》实施以来，各项任务均已完成。\n',
      ]),
    },
    {
      name: { zh: '通知标题里的年份未改', en: 'Last year in the title of the notice' },
      bad: pairExample([NOTICE, '# 关于印发《⟦深圳市2023年优化营商环境工作要点⟧》']),
      says: [
        '通知里的《深圳市2023年优化营商环境工作要点》与文件标题“深圳市2024年优化营商环境工作要点”不一致，请统一。',
      ],
      fixed: pairExample(),
    },
    {
      name: { zh: '正文里的标题漏字', en: 'A character missing in the text of the notice' },
      bad: pairExample(['\n《深圳市2024年优化营商环境工作要点》', '\n《⟦深圳市2024年优化营商环境工作点⟧》']),
      says: ['通知里的《深圳市2024年优化营商环境工作点》与文件标题“深圳市2024年优化营商环境工作要点”不一致，请统一。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '文件标题写错', en: 'A slip in the heading' },
      bad: pairExample([HEADING, '\n# ⟦深圳市2024年优化营商环景工作要点⟧']),
      says: [
        '文件标题“深圳市2024年优化营商环景工作要点”与通知里的《深圳市2024年优化营商环境工作要点》不一致，请统一。',
      ],
      fixed: pairExample(),
    },
  ],
  check(subject, report) {
    const parts = partTitles(subject.documents);
    const issued = issuedTitles(subject.documents);
    const judged = new Set<Title>();
    for (const part of parts) {
      const named = issued.filter((title) => partOf(title, parts) === part);
      const differing = named.filter(({ compared }) => compared !== part.compared);
      const [first] = differing;
      if (first === undefined) continue;
      judged.add(part);
      // Two titles of the notice that agree with one another speak against the heading.
      const headingIsOdd = named.length > 1 && named.every(({ compared }) => compared === first.compared);
      const [odd, right] = headingIsOdd ? [part, first] : [first, part];
      const others = headingIsOdd ? named : [...differing.slice(1), part];
      report({
        at: { source: odd.source, ...odd.span },
        message: headingIsOdd
          ? {
              zh: `文件标题“${part.words.text}”与通知里的《${first.words.text}》不一致，请统一。`,
              en: `The heading “${part.words.text}” differs from 《${first.words.text}》 in the notice.`,
            }
          : {
              zh: `通知里的《${first.words.text}》与文件标题“${part.words.text}”不一致，请统一。`,
              en: `《${first.words.text}》 in the notice differs from the heading “${part.words.text}”.`,
            },
        related: others.map((title) => ({
          source: title.source,
          ...title.span,
          message: title === part ? { zh: '文件标题', en: 'The heading' } : { zh: '通知里的标题', en: 'In the notice' },
        })),
        fixes: () =>
          headingIsOdd
            ? [take([part], right.words.text), take(differing, part.words.text)]
            : [
                take(differing, right.words.text),
                take([part, ...named.filter((title) => !differing.includes(title))], first.words.text),
              ],
      });
    }
    reportYears(parts.filter((part) => !judged.has(part)));

    /** The years of the parts' own headings, where no notice says which is right. */
    function reportYears(titles: readonly Title[]): void {
      const [first, ...others] = titles;
      const year = first?.years[0];
      if (first === undefined || judged.size > 0 || first.years.length !== 1 || year === undefined) return;
      for (const other of others) {
        const otherYear = other.years[0];
        if (otherYear === undefined || other.years.length !== 1 || otherYear === year) continue;
        report({
          at: { source: other.source, ...other.span },
          message: {
            zh: `标题“${other.words.text}”的年份与“${first.words.text}”不一致，请统一。`,
            en: `The year of “${other.words.text}” differs from that of “${first.words.text}”.`,
          },
          related: [
            { source: first.source, ...first.span, message: { zh: '另一部分的标题', en: 'The other part’s heading' } },
          ],
          fixes: () => [
            take([other], other.words.text.replace(otherYear, year)),
            take([first], first.words.text.replace(year, otherYear)),
          ],
        });
        return;
      }
    }
  },
});

/** The part that a title of the notice means; undefined where it means another document. */
function partOf(title: Title, parts: readonly Title[]): Title | undefined {
  let best: Title | undefined;
  let most = SAME_DOCUMENT;
  for (const part of parts) {
    // Titles that differ in what they end in (工作要点, 考核办法) are documents of two kinds.
    const sameKind = titleSimilarity(title.compared.slice(-4), part.compared.slice(-4)) >= 0.5;
    const alike = titleSimilarity(title.compared, part.compared);
    if (sameKind && alike > most) [best, most] = [part, alike];
  }
  return best;
}

function take(titles: readonly Title[], text: string): Fix {
  return {
    title: { zh: `改为“${text}”`, en: `Change to “${text}”` },
    safe: false,
    edits: titles.map((title) => rewrite(title, text)),
  };
}
