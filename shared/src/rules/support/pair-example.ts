const PAIR = `# 深圳市优化营商环境改革工作领导小组文件

深营商组〔2024〕1号

# 关于印发《深圳市2024年优化营商环境工作要点》《深圳市2024年优化营商环境重点任务清单》的通知

各有关单位：

《深圳市2024年优化营商环境工作要点》《深圳市2024年优化营商环境重点任务清单》已经领导小组同意，现印发给你们，请认真抓好贯彻落实。

深圳市优化营商环境改革工作领导小组

2024年2月26日

# 深圳市2024年优化营商环境工作要点

## 一、优化市场准入环境

### （一）提升企业开办服务水平

1. 推行开办企业无介质电子签名，市场主体无需办理实体介质，即可完成签名确认。（市市场监管局）

2. 修订《深圳市商事登记若干规定》，推行“一照多址”改革，方便连锁企业开店。（市市场监管局、市司法局）

### （二）优化市场准入监管

3. 清理招标采购领域的不合理限制，保障各类企业公平参与竞争。（市财政局）

## 二、优化市政公用基础设施报装

### （一）提高报装服务便利度

4. 推行水电气网联合报装，实现线上“一网通办”、线下“一窗通办”。（市水务局、市通信管理局）

# 深圳市2024年优化营商环境重点任务清单

| 序号 | 所属领域 | 重点任务 | 具体举措 | 牵头单位 | 责任单位 |
| --- | --- | --- | --- | --- | --- |
| 一、优化市场准入环境 | | | | | |
| 1 | 提升企业开办服务水平 | 推行无介质电子签名 | 推行开办企业无介质电子签名，市场主体无需办理实体介质，即可完成签名确认。 | 市市场监管局 | 市公安局 |
| 2 | 提升企业开办服务水平 | 推行“一照多址”改革 | 修订《深圳市商事登记若干规定》，推行“一照多址”改革，方便连锁企业开店。 | 市市场监管局、市司法局 | |
| 3 | 优化市场准入监管 | 保障公平竞争 | 清理招标采购领域的不合理限制，保障各类企业公平参与竞争。 | 市财政局 | 市发展改革委 |
| 二、优化市政公用基础设施报装 | | | | | |
| 4 | 提高报装服务便利度 | 推行联合报装 | 推行水电气网联合报装，实现线上“一网通办”、线下“一窗通办”。 | 市水务局、市通信管理局 | 市燃气集团 |
`;

/** A small clean pair with each `[old, new]` replaced where `old` first stands: the examples differ in nothing else. */
export function pairExample(...changes: readonly (readonly [old: string, fresh: string])[]): string {
  return changes.reduce((text, [old, fresh]) => text.replace(old, () => fresh), PAIR);
}

/** The same for a text that stands in the task list: the last place where `old` stands is replaced. */
export function listExample(...changes: readonly (readonly [old: string, fresh: string])[]): string {
  return changes.reduce((text, [old, fresh]) => {
    const at = text.lastIndexOf(old);
    return at < 0 ? text : text.slice(0, at) + fresh + text.slice(at + old.length);
  }, PAIR);
}
