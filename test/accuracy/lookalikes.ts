import { type Draft, type HeadingLine, type PointLine, pointsOf, type RowLine, rowsOf } from './draft.ts';
import { insertAfter, insertBefore, pairsOf, type TaskPair } from './mistakes/mistake.ts';
import type { Random } from './random.ts';

/** A change that only looks wrong: not one error or warning may come of it. */
export interface Lookalike {
  readonly name: string;
  readonly apply: (draft: Draft, random: Random) => boolean;
}

type Text = (draft: Draft) => string;

/** A clause put before the last sentence end of a text. */
const addClause = (text: string, clause: string): string => `${text.slice(0, -1)}，${clause}。`;

/** A pair whose texts end as they should. */
function anyPair(draft: Draft, random: Random): TaskPair | undefined {
  return random.pick(
    pairsOf(draft).filter(({ point, row }) => point.body.endsWith('。') && row.measures.endsWith('。')),
  );
}

/** The clause stands in the point alone, in the row alone, and in both. */
function clause(name: string, words: string | Text): Lookalike[] {
  const text = (draft: Draft): string => (typeof words === 'string' ? words : words(draft));
  return (['point', 'row', 'both'] as const).map((side) => ({
    name: `${name}（${side === 'both' ? '双方' : side === 'point' ? '仅要点' : '仅清单'}）`,
    apply: (draft, random) => {
      const pair = anyPair(draft, random);
      if (pair === undefined) return false;
      if (side !== 'row') pair.point.body = addClause(pair.point.body, text(draft));
      if (side !== 'point') pair.row.measures = addClause(pair.row.measures, text(draft));
      return true;
    },
  }));
}

const year = (draft: Draft): number => draft.layout.year;

const clauses: Lookalike[] = [
  ...clause('产业集群“20+8”', '结合“20+8”产业集群发展布局深化改革'),
  ...clause('热线号码', '通过12345、12366等热线受理企业诉求'),
  ...clause('过去的事实', (draft) => `自2021年以来已有经验的基础上，较${year(draft) - 1}年进一步提升`),
  ...clause('上一年水平作比较', (draft) => `确保不低于${year(draft) - 1}年水平`),
  ...clause('过去完成的事', (draft) => `巩固${year(draft) - 1}年改革成果`),
  ...clause('规划期', '落实“十四五”规划（2021—2025年）部署'),
  ...clause('文件名里的年份', (draft) => `落实《${draft.layout.city}${year(draft) - 2}年法治政府建设工作要点》要求`),
  ...clause('行动计划的年份', '落实《制造业高质量发展行动计划（2023—2025年）》'),
  ...clause('发文字号', '按照《国务院关于开展营商环境创新试点工作的意见》（国发〔2021〕24号）执行'),
  ...clause('百分点', '力争同比提高2个百分点'),
  ...clause('单方面的数', '组织开展培训36场次'),
  ...clause('分数与倍数', '推动办理环节减少三分之一'),
  ...clause('英文词', '参照B-READY（Business Ready）评估体系完善指标'),
  ...clause('英文与半角冒号', '推广iOS、Android等版本的APP，网址为https://www.gov.cn/zhengce'),
  ...clause('带链接', '详见[办事指南](https://www.gov.cn/fuwu)'),
  ...clause('比例', '按1:1比例配套资金'),
  ...clause('时间点', '实行早9:00至晚5:00不间断服务'),
  ...clause('千位分隔', '兑现资金1,200万元'),
  ...clause('引号里的引号', '打造“企业家‘会客厅’”品牌'),
  ...clause('书名号里的书名号', '修订《〈优化营商环境条例〉实施细则》'),
  ...clause('括号里的引号', '推行“一业一证”（含“一证准营”）改革'),
  ...clause('圆括号里的圆括号', '对接RCEP（《区域全面经济伙伴关系协定》（含原产地规则））规则'),
  ...clause('正文里的单位', '配合国家发展改革委、省市场监管局做好工作'),
  ...clause('条款', '落实《民法典》第509条、第12项有关要求'),
  ...clause('英文省略号与加号', '探索“互联网+监管”模式'),
  ...clause('序数', '召开第3次联席会议，公布第二批清单'),
  ...clause('序号式列举', '做到：一是统一标准，二是统一流程，三是统一平台'),
  ...clause('圈码列举', '推进①线上受理②并联审批③统一送达'),
  ...clause('未来年份的远景', (draft) => `为${year(draft) + 1}年全面推广打好基础`),
  ...clause('七乘二十四', '提供7×24小时自助服务'),
  ...clause('面积带乘号', '建设3米×4米展位'),
  ...clause('波折号范围', '平均用时控制在3—5个工作日'),
  ...clause('型号', '推广V2.0版本和5G-A技术'),
  ...clause('字母代号', '支持X射线、XR等设备进口'),
  ...clause('机动车号', '服务粤Z牌车辆通关'),
  ...clause('不足三字的引语', '做到“零”跑动'),
  ...clause('简称声明', '完善营商环境监测平台（以下简称监测平台）'),
  ...clause('按季度', '每季度通报进展，每年11月前总结'),
  ...clause('届次年度', '组织召开年度总结会'),
];

