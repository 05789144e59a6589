import { type Draft, type PointLine, pointsOf, type RowLine, rowsOf, type TextLine } from '../draft.ts';
import type { Random } from '../random.ts';
import { at, changeShared, everywhere, type Mistake, pairsOf, type Where } from './mistake.ts';

const sides = ['point', 'row'] as const;
const sideNames = { point: '要点', row: '清单' } as const;

const unitWords =
  '%|家|个|项|万平方米|平方公里|公里|户|亿元|万元|天|次|宗|场|张|份|名|所|处|人次|工作日|列|件|百?台|小时|左右';
const figure = new RegExp(`(?<![\\d.\\-+A-Za-z])\\d+(?:\\.\\d+)?(?:万|亿)?(?:${unitWords})`, 'g');

const chinese = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

const figureSlips: readonly (readonly [string, RegExp, (found: string) => string | undefined])[] = [
  ['末位加一', figure, (f) => f.replace(/\d(?=\D*$)/, (d) => String((Number(d) + 1) % 10))],
  ['首位改动', figure, (f) => f.replace(/^\d/, (d) => String((Number(d) % 9) + 1))],
  ['多打一个零', figure, (f) => f.replace(/^(\d+)(?!\.)/, '$10')],
  [
    '少打一位',
    figure,
    (f) => (/^\d{2,}/.test(f) && !/^\d0*\D/.test(f) ? f.replace(/^\d/, '') : f.replace(/^(\d+)0(?!\d|\.)/, '$1')),
  ],
  ['两位颠倒', figure, (f) => f.replace(/^(\d)([1-9])(?!\.)/, '$2$1')],
  ['小数点移位', figure, (f) => (/\d\.\d/.test(f) ? f.replace(/(\d)\.(\d)/, '$1$2') : undefined)],
  ['添小数点', figure, (f) => f.replace(/^(\d)([1-9]\D)/, '$1.$2')],
  ['万写成亿', figure, (f) => (/万/.test(f) ? f.replace('万', '亿') : undefined)],
  ['亿写成万', figure, (f) => (/亿/.test(f) ? f.replace('亿', '万') : undefined)],
  ['丢“万”', figure, (f) => (/\d万/.test(f) ? f.replace('万', '') : undefined)],
  ['添“万”', figure, (f) => (/\d(?:家|户|个|张|名)/.test(f) ? f.replace(/(\d)(\D)/, '$1万$2') : undefined)],
  ['写成别的中文数', figure, (f) => f.replace(/^([2-8])(?=[家个项次场所列])/, (d) => chinese[Number(d) + 1] ?? d)],
];

const figures: Mistake[] = sides.flatMap((side) =>
  figureSlips.flatMap(([name, pattern, change]) =>
    [1, 2, 3].map(
      (round): Mistake => ({
        rule: 'figure-mismatch',
        name: `${sideNames[side]}数字${name}（${round}）`,
        apply: (draft, random) => {
          for (let skipped = 1; skipped < round; skipped++) random.below(100);
          return changeShared(draft, random, side, pattern, change);
        },
      }),
    ),
  ),
);

const month = /\d+月底前/g;
const deadlines: Mistake[] = sides.flatMap((side): Mistake[] => [
  ...(
    [
      ['月份少一', (f) => f.replace(/\d+/, (m) => String(Number(m) - 1))],
      ['月份改为3月', (f) => f.replace(/\d+/, '3')],
      ['月份改为11月', (f) => f.replace(/\d+/, '11')],
      ['月份改为四月', (f) => f.replace(/\d+/, '四')],
      ['月底改为季度', () => '一季度'],
      ['改为上半年', (f) => (f.startsWith('6') ? undefined : '上半年')],
    ] as readonly (readonly [string, (found: string) => string | undefined])[]
  ).map(
    ([name, change]): Mistake => ({
      rule: 'deadline-mismatch',
      name: `${sideNames[side]}时限${name}`,
      apply: (draft, random) => changeShared(draft, random, side, month, change),
    }),
  ),
  {
    rule: 'deadline-mismatch',
    name: `${sideNames[side]}三季度改为二季度`,
    apply: (draft, random) => changeShared(draft, random, side, /三季度/g, () => '二季度'),
  },
]);
deadlines.push(
  ...(['{Y}年5月底前', '{Y}年11月底', '{Y}年一季度', '{Y}年4月30日前'] as const).map(
    (text): Mistake => ({
      rule: 'deadline-mismatch',
      name: `完成时限列改为“${text}”`,
      apply: (draft, random) => {
        if (!draft.layout.columns.includes('deadline')) return false;
        const row = random.pick(rowsOf(draft).filter(({ measures }) => /月底前|三季度/.test(measures)));
        if (row === undefined) return false;
        row.deadline = text.replace('{Y}', String(draft.layout.year));
        return true;
      },
    }),
  ),
  {
    rule: 'deadline-mismatch',
    name: '要点括号内的完成时限与清单列不同',
    apply: (draft, random) => {
      if (draft.layout.units !== 'divided') return false;
      const point = random.pick(
        pointsOf(draft).filter(({ body, deadline }) => !/月底前|三季度/.test(body) && deadline !== ''),
      );
      if (point === undefined) return false;
      point.deadline = `${draft.layout.year}年10月底前`;
      return true;
    },
  },
);

