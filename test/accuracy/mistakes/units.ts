import { type Draft, type PointLine, pointsOf, type RowLine, rowsOf, unitList } from '../draft.ts';
import type { Random } from '../random.ts';
import { at, everywhere, isGroup, type Mistake, names, pairsOf, type Where } from './mistake.ts';

type Field = 'lead' | 'resp';
type Side = 'point' | 'row';
const sideNames = { point: '要点', row: '清单' } as const;
const fieldNames = { lead: '牵头', resp: '责任' } as const;

/** Where a list can stand: a point shows its responsible units only in some layouts. */
const spots: readonly (readonly [Side, Field])[] = [
  ['point', 'lead'],
  ['row', 'lead'],
  ['row', 'resp'],
];

/** The list of a line among those that suit, near the wanted place. */
function choose(
  draft: Draft,
  side: Side,
  field: Field,
  where: Where,
  random: Random,
  fits: (list: readonly string[]) => boolean,
): PointLine | RowLine | undefined {
  const all: readonly (PointLine | RowLine)[] = side === 'point' ? pointsOf(draft) : rowsOf(draft);
  const suiting = all.filter((line) => fits(names(line[field])));
  return at(draft, suiting, suiting.length < 3 ? 'first' : where, random);
}

function listMistake(
  rule: string,
  name: string,
  [side, field]: readonly [Side, Field],
  where: Where,
  change: (list: string[], random: Random, line: PointLine | RowLine, draft: Draft) => string[] | string | undefined,
  options: { also?: readonly string[]; suits?: (draft: Draft) => boolean } = {},
): Mistake {
  return {
    rule,
    ...(options.also ? { also: options.also } : {}),
    name: `${sideNames[side]}${fieldNames[field]}单位${name}（${where}）`,
    apply: (draft, random) => {
      if (options.suits?.(draft) === false) return false;
      if (draft.layout.units === 'positional' && field === 'resp') return false;
      const line = choose(draft, side, field, where, random, (list) => {
        if (list.length === 0) return false;
        const probe = change(
          [...list],
          random,
          { kind: 'point', number: '', body: '', lead: '', resp: '', deadline: '' },
          draft,
        );
        return probe !== undefined;
      });
      if (line === undefined) return false;
      const changed = change(names(line[field]), random, line, draft);
      if (changed === undefined) return false;
      line[field] = typeof changed === 'string' ? changed : changed.join('、');
      return true;
    },
  };
}

const shenzhen = (draft: Draft): boolean => draft.layout.city === '深圳市';

/** Slips of the keyboard in a name. */
const slips: readonly (readonly [string, (name: string) => string | undefined])[] = [
  ['漏一字', (name) => (name.length > 5 ? name.slice(0, 2) + name.slice(3) : undefined)],
  ['两字颠倒', (name) => (name.length > 5 ? `${name.slice(0, 2)}${name[3]}${name[2]}${name.slice(4)}` : undefined)],
  ['多一字', (name) => (name.length > 4 ? `${name.slice(0, 3)}${name[2]}${name.slice(3)}` : undefined)],
  [
    '形近字',
    (name) => (/管|住|商|财|教|税/.test(name) ? name.replace(/管|住|商|财|教|税/, (c) => similar[c] ?? c) : undefined),
  ],
  [
    '同音字',
    (name) =>
      /建|监|政|境|市(?=场)|务/.test(name)
        ? name.replace(/建|监|政|境|市(?=场)|务/, (c) => sounding[c] ?? c)
        : undefined,
  ],
];
const similar: Readonly<Record<string, string>> = { 管: '菅', 住: '往', 商: '啇', 财: '材', 教: '敎', 税: '悦' };
const sounding: Readonly<Record<string, string>> = { 建: '健', 监: '间', 政: '正', 境: '竟', 市: '事', 务: '物' };

