import {
  type Draft,
  type HeadingLine,
  type Line,
  pointsOf,
  type RowLine,
  rowsOf,
  rowText,
  type SectionRowLine,
} from '../draft.ts';
import type { Random } from '../random.ts';
import { at, everywhere, insertAfter, insertBefore, type Mistake, remove, type Where } from './mistake.ts';

/** Slips in a title: a wrong, a missing, an extra and a swapped character, other words. */
const titleSlips: readonly (readonly [string, (title: string) => string])[] = [
  ['漏一字', (title) => title.slice(0, 2) + title.slice(3)],
  ['多一字', (title) => `${title.slice(0, 3)}的${title.slice(3)}`],
  ['两字颠倒', (title) => `${title.slice(0, 2)}${title[3] ?? ''}${title[2] ?? ''}${title.slice(4)}`],
  ['错一字', (title) => `${title.slice(0, -1)}荃`],
  ['换首词', (title) => `加强${title.slice(2)}`],
];

const kinds = {
  section: '要点大标题',
  sectionRow: '清单分区行',
  domain: '要点小标题',
} as const;

function titled<K extends keyof typeof kinds>(draft: Draft, kind: K): (HeadingLine | SectionRowLine)[] {
  return draft.lines.filter((line): line is HeadingLine | SectionRowLine => line.kind === kind);
}

const sections: Mistake[] = (['section', 'sectionRow'] as const).flatMap((kind): Mistake[] =>
  (['first', 'middle', 'last'] as const).flatMap((where) =>
    titleSlips.map(
      ([name, change]): Mistake => ({
        rule: 'section-mismatch',
        name: `${kinds[kind]}${name}（${where}）`,
        apply: (draft, random) => {
          if (!draft.layout.sectionRows) return false;
          const line = at(draft, titled(draft, kind), where, random);
          if (line === undefined || change(line.title) === line.title) return false;
          line.title = change(line.title);
          return true;
        },
      }),
    ),
  ),
);

const moved: Mistake[] = [
  {
    rule: 'section-mismatch',
    name: '清单分区行下移一行',
    apply: (draft, random) => {
      const line = random.pick(titled(draft, 'sectionRow').slice(1));
      if (line === undefined) return false;
      const next = draft.lines[draft.lines.indexOf(line) + 1];
      if (next?.kind !== 'row') return false;
      remove(draft, line);
      insertAfter(draft, next, line);
      return true;
    },
  },
  {
    rule: 'section-mismatch',
    name: '清单分区行上移一行',
    apply: (draft, random) => {
      const line = random.pick(titled(draft, 'sectionRow').slice(1));
      if (line === undefined) return false;
      const before = draft.lines[draft.lines.indexOf(line) - 1];
      if (before?.kind !== 'row') return false;
      remove(draft, line);
      insertBefore(draft, before, line);
      return true;
    },
  },
  {
    rule: 'section-mismatch',
    name: '清单丢一个分区行',
    also: ['section-numbering'],
    apply: (draft, random) => {
      const line = random.pick(titled(draft, 'sectionRow').slice(1));
      if (line === undefined) return false;
      remove(draft, line);
      return true;
    },
  },
  {
    rule: 'section-mismatch',
    name: '清单丢最后一个分区行',
    also: ['section-numbering'],
    apply: (draft) => {
      const line = titled(draft, 'sectionRow').at(-1);
      if (line === undefined) return false;
      remove(draft, line);
      return true;
    },
  },
  {
    rule: 'section-mismatch',
    name: '要点丢一个大标题',
    also: ['section-numbering'],
    apply: (draft, random) => {
      if (draft.layout.domains || !draft.layout.sectionRows) return false;
      const line = random.pick(titled(draft, 'section').slice(1));
      if (line === undefined) return false;
      remove(draft, line);
      return true;
    },
  },
  {
    rule: 'section-numbering',
    name: '要点丢一个大标题，小标题还在',
    also: ['section-mismatch'],
    apply: (draft, random) => {
      if (!draft.layout.domains) return false;
      const line = random.pick(titled(draft, 'section').slice(1));
      if (line === undefined) return false;
      remove(draft, line);
      return true;
    },
  },
];