const preamble = (draft: Draft): TextLine | undefined =>
  draft.lines.find((line): line is TextLine => line.kind === 'text' && line.text.startsWith('为'));

const count = (draft: Draft): number => pointsOf(draft).length;
const tens = (n: number): string =>
  `${n > 99 ? `一百${n % 100 > 9 ? '' : '零'}` : ''}${n % 100 > 19 ? chinese[Math.floor((n % 100) / 10)] : ''}${n % 100 > 9 ? '十' : ''}${n % 10 > 0 ? chinese[n % 10] : ''}`;

const declared: Mistake[] = (
  [
    ['共N+1项', (n) => `本工作要点共${n + 1}项任务。`],
    ['共N-1项', (n) => `全文共提出${n - 1}项重点任务。`],
    ['中文数', (n) => `共提出${tens(n + 1)}项任务。`],
    ['N+10条', (n) => `本要点提出${n + 10}条改革举措。`],
    ['几个方面', (n, s) => `从${tens(s + 1)}个方面提出${n}项任务。`],
    ['方面对、项数错', (n, s) => `共${tens(s)}个方面${n + 2}项任务。`],
    ['两位颠倒', (n) => `共${n % 10}${Math.floor(n / 10)}项任务。`],
    ['大类', (n, s) => `包括${s + 2}大类${n}项任务。`],
  ] as readonly (readonly [string, (points: number, sections: number) => string])[]
).map(
  ([name, sentence]): Mistake => ({
    rule: 'declared-count',
    name: `前言所称数目不符：${name}`,
    apply: (draft) => {
      const line = preamble(draft);
      const sections = draft.lines.filter(({ kind }) => kind === 'section').length;
      if (line === undefined || count(draft) % 11 === 0 || count(draft) > 99) return false;
      line.text += sentence(count(draft), sections);
      return true;
    },
  }),
);
declared.push({
  rule: 'declared-count',
  name: '清单标题后所称数目不符',
  apply: (draft) => {
    const line = draft.lines.find(
      (item) => item.kind === 'text' && item.text.startsWith('# ') && item.text.includes('清单'),
    );
    if (line?.kind !== 'text') return false;
    line.text += `\n\n（共${count(draft) + 1}项）`;
    return true;
  },
});

/** Slips in the middle of a name: what a tired typist does. */
const nameSlips: readonly (readonly [string, (inner: string) => string | undefined])[] = [
  ['漏一字', (inner) => (inner.length > 4 ? inner.slice(0, 2) + inner.slice(3) : undefined)],
  [
    '两字颠倒',
    (inner) =>
      inner.length > 3 && inner[2] !== inner[1] ? `${inner[0]}${inner[2]}${inner[1]}${inner.slice(3)}` : undefined,
  ],
  ['多一字', (inner) => (inner.length > 3 ? `${inner.slice(0, 2)}新${inner.slice(2)}` : undefined)],
  ['错一字', (inner) => (inner.length > 3 ? `${inner.slice(0, 1)}辨${inner.slice(2)}` : undefined)],
  ['漏末字', (inner) => (inner.length > 4 ? inner.slice(0, -1) : undefined)],
  ['重一字', (inner) => (inner.length > 3 ? `${inner.slice(0, 2)}${inner[1]}${inner.slice(2)}` : undefined)],
];

