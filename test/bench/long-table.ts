/** A clean task list of one long table, as a tidy draft has it. */
export function longTable(rows: number): string {
  const lines = [
    '# 云州市2024年优化营商环境重点任务清单',
    '',
    '| 序号 | 所属领域 | 重点任务 | 具体举措 | 牵头单位 | 责任单位 |',
  ];
  lines.push('| --- | --- | --- | --- | --- | --- |');
  for (let number = 1; number <= rows; number++) {
    const measures = `建立第 ${number} 号事项办理台账，逐项明确办理时限和工作要求，全面提升编号 ${number * 7919} 事项办理质效。`;
    lines.push(`| ${number} | 提升服务效能 | 办理第 ${number} 号事项 | ${measures} | 市商务局、市财政局 | 市司法局 |`);
  }
  return `${lines.join('\n')}\n`;
}