const domains: Mistake[] = [
  ...titleSlips.flatMap(([name, change]): Mistake[] => [
    ...everywhere.map(
      (where): Mistake => ({
        rule: 'domain-mismatch',
        name: `清单一行所属领域${name}（${where}）`,
        apply: (draft, random) => {
          if (!draft.layout.domains || draft.layout.mergedDomains) return false;
          const row = at(draft, rowsOf(draft), where, random);
          if (row === undefined) return false;
          row.domain = change(row.domain);
          return true;
        },
      }),
    ),
    {
      rule: 'domain-mismatch',
      name: `清单同一领域各行都${name}`,
      apply: (draft, random) => {
        if (!draft.layout.domains) return false;
        const was = random.pick(rowsOf(draft))?.domain;
        for (const row of rowsOf(draft)) if (row.domain === was) row.domain = change(row.domain);
        return true;
      },
    },
    {
      rule: 'domain-mismatch',
      name: `要点小标题${name}`,
      apply: (draft, random) => {
        const line = random.pick(titled(draft, 'domain'));
        if (line === undefined) return false;
        line.title = change(line.title);
        return true;
      },
    },
  ]),
  {
    rule: 'domain-mismatch',
    name: '清单一行填成相邻领域',
    apply: (draft, random) => {
      if (!draft.layout.domains || draft.layout.mergedDomains) return false;
      const rows = rowsOf(draft);
      const index = rows.findIndex((row, i) => i > 3 && row.domain !== rows[i - 1]?.domain);
      const row = rows[index];
      if (row === undefined) return false;
      row.domain = rows[index - 1]?.domain ?? '';
      return random.below(1) === 0;
    },
  },
  {
    rule: 'domain-mismatch',
    name: '要点丢一个小标题',
    also: ['section-numbering'],
    apply: (draft, random) => {
      const line = random.pick(titled(draft, 'domain').filter(({ number }) => number !== '一'));
      if (line === undefined) return false;
      remove(draft, line);
      return true;
    },
  },
  ...(['上', '下'] as const).map(
    (way): Mistake => ({
      rule: 'domain-mismatch',
      name: `要点小标题${way}移一项`,
      apply: (draft, random) => {
        const line = random.pick(titled(draft, 'domain').filter(({ number }) => number !== '一'));
        if (line === undefined) return false;
        const index = draft.lines.indexOf(line);
        const other = draft.lines[way === '上' ? index - 1 : index + 1];
        if (other?.kind !== 'point') return false;
        remove(draft, line);
        if (way === '上') insertBefore(draft, other, line);
        else insertAfter(draft, other, line);
        return true;
      },
    }),
  ),
];

/** Changes every table line, with the head, as a list of cells. */
function eachTableLine(draft: Draft, change: (cells: string[], line: Line) => string[]): void {
  for (const line of draft.lines) {
    if (line.kind === 'head') line.cells = change(line.cells, line);
    if (line.kind === 'row') line.raw = toLine(change(cellsOf(line, draft), line));
    if (line.kind === 'sectionRow') {
      const cells = [`<b>${line.number}、${line.title}</b>`, ...draft.layout.columns.slice(1).map(() => '')];
      line.raw = toLine(change(cells, line));
    }
  }
}

const cellsOf = (row: RowLine, draft: Draft): string[] =>
  rowText(row, draft.layout)
    .slice(2, -2)
    .split(' | ')
    .map((cell) => cell.trim());
const toLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function oneRow(name: string, where: Where, change: (cells: string[]) => string[]): Mistake {
  return {
    rule: 'table-columns',
    name: `${name}（${where}）`,
    apply: (draft, random) => {
      if (draft.layout.mergedDomains) return false;
      const row = at(draft, rowsOf(draft), where, random);
      if (row === undefined) return false;
      row.raw = toLine(change(cellsOf(row, draft)));
      return true;
    },
  };
}

const columns: Mistake[] = [
  ...(['序号', '重点任务', '具体举措', '牵头单位'] as const).flatMap((name): Mistake[] => [
    {
      rule: 'table-columns',
      name: `缺“${name}”列`,
      apply: (draft) => {
        const head = draft.lines.find((line) => line.kind === 'head');
        const index = head?.kind === 'head' ? head.cells.indexOf(name) : -1;
        if (index < 0 || draft.layout.mergedDomains || (index === 0 && draft.layout.sectionRows)) return false;
        eachTableLine(draft, (cells) => cells.filter((_, i) => i !== index));
        return true;
      },
    },
    {
      rule: 'table-columns',
      name: `“${name}”列重复`,
      apply: (draft) => {
        const head = draft.lines.find((line) => line.kind === 'head');
        const index = head?.kind === 'head' ? head.cells.indexOf(name) : -1;
        if (index < 0 || draft.layout.mergedDomains) return false;
        eachTableLine(draft, (cells, line) => {
          const copy = line.kind === 'sectionRow' ? '' : (cells[index] ?? '');
          return [...cells.slice(0, index + 1), copy, ...cells.slice(index + 1)];
        });
        return true;
      },
    },
    {
      rule: 'table-columns',
      name: `列名“${name}”打错一字`,
      apply: (draft) => {
        const head = draft.lines.find((line) => line.kind === 'head');
        if (head?.kind !== 'head' || !head.cells.includes(name) || name === '序号') return false;
        head.cells = head.cells.map((cell) => (cell === name ? `${name.slice(0, 3)}为` : cell));
        return true;
      },
    },
  ]),
  {
    rule: 'table-columns',
    name: '已知列之间夹一个没有名称的列',
    apply: (draft) => {
      if (draft.layout.mergedDomains) return false;
      eachTableLine(draft, (cells, line) => [
        ...cells.slice(0, 3),
        line.kind === 'head' ? '甲乙' : '',
        ...cells.slice(3),
      ]);
      return true;
    },
  },
  ...everywhere.flatMap((where) => [
    oneRow('一行少最后一格', where, (cells) => cells.slice(0, -1)),
    oneRow('一行多一格', where, (cells) => [...cells, '市公安局']),
    oneRow('举措里误入竖线', where, (cells) =>
      cells.map((cell) => (cell.length > 40 ? `${cell.slice(0, 20)}|${cell.slice(20)}` : cell)),
    ),
    oneRow('一行少重点任务一格', where, (cells) => cells.filter((_, i) => i !== 1)),
  ]),
];