/** Two differing but right ways of the same fact. */
const sameFact = (name: string, inPoint: string | Text, inRow: string | Text): Lookalike => ({
  name,
  apply: (draft, random) => {
    const pair = anyPair(draft, random);
    // A column of deadlines would contradict the added ones.
    if (pair === undefined || /月|季度/.test(pair.point.body) || draft.layout.columns.includes('deadline'))
      return false;
    const text = (words: string | Text): string => (typeof words === 'string' ? words : words(draft));
    pair.point.body = addClause(pair.point.body, text(inPoint));
    pair.row.measures = addClause(pair.row.measures, text(inRow));
    return true;
  },
});

const equals: Lookalike[] = [
  sameFact('二十与20', '设立服务站二十个', '在街道设立服务站20个'),
  sameFact('2万与20000', '惠及市民2万人次', '全年惠及市民20000人次'),
  sameFact('两与2', '建成两个示范区', '高标准建成2个示范区'),
  sameFact('百分号的写法', '覆盖率达到百分之九十五', '覆盖率达到95%'),
  sameFact('全角数字', '建成示范街区３６条', '建成示范街区36条'),
  sameFact('半数', '力争1.5万户受益', '力争15000户受益'),
  sameFact('亿元与万元', '安排资金0.5亿元', '统筹安排资金5000万元'),
  sameFact('一方细分', '建设口袋公园30个', '建设口袋公园30个，其中社区公园12个、街心花园18个'),
  sameFact('一季度与3月底前', '一季度出台服务规范', (draft) => `${year(draft)}年3月底前出台服务规范`),
  sameFact('6月底前与上半年', '上半年出台服务规范', '6月底前出台服务规范'),
  sameFact('年底前与12月底前', '年底前出台服务规范', (draft) => `${year(draft)}年12月底前出台服务规范`),
  sameFact('引号与无引号', '推行“一网通办”改革', '全面推行一网通办改革'),
  sameFact('提法一方更长', '建设企业服务平台', '建设全市统一的企业服务平台'),
  sameFact('两件不同的事', '推行“一证通办”', '推行“一证通办”“一窗通办”'),
  sameFact('文件全称与简称', '落实《优化营商环境条例》', '落实国务院《优化营商环境条例》'),
  sameFact('分步时限', '9月底前全面推行示范文本', '6月底前制定示范文本，9月底前全面推行示范文本'),
];

/** A unit added to the responsible units of a row. */
function unit(name: string, added: string | Text, suits: (draft: Draft) => boolean = () => true): Lookalike {
  return {
    name: `责任单位列有${name}`,
    apply: (draft, random) => {
      const { columns, city } = draft.layout;
      const words = typeof added === 'string' ? added : added(draft);
      const row = random.pick(
        rowsOf(draft).filter(({ resp, lead }) => !/各|等/.test(resp) && !`${lead}${resp}`.includes(words)),
      );
      if (row === undefined || !columns.includes('resp') || !suits(draft) || city === '') return false;
      row.resp = row.resp === '' ? words : `${row.resp}、${words}`;
      return true;
    },
  };
}
const inShenzhen = (draft: Draft): boolean => draft.layout.city === '深圳市';

