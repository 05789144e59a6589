import { type PointLine, pointsOf, type RowLine, rowsOf } from '../draft.ts';
import { at, everywhere, type Mistake } from './mistake.ts';

const sides = ['point', 'row'] as const;
const sideNames = { point: '要点', row: '清单' } as const;

/** A change of the running text of a point or row. */
function written(rule: string, name: string, change: (text: string) => string): Mistake[] {
  return sides.flatMap((side) =>
    everywhere.map(
      (where): Mistake => ({
        rule,
        name: `${sideNames[side]}${name}（${where}）`,
        apply: (draft, random) => {
          const all: (PointLine | RowLine)[] = (side === 'point' ? pointsOf(draft) : rowsOf(draft)).filter((line) => {
            const text = line.kind === 'point' ? line.body : line.measures;
            return change(text) !== text;
          });
          const line = at(draft, all, all.length < 3 ? 'first' : where, random);
          if (line === undefined) return false;
          if (line.kind === 'point') line.body = change(line.body);
          else line.measures = change(line.measures);
          return true;
        },
      }),
    ),
  );
}

const cjk = '[\\u4e00-\\u9fff]';
const half = (wide: string, narrow: string): Mistake[] =>
  written('halfwidth-punctuation', `“${wide}”写成半角`, (text) =>
    text.replace(new RegExp(`(${cjk})${wide}(?=${cjk})`), `$1${narrow}`),
  );

const halfwidth: Mistake[] = [
  ...half('，', ','),
  ...half('，', ', '),
  ...half('：', ':'),
  ...half('；', ';'),
  ...half('，', ' ,'),
  ...written('halfwidth-punctuation', '括号写成半角', (text) =>
    text.replace(new RegExp(`（(${cjk}[^（）]*)）`), '($1)'),
  ),
  ...written('halfwidth-punctuation', '逗号都写成半角', (text) => text.replaceAll('，', ',')),
  ...written('halfwidth-punctuation', '句末打成半角问号', (text) => text.replace(/(?<!\d)，/, '?')),
];
halfwidth.push(
  ...everywhere.map(
    (where): Mistake => ({
      rule: 'halfwidth-punctuation',
      name: `要点单位括号写成半角（${where}）`,
      apply: (draft, random) => {
        const point = at(draft, pointsOf(draft), where, random);
        if (point === undefined || draft.layout.units !== 'bare') return false;
        point.list = `(${point.lead})`;
        return true;
      },
    }),
  ),
);

const lonely: Mistake[] = (['“', '”', '《', '》', '（', '）'] as const).flatMap((mark) => [
  ...written('unbalanced-mark', `丢一个“${mark}”`, (text) => {
    const index = text.indexOf(mark);
    // Nested and neighbouring marks would be two slips to the eye.
    return index < 0 ? text : text.slice(0, index) + text.slice(index + 1);
  }),
  ...written('unbalanced-mark', `多一个“${mark}”`, (text) => text.replace(/，/, `，${mark}`)),
]);
lonely.push(
  ...(['丢前括号', '丢后括号'] as const).flatMap((name) =>
    everywhere.map(
      (where): Mistake => ({
        rule: 'unbalanced-mark',
        name: `要点单位名单${name}（${where}）`,
        apply: (draft, random) => {
          const point = at(draft, pointsOf(draft), where, random);
          if (point === undefined || draft.layout.units !== 'bare') return false;
          point.list = name === '丢后括号' ? `（${point.lead}` : `${point.lead}）`;
          return true;
        },
      }),
    ),
  ),
  ...written('unbalanced-mark', '前引号打成后引号', (text) => text.replace('“', '”')),
  ...written('unbalanced-mark', '后书名号打成前书名号', (text) => text.replace('》', '《')),
);

const numbers: Mistake[] = (
  [
    ['方括号', (agent, year) => `${agent}[${year}]1号`],
    ['圆括号', (agent, year) => `${agent}（${year}）1号`],
    ['半角圆括号', (agent, year) => `${agent}(${year})1号`],
    ['方头括号', (agent, year) => `${agent}【${year}】1号`],
    ['加“第”', (agent, year) => `${agent}〔${year}〕第1号`],
    ['补零', (agent, year) => `${agent}〔${year}〕01号`],
    ['两位年份', (agent, year) => `${agent}〔${String(year).slice(2)}〕1号`],
    ['花括号', (agent, year) => `${agent}﹝${year}﹞1号`],
    ['全角方括号', (agent, year) => `${agent}［${year}］1号`],
    ['补两个零', (agent, year) => `${agent}〔${year}〕001号`],
  ] as readonly (readonly [string, (agent: string, year: number) => string])[]
).flatMap(([name, make]): Mistake[] => [
  {
    rule: 'document-number',
    name: `发文字号${name}`,
    apply: (draft) => {
      const line = draft.lines.find((item) => item.kind === 'text' && /^.{2,6}〔\d{4}〕1号$/.test(item.text));
      if (line?.kind !== 'text' || name === '花括号') return false;
      line.text = make(line.text.slice(0, line.text.indexOf('〔')), draft.layout.year);
      return true;
    },
  },
  {
    rule: 'document-number',
    name: `前言所引发文字号${name}`,
    apply: (draft) => {
      const line = draft.lines.find((item) => item.kind === 'text' && item.text.startsWith('为'));
      if (line?.kind !== 'text' || name === '花括号' || name === '两位年份') return false;
      const cited = make('国办发', 2020);
      line.text = line.text.replace(
        '，',
        `，落实《国务院办公厅关于进一步优化营商环境更好服务市场主体的实施意见》（${cited}）要求，`,
      );
      return true;
    },
  },
]);

export const writingMistakes: readonly Mistake[] = [...halfwidth, ...lonely, ...numbers];