function inside(pattern: RegExp, marks: readonly [string, string], rule: string, what: string): Mistake[] {
  return sides.flatMap((side) =>
    nameSlips.flatMap(([name, change]) =>
      [1, 2].map(
        (round): Mistake => ({
          rule,
          name: `${sideNames[side]}${what}${name}（${round}）`,
          apply: (draft, random) => {
            if (round === 2) random.below(100);
            return changeShared(draft, random, side, pattern, (found) => {
              const inner = found.slice(marks[0].length, found.length - marks[1].length);
              const changed = change(inner);
              return changed === undefined ? undefined : `${marks[0]}${changed}${marks[1]}`;
            });
          },
        }),
      ),
    ),
  );
}

const citations: Mistake[] = [
  ...inside(/《[^《》]{4,40}》/g, ['《', '》'], 'citation-mismatch', '所引文件名'),
  ...sides.map(
    (side): Mistake => ({
      rule: 'citation-mismatch',
      name: `${sideNames[side]}所引文件的文种改变`,
      apply: (draft, random) =>
        changeShared(draft, random, side, /(?:办法|细则|指引|条例|措施|方案)》/g, (found) =>
          found === '办法》' ? '规定》' : '办法》',
        ),
    }),
  ),
];

const terms: Mistake[] = [
  ...inside(/“[^“”]{4,16}”/g, ['“', '”'], 'term-mismatch', '引号内的提法'),
  ...inside(
    /(?<=依托|建设|推广|上线|升级|完善|建成|优化)[\u4e00-\u9fff]{4,14}(?:平台|系统)(?=[，。、])/g,
    ['', ''],
    'term-mismatch',
    '平台系统名称',
  ),
];

const years: Mistake[] = (
  [
    ['要点句首插入上一年时限', 'point', (y) => `${y - 1}年全年`],
    ['清单句首插入上一年时限', 'row', (y) => `${y - 1}年全年`],
    ['要点句首插入上一年底', 'point', (y) => `力争到${y - 1}年底，`],
    ['清单句首插入上一年底', 'row', (y) => `到${y - 1}年底，`],
    ['要点插入上一年6月底前', 'point', (y) => `${y - 1}年6月底前，`],
    ['清单插入上一年上半年', 'row', (y) => `${y - 1}年上半年，`],
    ['要点年份颠倒', 'point', (y) => `${String(y).slice(0, 2)}${String(y)[3]}${String(y)[2]}年12月底前，`],
    ['清单年份多十', 'row', (y) => `${y - 10}年12月底前，`],
    ['要点年内', 'point', (y) => `${y - 1}年内`],
  ] as readonly (readonly [string, 'point' | 'row', (year: number) => string])[]
).flatMap(([name, side, words]) =>
  everywhere.map(
    (where): Mistake => ({
      rule: 'stale-year',
      name: `${name}（${where}）`,
      apply: (draft, random) => {
        const line = plain(draft, side, where, random);
        if (line === undefined) return false;
        const added = words(draft.layout.year);
        if (line.kind === 'point') line.body = added + line.body;
        else line.measures = added + line.measures;
        return true;
      },
    }),
  ),
);
years.push(
  ...[-1, -2, -10].map(
    (by): Mistake => ({
      rule: 'stale-year',
      name: `完成时限列年份差 ${by}`,
      apply: (draft, random) => {
        if (!draft.layout.columns.includes('deadline') || draft.layout.units === 'divided') return false;
        const row = random.pick(
          rowsOf(draft).filter(({ deadline, measures }) => deadline !== '' && !/月底前|三季度/.test(measures)),
        );
        if (row === undefined) return false;
        row.deadline = row.deadline.replace(/\d{4}/, (year) => String(Number(year) + by));
        return true;
      },
    }),
  ),
);

/** A line that names no time of its own. */
function plain(draft: Draft, side: 'point' | 'row', where: Where, random: Random): PointLine | RowLine | undefined {
  const fits = pairsOf(draft).filter(({ point, row }) => !/\d月|季度|年|截至/.test(point.body + row.measures));
  return at<PointLine | RowLine>(
    draft,
    fits.map((pair) => pair[side]),
    where === 'edge' ? 'middle' : where,
    random,
  );
}