const slipped: Mistake[] = spots.flatMap((spot) =>
  slips.flatMap(([name, slip]) =>
    everywhere.flatMap((where) =>
      [true, false].map((here) =>
        listMistake(
          here ? 'unknown-unit' : 'unit-variant',
          name,
          spot,
          where,
          (list, random, _line, draft) => {
            const index = list.findIndex(
              (unit) => !isGroup(unit) && slip(unit) !== undefined && (here || frequent(unit, draft)),
            );
            const unit = list[index];
            if (unit === undefined) return undefined;
            list[index] = slip(unit) ?? unit;
            return random.below(1) === 0 && list[index] !== unit ? list : undefined;
          },
          { suits: (draft) => shenzhen(draft) === here },
        ),
      ),
    ),
  ),
);

/** Whether a unit is named often enough that a slip of it can be seen where no directory helps. */
function frequent(unit: string, draft: Draft): boolean {
  const all = rowsOf(draft).flatMap((row) => [...names(row.lead), ...names(row.resp)]);
  return all.filter((name) => name === unit).length >= 3;
}

const madeUp: readonly Mistake[] = [
  listMistake('unknown-unit', '添上没有的单位', ['row', 'resp'], 'middle', (list) => [...list, '市量子计算发展局'], {
    suits: shenzhen,
  }),
];

const variants: readonly (readonly [string, string])[] = [
  ['市发展改革委', '市发改委'],
  ['市市场监管局', '市市场监督管理局'],
  ['市人力资源社会保障局', '市人社局'],
  ['市住房城乡建设局', '市住建局'],
  ['市自然资源和规划局', '市资规局'],
  ['市工业和信息化局', '市工信局'],
  ['市卫生健康委', '市卫健委'],
  ['市城市管理局', '市城管局'],
];
const aliases: readonly (readonly [string, string])[] = [
  ['市发展改革委', '市发改委'],
  ['市发展改革委', '深圳市发展和改革委员会'],
  ['市市场监管局', '市市监局'],
  ['市人力资源保障局', '市人社局'],
  ['市住房建设局', '市住房和建设局'],
  ['市住房建设局', '市住建局'],
  ['市工业和信息化局', '市工信局'],
  ['深圳市税务局', '国家税务总局深圳市税务局'],
  ['市中级人民法院', '市中院'],
  ['市前海管理局', '前海管理局'],
];

const renamed: Mistake[] = spots.flatMap((spot) => [
  ...variants.flatMap(([usual, variant]) =>
    (['first', 'middle'] as const).map((where) =>
      listMistake('unit-variant', `写成“${variant}”`, spot, where, replaceUnit(usual, variant), {
        suits: (draft) =>
          !shenzhen(draft) && rowsOf(draft).filter((row) => `${row.lead}、${row.resp}`.includes(usual)).length > 1,
      }),
    ),
  ),
  ...aliases.map(([usual, alias]) =>
    listMistake('unit-alias', `写成“${alias}”`, spot, 'middle', replaceUnit(usual, alias), { suits: shenzhen }),
  ),
]);

function replaceUnit(from: string, to: string): (list: string[]) => string[] | undefined {
  return (list) => {
    const index = list.indexOf(from);
    if (index < 0) return undefined;
    list[index] = to;
    return list;
  };
}

const retired: Mistake[] = spots.flatMap((spot) =>
  (
    [
      ['市科技创新局', '市科技创新委', 2025],
      ['市政务和数据局', '市政务服务数据管理局', 2025],
      ['人民银行深圳市分行', '人民银行深圳市中心支行', 2024],
      ['人民银行深圳市分行', '人民银行深圳市中心支行', 2025],
      ['深圳金融监管局', '深圳银保监局', 2024],
      ['深圳金融监管局', '深圳银保监局', 2025],
      ['市规划和自然资源局', '市规划国土委', 2024],
      ['市规划和自然资源局', '市规划国土委', 2023],
      ['市卫生健康委', '市卫生计生委', 2025],
      ['市交通运输局', '市交通运输委', 2023],
      ['市政务服务数据管理局', '市政务和数据局', 2023],
      ['市科技创新委', '市科技创新局', 2023],
    ] as const
  ).map(([now, old, year]) =>
    listMistake('retired-unit', `${year} 年写成“${old}”`, spot, 'middle', replaceUnit(now, old), {
      suits: (draft) => shenzhen(draft) && draft.layout.year === year,
    }),
  ),
);

