interface UnitExample {
  /** The unit list behind the second point, with its brackets. */
  readonly units?: string;
  /** The second row's 牵头单位. */
  readonly leads?: string;
  /** The second row's 责任单位. */
  readonly others?: string;
  /** The third row's 责任单位. */
  readonly lastOthers?: string;
  readonly place?: string;
  readonly year?: number;
}

/** A small clean pair whose second task has the given units: the examples of the rules about units differ in nothing else. */
export function unitExample({
  units = '（市商务局）',
  leads = '市商务局',
  others = '',
  lastOthers = '',
  place = '深圳市',
  year = 2024,
}: UnitExample): string {
  const domain = '提升企业开办服务水平';
  return `# ${place}${year}年优化营商环境工作要点

## 一、优化市场准入环境

### （一）${domain}

1. 推行开办企业无介质电子签名，降低企业开办成本。（市市场监管局）

2. 开展跨境电商零售出口试点，打通上下游数据壁垒。${units}

3. 规范政府采购活动，推行采购文件编制清单。（市财政局）

# ${place}${year}年优化营商环境重点任务清单

| 序号 | 所属领域 | 重点任务 | 具体举措 | 牵头单位 | 责任单位 |
| --- | --- | --- | --- | --- | --- |
| 一、优化市场准入环境 | | | | | |
| 1 | ${domain} | 推行无介质电子签名 | 推行开办企业无介质电子签名，降低企业开办成本。 | 市市场监管局 | 市司法局 |
| 2 | ${domain} | 开展跨境电商零售出口试点 | 开展跨境电商零售出口试点，打通上下游数据壁垒。 | ${leads} | ${others} |
| 3 | ${domain} | 规范政府采购活动 | 规范政府采购活动，推行采购文件编制清单。 | 市财政局 | ${lastOthers} |
`;
}
