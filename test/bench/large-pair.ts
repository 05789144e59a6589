import { formatChineseNumber } from '#shared/text/chinese-number.ts';
import { Random } from '../accuracy/random.ts';
import { tasksOne } from '../accuracy/tasks-one.ts';
import { tasksTwo } from '../accuracy/tasks-two.ts';

const CITY = '深圳市';
const YEAR = 2024;

const units = [
  '市发展改革委',
  '市工业和信息化局',
  '市公安局',
  '市司法局',
  '市财政局',
  '市人力资源保障局',
  '市规划和自然资源局',
  '市生态环境局',
  '市住房建设局',
  '市交通运输局',
  '市水务局',
  '市商务局',
  '市卫生健康委',
  '市市场监管局',
  '市政务服务数据管理局',
  '深圳市税务局',
  '深圳海关',
  '市中级人民法院',
] as const;

/** Points in one section, and in one domain. */
const PER_SECTION = 50;
const PER_DOMAIN = 10;

/**
 * A pair of any size as an officer has it: sections, domains, numbered points, one long table. The tasks are put together
 * from the clauses of real ones, so that no two are alike and most words are met again and again, as in a real draft.
 */
export function largePair(count: number): string {
  const random = new Random(`large-${count}`);
  const clauses = clausesOf();
  const points = [`# ${CITY}${YEAR}年优化营商环境工作要点`, ''];
  const rows = [
    `# ${CITY}${YEAR}年优化营商环境重点任务清单`,
    '',
    '| 序号 | 所属领域 | 重点任务 | 具体举措 | 牵头单位 | 责任单位 |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  let domain = '';
  for (let at = 0; at < count; at++) {
    // Numbers of four digits look like years: a draft of that size counts anew in each section.
    const number = count < 1000 ? at + 1 : (at % PER_SECTION) + 1;
    if (at % PER_SECTION === 0) {
      const title = `${formatChineseNumber(Math.floor(at / PER_SECTION) + 1)}、优化${random.pick(objects)}环境`;
      points.push(`## ${title}`, '');
      rows.push(`| <b>${title}</b> | | | | | |`);
    }
    if (at % PER_DOMAIN === 0) {
      domain = `提升${random.pick(objects)}${random.pick(qualities)}`;
      points.push(`### （${formatChineseNumber(Math.floor((at % PER_SECTION) / PER_DOMAIN) + 1)}）${domain}`, '');
    }
    const words = pickSome(clauses, 3, random);
    const lead = pickSome(units, 1 + random.below(2), random).join('、');
    const text = `${words.join('，')}，全年服务企业${at + 101}家。`;
    const measures = `${words.slice(0, 2).join('，')}，${random.pick(clauses)}，${words[2] ?? ''}，全年服务企业${at + 101}家。`;
    points.push(`${number}. ${text}（${lead}）`, '');
    const task = `${(words[0] ?? '').slice(0, 16)}`;
    rows.push(`| ${number} | ${domain} | ${task} | ${measures} | ${lead} | ${random.pick(units)} |`);
  }
  return `${[...points, ...rows].join('\n')}\n`;
}

const objects = [
  '市场准入',
  '要素保障',
  '金融服务',
  '跨境贸易',
  '纳税服务',
  '招标采购',
  '法治保障',
  '政务服务',
] as const;
const qualities = ['便利度', '规范化水平', '服务效能', '保障能力', '数字化水平'] as const;

/** What stands between two commas of the stock tasks, quotes and brackets whole. */
function clausesOf(): readonly string[] {
  const texts = [...tasksOne, ...tasksTwo].flatMap(({ point, measures }) => [point, measures]);
  const clauses = texts.flatMap((text) =>
    text
      .replaceAll('{Y}', String(YEAR))
      .replaceAll('{C}', CITY)
      .replaceAll('{P}', '深圳')
      .split(/[，。；]/),
  );
  return [...new Set(clauses)].filter(
    (clause) => clause.length >= 6 && !/[\d“”（）《》：一二三四五六七八九十]/.test(clause),
  );
}

function pickSome<T>(items: readonly T[], count: number, random: Random): T[] {
  const picked = new Set<T>();
  while (picked.size < count) picked.add(items[random.below(items.length)] as T);
  return [...picked];
}