const fields: readonly (readonly [string, keyof RowLine])[] = [
  ['序号', 'number'],
  ['所属领域', 'domain'],
  ['重点任务', 'task'],
  ['具体举措', 'measures'],
  ['牵头单位', 'lead'],
];

const empties: Mistake[] = fields.flatMap(([name, field]) =>
  everywhere.flatMap((where) =>
    (where === 'middle' ? ['', '　', '<br>', '&nbsp;'] : ['']).map(
      (blank): Mistake => ({
        rule: 'empty-cell',
        name: `${name}空${blank === '' ? '' : JSON.stringify(blank)}（${where}）`,
        apply: (draft, random) => {
          const { layout } = draft;
          const row = at(draft, rowsOf(draft), where, random);
          if (row === undefined || (field === 'domain' && (!layout.domains || layout.mergedDomains))) return false;
          if (field === 'lead' && !layout.columns.includes('lead')) return false;
          (row as Record<typeof field, string>)[field] = blank;
          return true;
        },
      }),
    ),
  ),
);

const levels: Mistake[] = (['section', 'domain'] as const).flatMap((kind) =>
  (['first', 'middle', 'last'] as const).flatMap((where) =>
    ['#', '##', '###', '####', '#####'].map(
      (mark): Mistake => ({
        rule: 'heading-level',
        name: `${kinds[kind]}标成 ${mark}（${where}）`,
        apply: (draft, random) => {
          const usual = kind === 'section' ? '##' : '###';
          if (draft.layout.headings !== 'marked' || mark === usual) return false;
          const line = at(draft, titled(draft, kind), where, random);
          if (line === undefined || line.kind === 'sectionRow') return false;
          line.raw = `${mark} ${kind === 'section' ? `${line.number}、` : `（${line.number}）`}${line.title}`;
          return true;
        },
      }),
    ),
  ),
);

const isTitle = (line: Line, text: string): line is Extract<Line, { kind: 'text' }> =>
  line.kind === 'text' && line.text.includes(text);