const separators: Mistake[] = spots.flatMap((spot) =>
  (
    [
      ['连写', ''],
      ['以空格隔开', ' '],
      ['以逗号隔开', '，'],
      ['以半角逗号隔开', ','],
      ['以分号隔开', '；'],
      ['顿号打两次', '、、'],
      ['以句点隔开', '。'],
      ['以斜线隔开', '/'],
    ] as const
  ).flatMap(([name, mark]) =>
    (['first', 'middle', 'last'] as const).map((where) =>
      listMistake(
        'unit-separator',
        name,
        spot,
        where,
        (list) => {
          if (list.length < 2 || isGroup(list[1] ?? '') || isGroup(list[0] ?? '')) return undefined;
          return [`${list[0]}${mark}${list[1]}`, ...list.slice(2)].join('、');
        },
        {
          // In these layouts a comma or semicolon ends the group of the leading units.
          suits: (draft) =>
            draft.layout.cellSeparator === '、' &&
            !(
              spot[0] === 'point' &&
              ['verbs', 'labels', 'divided', 'cornered'].includes(draft.layout.units) &&
              mark === '；'
            ),
        },
      ),
    ),
  ),
);

const duplicates: Mistake[] = spots.flatMap((spot) =>
  everywhere.flatMap((where) => [
    listMistake('duplicate-unit', '末尾重写第一个', spot, where, (list) =>
      isGroup(list[0] ?? '各') ? undefined : [...list, list[0] ?? ''],
    ),
    listMistake('duplicate-unit', '第一个紧接着重写', spot, where, (list) =>
      isGroup(list[0] ?? '各') ? undefined : [list[0] ?? '', ...list],
    ),
    ...(spot[0] === 'row' && spot[1] === 'resp'
      ? [
          {
            rule: 'duplicate-unit',
            name: `清单牵头单位又列为责任单位（${where}）`,
            apply: (draft, random) => {
              if (draft.layout.units === 'positional') return false;
              const rows = rowsOf(draft).filter(({ resp }) => resp !== '' && !resp.includes('各'));
              const row = at(draft, rows, where, random);
              if (row === undefined) return false;
              row.resp = `${row.resp}、${names(row.lead)[0]}`;
              return true;
            },
          } satisfies Mistake,
        ]
      : []),
  ]),
);
duplicates.push(
  listMistake('duplicate-unit', '同一单位用简称又写一次', ['row', 'resp'], 'middle', (list) =>
    list.includes('市工业和信息化局') ? [...list, '市工信局'] : undefined,
  ),
);

