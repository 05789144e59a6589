import type { Column, Draft, Layout, Line, PointLine, RowLine } from './draft.ts';
import { Random } from './random.ts';
import { realPair } from './real-pair.ts';
import { type StockTask, tasksOne } from './tasks-one.ts';
import { tasksTwo } from './tasks-two.ts';
import { unitName } from './unit-names.ts';

const six: readonly Column[] = ['number', 'domain', 'task', 'measures', 'lead', 'resp'];

const common = {
  files: 1,
  headings: 'marked',
  units: 'bare',
  numbering: 'whole',
  domains: true,
  columns: six,
  sectionRows: true,
  mergedDomains: false,
  cellSeparator: '、',
  padded: false,
} as const;
const shenzhen = { city: '深圳市', short: '深圳' } as const;

/** Each with the number of its tasks. */
const layouts: readonly (readonly [Layout, number])[] = [
  [{ ...common, ...shenzhen, name: 'shenzhen-2023', year: 2023, padded: true }, 24],
  [{ ...common, ...shenzhen, name: 'shenzhen-2024', year: 2024, headings: 'bold' }, 65],
  [{ ...common, ...shenzhen, name: 'shenzhen-2025', year: 2025, files: 2, columns: [...six, 'deadline'] }, 30],
  [
    {
      ...common,
      name: 'luoyang-labels',
      city: '洛阳市',
      short: '洛阳',
      year: 2024,
      files: 2,
      headings: 'plain',
      units: 'labels',
      numbering: 'section',
    },
    36,
  ],
  [
    {
      ...common,
      name: 'xuzhou-verbs',
      city: '徐州市',
      short: '徐州',
      year: 2025,
      units: 'verbs',
      numbering: 'domain',
      mergedDomains: true,
    },
    40,
  ],
  [
    {
      ...common,
      name: 'quanzhou-positional',
      city: '泉州市',
      short: '泉州',
      year: 2023,
      units: 'positional',
      domains: false,
      columns: ['number', 'task', 'measures', 'all'],
    },
    22,
  ],
  [
    {
      ...common,
      name: 'jinhua-titles',
      city: '金华市',
      short: '金华',
      year: 2025,
      units: 'labels',
      domains: false,
      columns: ['number', 'task', 'lead', 'resp'],
    },
    30,
  ],
  [
    {
      ...common,
      name: 'nantong-narrow',
      city: '南通市',
      short: '南通',
      year: 2026,
      files: 2,
      headings: 'plain',
      units: 'verbs',
      sectionRows: false,
      columns: ['number', 'domain', 'task', 'measures', 'lead', 'deadline'],
    },
    26,
  ],
  [
    {
      ...common,
      name: 'mianyang-cornered',
      city: '绵阳市',
      short: '绵阳',
      year: 2026,
      headings: 'bold',
      units: 'cornered',
      sectionRows: false,
      cellSeparator: '<br>',
    },
    28,
  ],
  [
    {
      ...common,
      name: 'yichang-divided',
      city: '宜昌市',
      short: '宜昌',
      year: 2024,
      headings: 'plain',
      units: 'divided',
      columns: [...six, 'deadline'],
      padded: true,
    },
    50,
  ],
];

const sections: readonly (readonly [string, readonly string[]])[] = [
  ['优化市场准入退出', ['提升企业开办便利度', '完善市场准入机制', '规范企业退出服务']],
  ['强化要素保障', ['提高用地保障水平', '优化市政公用服务', '提升用工服务质量']],
  ['提升金融服务效能', ['拓宽企业融资渠道', '完善融资增信体系']],
  ['促进贸易便利化', ['提高通关效率', '降低外贸企业成本']],
  ['优化纳税服务', ['推进办税数字化', '完善税费争议处理']],
  ['营造公平竞争环境', ['规范招标采购活动', '强化知识产权保护', '加强竞争审查']],
  ['健全法治保障', ['提升司法质效', '规范行政执法', '完善破产制度']],
  ['优化政务服务', ['深化政务服务改革', '健全政企沟通渠道']],
];

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

const columnNames: Readonly<Record<Column, string>> = {
  number: '序号',
  domain: '所属领域',
  task: '重点任务',
  measures: '具体举措',
  lead: '牵头单位',
  resp: '责任单位',
  deadline: '完成时限',
  all: '责任单位',
};

/** The clean pairs: not one error or warning may be found in them. */
export function cleanPairs(): Draft[] {
  return [realPair(), ...layouts.map(([layout, count]) => makePair(layout, count))];
}