const endings: Mistake[] = sides.flatMap((side) =>
  everywhere.flatMap((where) =>
    (
      [
        ['漏句号', (text) => text.slice(0, -1)],
        ['以逗号结尾', (text) => `${text.slice(0, -1)}，`],
        ['以分号结尾', (text) => `${text.slice(0, -1)}；`],
        ['以顿号结尾', (text) => `${text.slice(0, -1)}、`],
        ['末尾被截去', (text) => text.slice(0, -4)],
        ['以冒号结尾', (text) => `${text.slice(0, -1)}：`],
      ] as readonly (readonly [string, (text: string) => string])[]
    ).map(
      ([name, change]): Mistake => ({
        rule: 'unfinished-sentence',
        name: `${sideNames[side]}${name}（${where}）`,
        apply: (draft, random) => {
          const line = at<PointLine | RowLine>(
            draft,
            side === 'point' ? pointsOf(draft) : rowsOf(draft),
            where,
            random,
          );
          if (line === undefined) return false;
          const text = line.kind === 'point' ? line.body : line.measures;
          const changed = change(text);
          // The cut must not take away a figure, a mark or half a quoted name.
          if (/[\d%”》）]/.test(text.slice(-5)) || /[，、]$/.test(text.slice(0, -4))) return false;
          if (line.kind === 'point') line.body = changed;
          else line.measures = changed;
          return true;
        },
      }),
    ),
  ),
);

const nearly: Mistake[] = sides.flatMap((side) =>
  everywhere.map(
    (where): Mistake => ({
      rule: 'duplicate-task',
      also: [side === 'point' ? 'missing-point' : 'missing-row', 'missing-row', 'missing-point'],
      name: `${sideNames[side]}一项误贴成上一项的正文（${where}）`,
      apply: (draft, random) => {
        const all: (PointLine | RowLine)[] = side === 'point' ? pointsOf(draft) : rowsOf(draft);
        const line = at(draft, all, where, random);
        const above = line === undefined ? undefined : all[all.indexOf(line) - 1];
        if (line?.kind === 'point' && above?.kind === 'point') line.body = above.body;
        else if (line?.kind === 'row' && above?.kind === 'row')
          Object.assign(line, { task: above.task, measures: above.measures });
        else return false;
        return true;
      },
    }),
  ),
);

const left: Mistake[] = [
  'TODO',
  'XX',
  '××',
  '待定',
  '【待补充】',
  '（待定）',
  'XXX',
  '【此处补充数据】',
  'xx',
  '〇〇',
].flatMap((text) =>
  sides.flatMap((side) => [
    {
      rule: 'placeholder',
      name: `${sideNames[side]}留下“${text}”`,
      apply: (draft, random) => {
        const line = at<PointLine | RowLine>(
          draft,
          side === 'point' ? pointsOf(draft) : rowsOf(draft),
          'middle',
          random,
        );
        const key = line?.kind === 'point' ? 'body' : 'measures';
        if (line === undefined || text === '〇〇') return false;
        const record = line as unknown as Record<string, string>;
        const was = record[key] ?? '';
        record[key] = was.replace(/，/, `，${/^[Xx×]/.test(text) ? `建成${text}中心` : text}，`);
        return record[key] !== was;
      },
    } satisfies Mistake,
    {
      rule: 'placeholder',
      name: `${sideNames[side]}数字处留下“${text}”`,
      apply: (draft, random) =>
        /^[Xx×]/.test(text) &&
        changeShared(draft, random, side, figure, (found) => found.replace(/\d+(?:\.\d+)?/, text)),
    } satisfies Mistake,
  ]),
);
left.push(
  ...(['待定', 'XX局', '××局', '【待定】', 'TODO'] as const).map(
    (text): Mistake => ({
      rule: 'placeholder',
      name: `清单责任单位填“${text}”`,
      apply: (draft, random) => {
        const row = at(draft, rowsOf(draft), 'middle', random);
        if (row === undefined || !draft.layout.columns.includes('resp')) return false;
        row.resp = text;
        return true;
      },
    }),
  ),
);

export const contentMistakes: readonly Mistake[] = [
  ...figures,
  ...deadlines,
  ...declared,
  ...citations,
  ...terms,
  ...years,
  ...endings,
  ...nearly,
  ...left,
];
