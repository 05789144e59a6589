import { type Draft, type Line, type PointLine, pointsOf, type RowLine, rowsOf } from '../draft.ts';
import type { Random } from '../random.ts';
import { at, everywhere, insertAfter, type Mistake, placeInRun, remove, shift, type Where } from './mistake.ts';

type Numbered = PointLine | RowLine;
const sides = [
  { rule: 'point-numbering', side: '要点', lines: (draft: Draft): Numbered[] => pointsOf(draft) },
  { rule: 'row-numbering', side: '清单', lines: (draft: Draft): Numbered[] => rowsOf(draft) },
] as const;

const typos: readonly (readonly [string, (number: number) => number])[] = [
  ['多一', (n) => n + 1],
  ['少一', (n) => n - 1],
  ['末位重打', (n) => n * 10 + (n % 10)],
  ['加十', (n) => n + 10],
  ['两位颠倒', (n) => (n > 9 ? (n % 10) * 10 + Math.floor(n / 10) : n)],
  ['丢首位', (n) => (n > 9 ? n % 10 : n)],
];

const numbering: Mistake[] = sides.flatMap(({ rule, side, lines }): Mistake[] => [
  ...everywhere.flatMap((where) =>
    typos.map(
      ([name, change]): Mistake => ({
        rule,
        name: `${side}编号${name}（${where}）`,
        apply: (draft, random) => {
          const line = at(draft, lines(draft), where, random);
          if (line === undefined) return false;
          const was = Number(line.number);
          const now = change(was);
          if (now === was || now < 1) return false;
          // In a layout that restarts, a 1 is the beginning of a new run and no typo that can be seen.
          if (now === 1 && draft.layout.numbering !== 'whole') return false;
          line.number = String(now);
          return true;
        },
      }),
    ),
  ),
  ...everywhere.flatMap((where) =>
    [1, -1].map(
      (by): Mistake => ({
        rule,
        name: `${side}自此以下都${by > 0 ? '加一' : '减一'}（${where}）`,
        apply: (draft, random) => {
          const all = lines(draft);
          const line = at(draft, all, where, random);
          if (line === undefined) return false;
          const { run, index } = placeInRun(all, line);
          if (index === 0) return false;
          shift(run.slice(index), by);
          return true;
        },
      }),
    ),
  ),
  ...everywhere.map(
    (where): Mistake => ({
      rule,
      name: `${side}相邻两个编号对调（${where}）`,
      apply: (draft, random) => {
        const all = lines(draft);
        const line = at(draft, all, where, random);
        if (line === undefined) return false;
        const { run, index } = placeInRun(all, line);
        const other = run[index + 1] ?? run[index - 1];
        if (other === undefined) return false;
        [line.number, other.number] = [other.number, line.number];
        return true;
      },
    }),
  ),
  {
    rule,
    name: `${side}相邻两项连编号一起换了位置`,
    also: ['domain-mismatch'],
    apply: (draft, random) => {
      const all = lines(draft);
      const line = at(draft, all, 'middle', random);
      if (line === undefined) return false;
      const next = draft.lines[draft.lines.indexOf(line) + 1];
      if (next?.kind !== line.kind) return false;
      if (line.kind === 'row' && next.kind === 'row' && line.domain !== next.domain) return false;
      remove(draft, line);
      insertAfter(draft, next, line);
      return true;
    },
  },
  {
    rule,
    name: `${side}编号在新的部分误从 1 起`,
    apply: (draft, random) => {
      if (draft.layout.numbering !== 'whole') return false;
      const line = at(draft, lines(draft), 'edge', random);
      if (line === undefined) return false;
      line.number = '1';
      return true;
    },
  },
]);

/** Extra task texts that are like nothing in the stock. */
const extras: readonly { task: string; point: string; measures: string }[] = [
  {
    task: '推进公交优先发展',
    point: '优化公交线网布局，新开通园区定制公交线路，解决企业职工通勤难题。',
    measures:
      '组织开展园区企业职工出行调查，优化公交线网布局，新开通园区定制公交线路，解决企业职工通勤难题，提升出行体验。',
  },
  {
    task: '加强档案服务',
    point: '推进民生档案跨馆查询，方便企业群众远程调取婚姻、学籍等档案。',
    measures: '完善档案查询利用制度，推进民生档案跨馆查询，方便企业群众远程调取婚姻、学籍等档案，提高出证效率。',
  },
];

function shiftAfter(all: readonly Numbered[], line: Numbered, by: number): void {
  const { run, index } = placeInRun(all, line);
  shift(run.slice(index + 1), by);
}

const removals: Mistake[] = (['missing-row', 'missing-point'] as const).flatMap((rule): Mistake[] => {
  const side = rule === 'missing-row' ? '清单' : '要点';
  const lines = (draft: Draft): Numbered[] => (rule === 'missing-row' ? rowsOf(draft) : pointsOf(draft));
  const others = (draft: Draft): Numbered[] => (rule === 'missing-row' ? pointsOf(draft) : rowsOf(draft));
  return everywhere.flatMap((where): Mistake[] => [
    {
      rule,
      name: `${side}漏一项，编号留空（${where}）`,
      apply: (draft, random) => drop(draft, lines(draft), where, random, false),
    },
    {
      rule,
      name: `${side}漏一项，以下重新编号（${where}）`,
      apply: (draft, random) => drop(draft, lines(draft), where, random, true),
    },
    {
      rule,
      name: `${side === '清单' ? '要点' : '清单'}新增一项，另一方没有（${where}）`,
      apply: (draft, random) => {
        const all = others(draft);
        const line = at(draft, all, where, random);
        const extra = random.pick(extras);
        if (line === undefined || extra === undefined) return false;
        shiftAfter(all, line, 1);
        const added: Line =
          line.kind === 'point'
            ? { ...line, number: String(Number(line.number) + 1), body: extra.point }
            : { ...line, number: String(Number(line.number) + 1), task: extra.task, measures: extra.measures };
        insertAfter(draft, line, added);
        return true;
      },
    },
  ]);
});