const leads: Mistake[] = (['point', 'row'] as const).flatMap((side) => {
  const spot = [side, 'lead'] as const;
  return everywhere.flatMap((where): Mistake[] => [
    listMistake(
      'lead-mismatch',
      '多一个',
      spot,
      where,
      (list, _random, line) =>
        [...list, '市审计局'].filter((unit) => !(`${line.resp}`.includes(unit) && unit === '市审计局')),
      { suits: (draft) => draft.layout.units !== 'positional' },
    ),
    listMistake('lead-mismatch', '第一个换成别的', spot, where, (list) => ['市审计局', ...list.slice(1)]),
    // Where the first unit leads by its place, the others only take part.
    listMistake(
      'lead-mismatch',
      '最后一个换成别的',
      spot,
      where,
      (list) => (list.length < 2 ? undefined : [...list.slice(0, -1), '市审计局']),
      { suits: (draft) => draft.layout.units !== 'positional' },
    ),
    listMistake('lead-mismatch', '少第一个', spot, where, (list) => (list.length < 2 ? undefined : list.slice(1)), {
      suits: (draft) => draft.layout.units !== 'positional',
    }),
    listMistake(
      'lead-mismatch',
      '少最后一个',
      spot,
      where,
      (list) => (list.length < 2 ? undefined : list.slice(0, -1)),
      {
        suits: (draft) => draft.layout.units !== 'positional',
      },
    ),
    listMistake(
      'lead-order',
      '前两个对调',
      spot,
      where,
      (list) => (list.length < 2 ? undefined : [list[1] ?? '', list[0] ?? '', ...list.slice(2)]),
      { suits: (draft) => draft.layout.units !== 'positional' },
    ),
    listMistake(
      'lead-order',
      '末一个提到最前',
      spot,
      where,
      (list) => (list.length < 3 ? undefined : [list[list.length - 1] ?? '', ...list.slice(0, -1)]),
      { suits: (draft) => draft.layout.units !== 'positional' },
    ),
  ]);
});
leads.push(
  {
    rule: 'lead-mismatch',
    name: '清单一个牵头单位误放到责任单位',
    apply: (draft, random) => {
      if (draft.layout.units === 'positional') return false;
      const row = random.pick(rowsOf(draft).filter(({ lead }) => names(lead).length > 1));
      if (row === undefined) return false;
      const list = names(row.lead);
      row.lead = list.slice(0, -1).join('、');
      row.resp = row.resp === '' ? (list.at(-1) ?? '') : `${list.at(-1)}、${row.resp}`;
      return true;
    },
  },
  {
    rule: 'lead-mismatch',
    name: '清单牵头单位照抄上一行',
    apply: (draft, random) => {
      const all = pairsOf(draft);
      const index = all.findIndex(({ row }, i) => {
        const above = all[i - 1]?.row.lead;
        return (
          i > 2 + random.below(9) &&
          above !== undefined &&
          !sameUnits(above, row.lead) &&
          !names(row.resp).some((unit) => names(above).includes(unit))
        );
      });
      const row = all[index]?.row;
      if (row === undefined || draft.layout.units === 'positional') return false;
      row.lead = all[index - 1]?.row.lead ?? '';
      return true;
    },
  },
);

const sameUnits = (a: string, b: string): boolean => [...names(a)].sort().join() === [...names(b)].sort().join();

const missing: Mistake[] = everywhere.flatMap((where) =>
  (
    [
      ['整个删去', () => ''],
      ['括号留空', () => '（）'],
      ['只留标签', () => '（牵头单位：）'],
      ['只剩空格', () => '（　）'],
    ] as const
  ).map(
    ([name, list]): Mistake => ({
      rule: 'missing-lead',
      name: `要点单位名单${name}（${where}）`,
      apply: (draft, random) => {
        const point = at(draft, pointsOf(draft), where, random);
        if (point === undefined || (name === '只留标签' && draft.layout.units !== 'labels')) return false;
        point.list = list();
        return true;
      },
    }),
  ),
);
missing.push(
  ...everywhere.map(
    (where): Mistake => ({
      rule: 'missing-lead',
      name: `要点只写了责任单位（${where}）`,
      apply: (draft, random) => {
        const point = at(
          draft,
          pointsOf(draft).filter(({ resp }) => resp !== ''),
          where,
          random,
        );
        if (point === undefined || draft.layout.units !== 'labels') return false;
        point.list = unitList(point, draft.layout).replace(/牵头单位：.*；/, '');
        return true;
      },
    }),
  ),
);

export const unitMistakes: readonly Mistake[] = [
  ...slipped,
  ...madeUp,
  ...renamed,
  ...retired,
  ...separators,
  ...duplicates,
  ...leads,
  ...missing,
];