const units: Lookalike[] = [
  unit('“各有关单位”', '各有关单位'),
  unit('“等有关单位”', '市审计局等有关单位'),
  unit('“各区政府”', '各区人民政府'),
  unit('“各行业主管部门”', '各行业主管部门'),
  unit('省级单位', (draft) => (inShenzhen(draft) ? '广东省税务局' : '省税务局')),
  unit('省级部门', '省发展改革委'),
  unit('区级单位', '福田区司法局', inShenzhen),
  unit('街道', '粤海街道办事处', inShenzhen),
  unit('人大和政协', '市人大常委会、市政协'),
  unit('国有企业', '深圳地铁集团', inShenzhen),
  unit('群体词带括号', '各区（新区）'),
  unit('两个区', '南山区、光明区', inShenzhen),
  unit('县区泛指', '各县（市、区）人民政府', (draft) => !inShenzhen(draft)),
  unit('市直单位泛指', '市直有关部门'),
  unit('领导小组', '市优化营商环境改革工作领导小组办公室'),
  unit('协会', '市律师协会'),
  unit('派出机构', '市公安局交警局', inShenzhen),
  unit('带分号的各区', '市审计局；各区人民政府'),
];

const before = (draft: Draft, find: (line: Draft['lines'][number]) => boolean, text: string): boolean => {
  const line = draft.lines.find(find);
  if (line === undefined) return false;
  insertBefore(draft, line, { kind: 'text', text });
  return true;
};
const end = (name: string, ...texts: string[]): Lookalike => ({
  name,
  apply: (draft) => {
    draft.lines.push(...texts.map((text) => ({ kind: 'text' as const, text })));
    return true;
  },
});
const isList = (line: Draft['lines'][number]): boolean =>
  line.kind === 'text' && line.text.startsWith('# ') && line.text.includes('清单');

