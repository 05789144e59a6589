/** What a named thing is called after. Several may follow one another: 行动计划. */
export const HEADS =
  '(?:平台|系统|机制|中心|专区|专窗|专栏|专班|办法|清单|目录|名录|试点|窗口|体系|制度|模式|行动|工程|计划|方案|规划|基地|园区|示范区|试验区|合作区|先导区|实验室|联盟|基金|指引|规范|条例|标准|指南|细则|指数|数据库|资源池|资源库|项目库|项目|大厅|驿站|法庭|委员会|网络|热线|小程序|公众号|论坛|大会|峰会|大赛|品牌)';

/** Characters, as code units, that a name does not go on across. */
export const PARTICLES: ReadonlySet<number> = new Set(
  Array.from('的和与及或在为对将把向以由从等并其该各每让使被按至到再已均还更也之于需须能应是', (character) =>
    character.charCodeAt(0),
  ),
);

/** Words in which such a character is no particle. */
export const WHOLE_WORDS = new Set(
  `双向 在线 参与 普及 合并 并联 并购 等级 对接 对外 对口 对公 结对 从业 为民 为企 和谐 自由 理由 以上 各类 到家 直到
  对话 对标 面对 涉及 向导 定向 流向 按揭 按键 更新 变更 其他 均等 平均 平等 等保 高等 中等 至善 甚至 关于 位于 等候 同等
  应用 应急 应对 适应 响应 供应 需求 必需 能力 能源 能效 功能 智能 性能 节能 职能 技能 产能 储能 赋能`.split(/\s+/),
);

/** What is done with a named thing: the name begins behind it. */
export const VERBS = new Set(
  `建设 建立 健全 完善 推进 推动 推行 推广 依托 上线 打造 搭建 构建 出台 制定 制订 修订 编制 印发 实施 开展 探索 优化
  升级 运用 利用 通过 纳入 加强 深化 拓展 扩大 扩充 形成 设立 组建 发布 启用 启动 用好 引入 开辟 争取 试行 开设 接入
  建成 开发 推出 落实 执行 发挥 加快 继续 持续 积极 支持 鼓励 引导 强化 提升 提高 改进 创新 成立 举办 参加 加入 实现
  促进 进入 运营 开通 增设 设置 整合 梳理 更新 新增 新建 改造 扩建 起草 研究 做好 抓好 围绕 针对 根据 按照 结合 充分
  全面 率先 逐步 大力 规范 选取 筹建 申报 创建 培育 布局 落地 迭代 延伸 丰富 完成 制作 编写 明确 统筹 采用 使用 借助
  提供 下载 办理 享受 作为 引进 招引 吸引 培养 压缩 缩短 实行 单列 召开 组织 设计 打通 夯实 具有 具备 开放`.split(
    /\s+/,
  ),
);

/** Words that are a verb before a name, but also part of names: only the first of a phrase is taken off. */
export const ONLY_LEADING = new Set(
  `建设 规范 创新 改造 使用 运营 利用 研究 支持 引导 提升 开发 培育 优化 运用 创建 更新 发布 加入 接入 升级 试行 编制
  改进 完成 实施 新建`.split(/\s+/),
);