function makePair(layout: Layout, count: number): Draft {
  const random = new Random(layout.name);
  const tasks = random.shuffle([...tasksOne, ...tasksTwo]).slice(0, count);
  const title = `${layout.city}${layout.year}年优化营商环境工作要点`;
  const listTitle = `${layout.city}${layout.year}年优化营商环境重点任务清单`;
  const note = layout.units === 'positional' ? '责任单位排在首位的为牵头单位，下同。' : '';
  const points: Line[] = [
    ...(layout.domains ? notice(layout, title, listTitle) : []),
    { kind: 'text', text: `# ${title}` },
    {
      kind: 'text',
      text: `为深入贯彻落实党中央、国务院关于优化营商环境的决策部署，持续打造市场化、法治化、国际化一流营商环境，结合我市实际，制定本工作要点。${note}`,
    },
  ];
  const rows: Line[] = [
    { kind: 'text', text: `# ${listTitle}` },
    { kind: 'head', cells: layout.columns.map((column) => columnNames[column]) },
  ];
  for (const group of arrange(tasks, layout)) {
    if (group.section) {
      points.push({ kind: 'section', ...group.section });
      if (layout.sectionRows) rows.push({ kind: 'sectionRow', ...group.section });
    }
    if (group.domain) points.push({ kind: 'domain', ...group.domain });
    for (const [number, task] of group.tasks) {
      const [point, row] = makeTask(task, number, group.domain?.title ?? '', layout);
      points.push(point);
      rows.push(row);
    }
  }
  return { layout, lines: [...points, { kind: 'cut' }, ...rows] };
}

function notice(layout: Layout, title: string, listTitle: string): Line[] {
  return [
    `${layout.short}营商组〔${layout.year}〕1号`,
    `## 关于印发《${title}》《${listTitle}》的通知`,
    '各有关单位：',
    `《${title}》《${listTitle}》已经市政府同意，现印发给你们，请认真贯彻执行。`,
    `${layout.city}优化营商环境改革工作领导小组`,
    `${layout.year}年2月26日`,
  ].map((text) => ({ kind: 'text', text }));
}

interface Group {
  readonly section: { number: string; title: string } | undefined;
  readonly domain: { number: string; title: string } | undefined;
  readonly tasks: readonly (readonly [number, StockTask])[];
}

function arrange(tasks: readonly StockTask[], layout: Layout): Group[] {
  const wanted = Math.max(3, Math.min(sections.length, Math.round(tasks.length / 7)));
  const used = sections.slice(0, wanted);
  const domainCount = layout.domains ? used.reduce((sum, [, domains]) => sum + domains.length, 0) : wanted;
  const groups: Group[] = [];
  let done = 0;
  let made = 0;
  let number = 0;
  used.forEach(([title, domains], sectionIndex) => {
    if (layout.numbering === 'section') number = 0;
    const kinds = layout.domains ? domains : [''];
    kinds.forEach((domain, domainIndex) => {
      if (layout.numbering === 'domain') number = 0;
      made++;
      const upTo = Math.round((tasks.length * made) / domainCount);
      groups.push({
        section: domainIndex === 0 ? { number: numerals[sectionIndex] ?? '', title } : undefined,
        domain: layout.domains ? { number: numerals[domainIndex] ?? '', title: domain } : undefined,
        tasks: tasks.slice(done, upTo).map((task) => [++number, task] as const),
      });
      done = upTo;
    });
  });
  return groups;
}

function makeTask(task: StockTask, number: number, domain: string, layout: Layout): [PointLine, RowLine] {
  const fill = (text: string): string =>
    text.replaceAll('{Y}', String(layout.year)).replaceAll('{C}', layout.city).replaceAll('{P}', layout.short);
  const list = (keys: string): string =>
    keys
      .split(' ')
      .filter((key) => key !== '')
      .map((key) => unitName(key, layout))
      .join('、');
  const lead = list(task.lead);
  const resp = list(task.resp);
  const deadline = fill(task.deadline ?? '{Y}年12月底前');
  const written = task.deadline === undefined && task.point.includes('底前') ? '' : deadline;
  return [
    { kind: 'point', number: String(number), body: fill(task.point), lead, resp, deadline: written },
    {
      kind: 'row',
      number: String(number),
      domain,
      task: fill(task.task),
      measures: fill(task.measures),
      lead,
      resp,
      deadline: written,
    },
  ];
}