function drop(draft: Draft, all: readonly Numbered[], where: Where, random: Random, renumber: boolean): boolean {
  const line = at(draft, all, where, random);
  if (line === undefined) return false;
  const { run } = placeInRun(all, line);
  if (run.length < 2) return false;
  // The last of the whole cannot leave a gap; the first of a run is renumbered in any case.
  if (renumber) shiftAfter(all, line, -1);
  remove(draft, line);
  return true;
}

const pasted: Mistake[] = (['row', 'point'] as const).flatMap((kind): Mistake[] => {
  const lines = (draft: Draft): Numbered[] => (kind === 'row' ? rowsOf(draft) : pointsOf(draft));
  const side = kind === 'row' ? '清单' : '要点';
  return everywhere.flatMap((where): Mistake[] => [
    {
      rule: kind === 'row' ? 'missing-point' : 'missing-row',
      also: ['duplicate-task', kind === 'row' ? 'row-numbering' : 'point-numbering'],
      name: `${side}一项粘贴两次，编号未改（${where}）`,
      apply: (draft, random) => {
        const line = at(draft, lines(draft), where, random);
        if (line === undefined || (line.number === '1' && draft.layout.numbering !== 'whole')) return false;
        insertAfter(draft, line, { ...line });
        return true;
      },
    },
    {
      rule: 'duplicate-task',
      also: [kind === 'row' ? 'missing-point' : 'missing-row'],
      name: `${side}一项粘贴两次，以下重新编号（${where}）`,
      apply: (draft, random) => {
        const all = lines(draft);
        const line = at(draft, all, where, random);
        if (line === undefined) return false;
        shiftAfter(all, line, 1);
        insertAfter(draft, line, { ...line, number: String(Number(line.number) + 1) });
        return true;
      },
    },
  ]);
});

const both: Mistake[] = everywhere.map(
  (where): Mistake => ({
    rule: 'duplicate-task',
    name: `同一项任务两处都写了两遍（${where}）`,
    apply: (draft, random) => {
      const points = pointsOf(draft);
      const rows = rowsOf(draft);
      const point = at(draft, points, where, random);
      const row = point === undefined ? undefined : rows[points.indexOf(point)];
      if (point === undefined || row === undefined) return false;
      shiftAfter(points, point, 1);
      shiftAfter(rows, row, 1);
      insertAfter(draft, point, { ...point, number: String(Number(point.number) + 1) });
      insertAfter(draft, row, { ...row, number: String(Number(row.number) + 1) });
      return true;
    },
  }),
);

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
type Titled = Extract<Line, { number: string; title: string }>;

function heading(name: string, kind: Titled['kind'], change: (headings: Titled[], random: Random) => boolean): Mistake {
  return {
    rule: 'section-numbering',
    name,
    apply: (draft, random) => {
      const all = draft.lines.filter((line): line is Titled => line.kind === kind);
      return change(all, random);
    },
  };
}

const by = (line: Titled | undefined, steps: number): boolean => {
  const now = numerals[numerals.indexOf(line?.number ?? '') + steps];
  if (line === undefined || now === undefined) return false;
  line.number = now;
  return true;
};

const headings: Mistake[] = (['section', 'domain', 'sectionRow'] as const).flatMap((kind): Mistake[] => [
  heading(`${kind} 编号与上一个相同`, kind, (all) =>
    by(
      all.find((line) => line.number === '二'),
      -1,
    ),
  ),
  heading(`${kind} 编号多一`, kind, (all) =>
    by(
      all.find((line) => line.number === '二'),
      1,
    ),
  ),
  heading(`${kind} 第一个编号写成二`, kind, (all) => by(all[0], 1)),
  heading(`${kind} 最后一个编号多一`, kind, (all) => by(all[all.length - 1], 1)),
  heading(`${kind} 最后一个编号少一`, kind, (all) => {
    const last = all[all.length - 1];
    return last?.number !== '一' && by(last, -1);
  }),
  heading(`${kind} 相邻编号对调`, kind, (all) => {
    const index = all.findIndex((line) => line.number === '二');
    const [one, two] = [all[index], all[index + 1]];
    if (one === undefined || two === undefined || two.number !== '三') return false;
    [one.number, two.number] = [two.number, one.number];
    return true;
  }),
  heading(`${kind} 自此以下都加一`, kind, (all, random) => {
    const from = all[1 + random.below(all.length - 1)];
    if (from === undefined || from.number === '一') return false;
    for (const line of all.slice(all.indexOf(from))) {
      if (line !== from && line.number === '一') break;
      if (!by(line, 1)) return false;
    }
    return true;
  }),
  heading(`${kind} 跳到十`, kind, (all) => {
    const line = all.find(({ number }) => number === '二');
    if (line === undefined) return false;
    line.number = '十';
    return true;
  }),
]);

const restarts: Mistake = heading('domain 新的部分接着上一部分编', 'domain', (all) => {
  const index = all.findIndex((line, i) => i > 0 && line.number === '一' && all[i + 1]?.number !== '二');
  const line = index < 0 ? undefined : all[index];
  const before = all[index - 1];
  if (line === undefined || before === undefined) return false;
  line.number = numerals[numerals.indexOf(before.number) + 1] ?? '十';
  return true;
});

export const numberingMistakes: readonly Mistake[] = [
  ...numbering,
  ...removals,
  ...pasted,
  ...both,
  ...headings,
  restarts,
];