const layout: Lookalike[] = [
  end('表后有注', '注：1.表中各项任务完成时限除注明外均为当年年底。2.各区可结合实际细化任务。'),
  end('表后有说明', '说明：各区（新区）可结合实际细化任务。'),
  end('表后有抄送', '抄送：市委办公厅，市人大常委会办公厅，市政协办公厅。'),
  end('表后有印发行', '市优化营商环境改革工作领导小组办公室　2024年3月1日印发'),
  end('表后有公开方式', '公开方式：主动公开'),
  end('表后有联系人', '（联系人：王某某，联系电话：0755-88121234）'),
  {
    name: '附件行',
    apply: (draft) =>
      before(draft, (line) => line.kind === 'text' && line.text.startsWith('# '), '附件：1.工作要点\n\n2.重点任务清单'),
  },
  { name: '清单前有“附件2”', apply: (draft) => before(draft, isList, '附件2') },
  { name: '清单前有分页线', apply: (draft) => before(draft, isList, '---') },
  { name: '清单前有注释', apply: (draft) => before(draft, isList, '<!-- 清单部分 -->') },
  {
    name: '标题下有引导段',
    apply: (draft) => {
      const section = draft.lines.find((line) => line.kind === 'section');
      if (section === undefined) return false;
      insertAfter(draft, section, {
        kind: 'text',
        text: '聚焦企业全生命周期，持续破解堵点难点问题，推动改革举措落地见效。',
      });
      return true;
    },
  },
  {
    name: '前言有第二段',
    apply: (draft) =>
      before(
        draft,
        (line) => line.kind === 'section',
        '坚持问题导向、目标导向、结果导向，聚焦市场主体关切，统筹推进各项改革。',
      ),
  },
  {
    name: '前言所称项数正确',
    apply: (draft) => {
      const points = pointsOf(draft).length;
      const sections = draft.lines.filter(({ kind }) => kind === 'section').length;
      return before(draft, (line) => line.kind === 'section', `本工作要点从${sections}个方面共提出${points}项任务。`);
    },
  },
  {
    name: '前言说去年的项数',
    apply: (draft) =>
      before(draft, (line) => line.kind === 'section', `${year(draft) - 1}年我市出台了200项改革举措，取得积极成效。`),
  },
  {
    name: '要点之后有结尾段',
    apply: (draft) => {
      const point = pointsOf(draft).at(-1);
      if (point === undefined) return false;
      insertAfter(draft, point, {
        kind: 'text',
        text: '各区、各部门要加强组织领导，按季度报送进展情况，确保各项任务落到实处。',
      });
      return true;
    },
  },
  {
    name: '要点之后有落款',
    apply: (draft) => {
      const point = pointsOf(draft).at(-1);
      if (point === undefined) return false;
      insertAfter(draft, point, {
        kind: 'text',
        text: `${draft.layout.city}人民政府办公室\n\n${year(draft)}年2月26日`,
      });
      return true;
    },
  },
  {
    name: '举措格内有编号列举',
    apply: (draft, random) => {
      const row = random.pick(rowsOf(draft));
      if (row === undefined) return false;
      row.measures = `1.${row.measures}<br>2.加强统筹协调。<br>3.做好宣传解读。`;
      return true;
    },
  },
  {
    name: '举措格内分段',
    apply: (draft, random) => {
      const row = random.pick(rowsOf(draft));
      if (row === undefined) return false;
      row.measures = `${row.measures}<br>做好政策宣传解读。`;
      return true;
    },
  },
  {
    name: '举措格内有转义竖线',
    apply: (draft, random) => {
      const row = random.pick(rowsOf(draft));
      if (row === undefined) return false;
      row.measures = addClause(row.measures, '公布A\\|B两类事项');
      return true;
    },
  },
  {
    name: '举措格有加粗',
    apply: (draft, random) => {
      const row = random.pick(rowsOf(draft));
      if (row === undefined) return false;
      row.measures = `**工作目标：**${row.measures}`;
      return true;
    },
  },
  {
    name: '责任单位空',
    apply: (draft, random) => {
      const row = random.pick(rowsOf(draft).filter(({ resp }) => resp !== ''));
      if (row === undefined || !draft.layout.columns.includes('resp') || draft.layout.units === 'positional')
        return false;
      row.resp = '';
      return true;
    },
  },
  {
    name: '要点有加粗的首句',
    apply: (draft, random) => {
      const point = random.pick(pointsOf(draft).filter(({ body }) => body.includes('，')));
      if (point === undefined) return false;
      point.body = point.body.replace(/^([^，]+)，/, '**$1**，');
      return true;
    },
  },
  {
    name: '要点有第二段整句',
    apply: (draft, random) => {
      const point = random.pick(pointsOf(draft));
      if (point === undefined) return false;
      point.body = `${point.body}\n\n同时，做好政策宣传解读。`;
      return true;
    },
  },
  {
    name: '要点有分项',
    apply: (draft, random) => {
      const point = random.pick(pointsOf(draft));
      if (point === undefined) return false;
      point.body = `${point.body}（1）统一办理标准。（2）统一办理流程。（3）统一办理平台。`;
      return true;
    },
  },
  {
    name: '编号写成全角',
    apply: (draft) => {
      const point = pointsOf(draft)[2];
      if (point === undefined) return false;
      point.number = '３';
      return true;
    },
  },
  {
    name: '节选：从第 38 项起',
    apply: (draft) => {
      if (draft.layout.numbering !== 'whole') return false;
      const lines: (PointLine | RowLine)[] = [...pointsOf(draft), ...rowsOf(draft)];
      for (const line of lines) line.number = String(Number(line.number) + 37);
      return true;
    },
  },
  {
    name: '同名小标题在两个部分',
    apply: (draft) => {
      const domains = draft.lines.filter((line): line is HeadingLine => line.kind === 'domain');
      const [first, last] = [domains[0], domains.at(-1)];
      if (first === undefined || last === undefined || first === last) return false;
      const was = last.title;
      last.title = first.title;
      for (const row of rowsOf(draft)) if (row.domain === was) row.domain = first.title;
      return true;
    },
  },
  {
    name: '标题有年份间空格',
    apply: (draft) => {
      const line = draft.lines.find((item) => item.kind === 'text' && item.text.startsWith('# '));
      if (line?.kind !== 'text') return false;
      line.text = line.text.replace(/(\d{4})年/, ' $1 年');
      return true;
    },
  },
  {
    name: '两项任务首句相同、内容不同',
    apply: (draft, random) => {
      const [one, two] = random.shuffle(pairsOf(draft));
      if (one === undefined || two === undefined) return false;
      for (const pair of [one, two]) {
        pair.point.body = `深化重点领域改革，${pair.point.body}`;
        pair.row.measures = `深化重点领域改革，${pair.row.measures}`;
      }
      return true;
    },
  },
  {
    name: '清单举措全部重写',
    apply: (draft, random) => {
      const row = random.pick(rowsOf(draft));
      if (row === undefined) return false;
      row.measures = '坚持问题导向，制定工作方案，细化任务分工，建立协调机制，定期调度进展，确保改革举措落地见效。';
      return true;
    },
  },
];

export const lookalikes: readonly Lookalike[] = [...clauses, ...equals, ...units, ...layout];
