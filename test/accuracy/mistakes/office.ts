import { type Line, type PointLine, pointsOf, type RowLine, rowsOf } from '../draft.ts';
import { at, everywhere, insertBefore, type Mistake, names, pairsOf, placeInRun, remove, shift } from './mistake.ts';

/** What happens to a draft that goes from office to office: rows pasted over one another, half of a change made. */
const rows: Mistake[] = everywhere.flatMap((where): Mistake[] => [
  {
    rule: 'split-table',
    name: `清单中间多一个空行（${where}）`,
    apply: (draft, random) => {
      const row = at(draft, rowsOf(draft), where, random);
      if (row === undefined || where === 'first') return false;
      if (draft.lines[draft.lines.indexOf(row) - 1]?.kind !== 'row') return false;
      insertBefore(draft, row, { kind: 'text', text: '' });
      return true;
    },
  },
  {
    rule: 'table-columns',
    name: `一行的第一道竖线丢失、两格并成一格（${where}）`,
    apply: (draft, random) => {
      const { columns } = draft.layout;
      const row = at(draft, rowsOf(draft), where, random);
      if (row === undefined || !columns.includes('measures') || draft.layout.mergedDomains) return false;
      const cells = columns.map((column) => (column === 'all' ? row.lead : row[column]));
      const index = columns.indexOf('measures');
      row.raw = `| ${[...cells.slice(0, index - 1), `${cells[index - 1]}${cells[index]}`, ...cells.slice(index + 1)].join(' | ')} |`;
      return true;
    },
  },
  {
    rule: 'missing-point',
    also: ['duplicate-task', 'missing-row'],
    name: `清单一行被下一行整行盖过，编号未变（${where}）`,
    apply: (draft, random) => {
      const all = rowsOf(draft);
      const row = at(draft, all, where, random);
      const next = row === undefined ? undefined : all[all.indexOf(row) + 1];
      if (row === undefined || next === undefined || row.domain !== next.domain) return false;
      if (draft.lines[draft.lines.indexOf(row) + 1] !== next) return false;
      Object.assign(row, { ...next, number: row.number });
      return true;
    },
  },
]);

const sides = ['point', 'row'] as const;
const sideNames = { point: '要点', row: '清单' } as const;

const inserted: Mistake[] = sides.flatMap((side) =>
  (['first', 'middle', 'edge'] as const).map(
    (where): Mistake => ({
      rule: side === 'point' ? 'point-numbering' : 'row-numbering',
      name: `${sideNames[side]}编号改到一半：其后三项多一，再往下未改（${where}）`,
      apply: (draft, random) => {
        const all: (PointLine | RowLine)[] = side === 'point' ? pointsOf(draft) : rowsOf(draft);
        const line = at(draft, all, where, random);
        if (line === undefined) return false;
        const { run, index } = placeInRun(all, line);
        if (index === 0 || run.length < index + 5) return false;
        shift(run.slice(index, index + 3), 1);
        return true;
      },
    }),
  ),
);

const lastNumbers: Mistake[] = sides.flatMap((side) =>
  ['1000', '300', '0'].map(
    (number): Mistake => ({
      rule: side === 'point' ? 'point-numbering' : 'row-numbering',
      name: `${sideNames[side]}最后一项编号打成${number}`,
      apply: (draft) => {
        const line = (side === 'point' ? pointsOf(draft) : rowsOf(draft)).at(-1);
        if (line === undefined) return false;
        line.number = number;
        return true;
      },
    }),
  ),
);

const columns: Mistake[] = [
  {
    rule: 'duplicate-unit',
    name: '牵头单位整格又抄到责任单位末尾',
    apply: (draft, random) => {
      if (draft.layout.units === 'positional' || !draft.layout.columns.includes('resp')) return false;
      const row = random.pick(rowsOf(draft).filter(({ lead, resp }) => names(lead).length === 1 && resp !== ''));
      if (row === undefined || names(row.resp).some((unit) => /^各|等/.test(unit))) return false;
      row.resp = `${row.resp}、${row.lead}`;
      return true;
    },
  },
  {
    rule: 'lead-mismatch',
    name: '两行的牵头单位对调',
    also: ['duplicate-unit'],
    apply: (draft, random) => {
      if (draft.layout.units === 'positional') return false;
      const all = pairsOf(draft);
      const index = all.findIndex(
        ({ row }, i) =>
          i > random.below(8) &&
          row.resp !== '' &&
          names(row.lead).length === 1 &&
          !names(row.resp).includes(all[i - 1]?.row.lead ?? ''),
      );
      const row = all[index]?.row;
      const above = all[index - 1]?.row;
      if (row === undefined || above === undefined || row.lead === above.lead) return false;
      // Only one of the two is pasted; the other keeps what it had.
      row.lead = above.lead;
      return true;
    },
  },
];

const headings: Mistake[] = (['section', 'domain'] as const).map(
  (kind): Mistake => ({
    rule: 'section-numbering',
    also: ['domain-mismatch', 'section-mismatch', 'duplicate-task'],
    name: `${kind === 'section' ? '大' : '小'}标题粘贴了两次`,
    apply: (draft, random) => {
      const all = draft.lines.filter(
        (line): line is Extract<Line, { kind: 'section' | 'domain' }> => line.kind === kind,
      );
      const line = random.pick(all);
      if (line === undefined) return false;
      insertBefore(draft, line, { ...line });
      return true;
    },
  }),
);

const stray: Mistake[] = [
  {
    rule: 'missing-row',
    name: '清单删去一行，编号也接着改了，但只改到部分末尾',
    also: ['row-numbering'],
    apply: (draft, random) => {
      if (draft.layout.numbering !== 'section') return false;
      const all = rowsOf(draft);
      const row = at(draft, all, 'middle', random);
      if (row === undefined) return false;
      const { run, index } = placeInRun(all, row);
      if (run.length < 3 || index === 0) return false;
      shift(run.slice(index + 1), -1);
      remove(draft, row);
      return true;
    },
  },
];

export const officeMistakes: readonly Mistake[] = [
  ...rows,
  ...inserted,
  ...lastNumbers,
  ...columns,
  ...headings,
  ...stray,
];
