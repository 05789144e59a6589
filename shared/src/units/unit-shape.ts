/**
 * Endings that only units have. Those that most bureaus end in (局委办厅署) stand apart: ordinary words end in them too.
 */
const ENDING =
  /(?:中心|集团|公司|政府|海关|银行|[分支]行|农商行|协会|商会|学会|委员会|[常管监]委会|联合会|工会|基金会|理事会|促进会|监会|学院|大学|学校|医院|法院|检察院|仲裁院|研究院|科学院|社科院|规划院|设计院|标准院|信通院|办事处|管理处|代表处|公证处|办公室|研究室|政研室|交易所|研究所|派出所|事务所|监管所|司法所|管理所|出版社|供销社|指挥部|武装部|委.{2,8}部|领导小组|专班|总站|边检站|检查站|管理站|监督站|监测站|支队|总队|大队|调查队|[商妇残侨文青科]联|科协|文联|法庭|口岸|总社|总会|开发区|合作区|街道)$/;

const BUREAU = /[局委办厅署]$/;

/** The character before such an ending that makes an ordinary word of it: 布局, 通办, 大厅. */
const ORDINARY_BEFORE: Readonly<Record<string, string>> = {
  局: '布格全大结当开变僵破时书终败危残棋骗',
  委: '常政编评推原',
  办: '举主承开协代帮联通催督筹兴经即快速直容跨就补首自申好可查停新创未已包待补交合易免缓拒领掌秒限来要去必能理',
  厅: '大客餐展门舞歌',
  署: '部签',
};

/** What stands before an ending that says nothing alone. */
const BARE =
  /^(?:服务|管理|政务|数据|以.{1,10}为|.?个|.?家|各类|一批|若干|多个)?(?:中心|集团|公司|政府|银行|协会|商会|学会|大学|学校|医院|学院|口岸|专班|海关)$/;

/** Marks and words of a sentence, which names do not have. */
const SENTENCE =
  /^(?:含|推[进动]|加[强快大]|建[立成]|完善|开展|实[施现行]|提[升高供]|优化|支持|鼓励|促进|落实|包括|以下|例如|不含|下同|简称|统称|详见|原为|或者|以及)|[的了着过吗呢吧]/;

/** Of the characters that nearly all names are made of: V8 takes a while to look up the whole script. */
const USUAL_LETTERS = /^[\u4e00-\u9fff][\u4e00-\u9fff()〔〕·A-Za-z0-9]*$/;
const LETTERS = /^\p{Script=Han}[\p{Script=Han}()〔〕·A-Za-z0-9]*$/u;

/** True when a text that no directory knows has the shape of a unit's name. The text is in name form. */
export function hasUnitShape(text: string): boolean {
  const core = text.replace(/[(〔][^()〔〕]{1,20}[)〕]$/, '');
  if (core.length < 3 || core.length > 30 || SENTENCE.test(core)) return false;
  if (!USUAL_LETTERS.test(core) && !LETTERS.test(core)) return false;
  if (BUREAU.test(core)) return !(ORDINARY_BEFORE[core.slice(-1)] ?? '').includes(core.slice(-2, -1));
  return ENDING.test(core) && !BARE.test(core);
}
