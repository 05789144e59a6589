interface TargetExample {
  /** The second point's text. */
  readonly point?: string;
  /** The second row's title. */
  readonly task?: string;
  /** The second row's measures. */
  readonly measures?: string;
  /** The second row's 完成时限; the table has that column where it is given. */
  readonly deadline?: string;
  /** The year of the titles. */
  readonly year?: number;
  /** What the file begins with. */
  readonly head?: string;
}

/** A small clean pair whose second task states what is given: the examples of the rules about content differ in nothing else. */
export function targetExample({
  point = '建设不少于20家线上线下零工市场，开展职业技能培训。',
  task = '加强用工服务保障',
  measures = point,
  deadline,
  year = 2024,
  head = '',
}: TargetExample): string {
  const cell = (text: string) => (deadline === undefined ? '' : ` ${text} |`);
  return `${head}# 深圳市${year}年优化营商环境工作要点

## 一、优化市场准入环境

### （一）提升企业开办服务水平

1. 推行开办企业无介质电子签名，降低企业开办成本。（市市场监管局）

2. ${point}（市商务局）

3. 规范政府采购活动，扩充采购文件编制清单范围。（市财政局）

# 深圳市${year}年优化营商环境重点任务清单

| 序号 | 所属领域 | 重点任务 | 具体举措 | 牵头单位 | 责任单位 |${cell('完成时限')}
| --- | --- | --- | --- | --- | --- |${cell('---')}
| 一、优化市场准入环境 | | | | | |${cell('')}
| 1 | 提升企业开办服务水平 | 推行无介质电子签名 | 推行开办企业无介质电子签名，降低企业开办成本。 | 市市场监管局 | 市司法局 |${cell('持续推进')}
| 2 | 提升企业开办服务水平 | ${task} | ${measures} | 市商务局 | |${cell(deadline ?? '')}
| 3 | 提升企业开办服务水平 | 规范政府采购活动 | 规范政府采购活动，扩充采购文件编制清单范围。 | 市财政局 | |${cell('持续推进')}
`;
}