const titles: Mistake[] = (
  [
    ['要点标题', (line) => isTitle(line, '工作要点') && /^# /.test(line.text)],
    ['清单标题', (line) => isTitle(line, '任务清单') && /^#+ /.test(line.text) && !line.text.includes('印发')],
    ['通知标题', (line) => isTitle(line, '印发《')],
  ] as readonly (readonly [string, (line: Line) => boolean])[]
).flatMap(([part, find]) =>
  (
    [
      ['漏“优化”', (text) => text.replace(/优化/, '')],
      ['营商错字', (text) => text.replace(/营商环境(?=[^组改]*$|工作要点|重点)/, '营商环镜')],
      ['年份少一', (text) => text.replace(/20\d\d/, (year) => String(Number(year) - 1))],
      ['年份多一', (text) => text.replace(/20\d\d/, (year) => String(Number(year) + 1))],
      [
        '改称任务',
        (text) => text.replace(/重点任务清单|工作要点/, (name) => (name === '工作要点' ? '工作任务' : '重点工作清单')),
      ],
      ['多“进一步”', (text) => text.replace(/年 ?优化/, '年进一步优化')],
    ] as readonly (readonly [string, (text: string) => string])[]
  ).map(
    ([name, change]): Mistake => ({
      rule: 'title-mismatch',
      name: `${part}${name}`,
      apply: (draft) => {
        const noticed = draft.lines.some((line) => isTitle(line, '印发《'));
        const line = draft.lines.find(find);
        if (!noticed || line?.kind !== 'text') return false;
        const heading = /《.*$/.test(line.text) ? line.text.replace(/《.*$/, change) : change(line.text);
        if (heading === line.text) return false;
        line.text = heading;
        return true;
      },
    }),
  ),
);

const splits: Mistake[] = everywhere.flatMap((where) =>
  (
    [
      ['词中', (text) => Math.floor(text.length / 3)],
      ['逗号后', (text) => text.indexOf('，') + 1],
      ['顿号后', (text) => text.indexOf('、') + 1],
      ['单位名单之前', (text) => Math.max(text.lastIndexOf('（'), text.lastIndexOf('〔'))],
      ['单位名单之中', (text) => text.length - 3],
      ['引号之中', (text) => text.indexOf('“') + 2],
      ['末字之前', (text) => text.lastIndexOf('。') - 1],
    ] as readonly (readonly [string, (text: string) => number])[]
  ).map(
    ([name, place]): Mistake => ({
      rule: 'split-paragraph',
      name: `要点在${name}断开（${where}）`,
      apply: (draft, random) => splitPoint(draft, where, random, place),
    }),
  ),
);

function splitPoint(draft: Draft, where: Where, random: Random, place: (text: string) => number): boolean {
  const point = at(draft, pointsOf(draft), where, random);
  if (point === undefined || draft.layout.units !== 'bare') return false;
  const text = `${point.body}（${point.lead}）`;
  const cut = place(text);
  // A place after a full stop is a new paragraph, not a broken one.
  if (cut < 3 || (text[cut - 1] === '。' && text[cut] !== '（')) return false;
  point.body = text.slice(0, cut);
  point.list = `\n\n${text.slice(cut)}`;
  return true;
}

const tables: Mistake[] = everywhere.map(
  (where): Mistake => ({
    rule: 'split-table',
    name: `清单断成两张表，表头重复（${where}）`,
    apply: (draft, random) => {
      const row = at(draft, rowsOf(draft), where, random);
      const head = draft.lines.find((line) => line.kind === 'head');
      if (row === undefined || head === undefined || where === 'first') return false;
      insertBefore(draft, row, { kind: 'text', text: '' }, structuredClone(head));
      return true;
    },
  }),
);
tables.push({
  rule: 'split-table',
  name: '清单断成四张表',
  apply: (draft) => {
    const head = draft.lines.find((line) => line.kind === 'head');
    const rows = rowsOf(draft);
    if (head === undefined) return false;
    for (const part of [0.25, 0.5, 0.75]) {
      const row = rows[Math.floor(rows.length * part)];
      if (row !== undefined) insertBefore(draft, row, { kind: 'text', text: '' }, structuredClone(head));
    }
    return true;
  },
});

const breaks: Mistake[] = everywhere.flatMap((where) =>
  (
    [
      ['task', 3],
      ['measures', 17],
      ['domain', 3],
      ['lead', 2],
      ['resp', 3],
    ] as const
  ).map(
    ([field, place]): Mistake => ({
      rule: 'cell-break',
      name: `${field} 词中断行（${where}）`,
      apply: (draft, random) => {
        const row = at(draft, rowsOf(draft), where, random);
        if (row === undefined || row[field].length < place + 3 || draft.layout.mergedDomains) return false;
        if (!draft.layout.columns.includes(field)) return false;
        const around = row[field].slice(place - 1, place + 1);
        if (!/^[\u4e00-\u9fff]{2}$/.test(around)) return false;
        row[field] = `${row[field].slice(0, place)}<br>${row[field].slice(place)}`;
        return true;
      },
    }),
  ),
);

const artifacts: Mistake[] = [
  '- 3 -',
  '— 12 —',
  '－7－',
  '第3页',
  '第 3 页 共 12 页',
  '3/12',
  '市燃气集团 2024-03-01',
  '市商务局 2024-03-01 10:22:31',
  '2024-03-01 10:22',
  '深圳市商务局　2024年3月1日打印',
].flatMap((text): Mistake[] => [
  {
    rule: 'page-artifact',
    name: `两项之间留下“${text}”`,
    apply: (draft, random) => {
      const point = at(draft, pointsOf(draft), 'middle', random);
      if (point === undefined) return false;
      insertAfter(draft, point, { kind: 'text', text });
      return true;
    },
  },
  {
    rule: 'page-artifact',
    name: `要点末尾留下“${text}”`,
    apply: (draft) => {
      const point = pointsOf(draft).at(-1);
      if (point === undefined) return false;
      insertAfter(draft, point, { kind: 'text', text });
      return true;
    },
  },
  {
    rule: 'page-artifact',
    name: `清单之后留下“${text}”`,
    apply: (draft) => {
      draft.lines.push({ kind: 'text', text });
      return true;
    },
  },
]);

export const structureMistakes: readonly Mistake[] = [
  ...sections,
  ...moved,
  ...domains,
  ...columns,
  ...empties,
  ...levels,
  ...titles,
  ...splits,
  ...tables,
  ...breaks,
  ...artifacts,
];
