/** One mistake put into a clean document: the rule that must find it, and what is changed into what. */
export interface Mistake {
  readonly rule: string;
  readonly name: string;
  readonly change: (text: string) => string;
  /** How many places the mistake stands in, where there is more than one. */
  readonly places?: number;
}

/** Replaces the first occurrence, or the one with the given index; a text that does not hold it is an error. */
function put(from: string, to: string, occurrence = 0): (text: string) => string {
  return (text) => {
    let at = text.indexOf(from);
    for (let i = 0; i < occurrence && at >= 0; i++) at = text.indexOf(from, at + 1);
    if (at < 0) throw new Error(`the text does not hold ${from} (${occurrence})`);
    return text.slice(0, at) + to + text.slice(at + from.length);
  };
}

function all(...changes: readonly ((text: string) => string)[]): (text: string) => string {
  return (text) => changes.reduce((changed, change) => change(changed), text);
}

/** Takes out the lines that a pattern finds, with the blank line after a paragraph. */
function without(line: RegExp): (text: string) => string {
  return (text) => {
    const lines = text.split('\n');
    const at = lines.findIndex((candidate) => line.test(candidate));
    if (at < 0) throw new Error(`no line is like ${line}`);
    lines.splice(at, lines[at]?.startsWith('|') ? 1 : 2);
    return lines.join('\n');
  };
}

/** Gives the points (or rows) numbered from `from` on the number before. */
function renumber(pattern: (number: number) => string, from: number, to: number, by: number) {
  return (text: string): string => {
    let changed = text;
    const numbers = Array.from({ length: to - from + 1 }, (_, index) => (by < 0 ? from + index : to - index));
    for (const number of numbers) changed = put(`\n${pattern(number)}`, `\n${pattern(number + by)}`)(changed);
    return changed;
  };
}

const point = (number: number) => `${number}. `;
const row = (number: number) => `| ${number} |`;

function swapLines(first: RegExp, second: RegExp): (text: string) => string {
  return (text) => {
    const lines = text.split('\n');
    const a = lines.findIndex((line) => first.test(line));
    const b = lines.findIndex((line) => second.test(line));
    const [one, other] = [lines[a], lines[b]];
    if (one === undefined || other === undefined) throw new Error('no such lines');
    lines[a] = other;
    lines[b] = one;
    return lines.join('\n');
  };
}

export const shenzhenMistakes: readonly Mistake[] = [
  { rule: 'point-numbering', name: 'a number left out', change: renumber(point, 7, 12, 1) },
  { rule: 'point-numbering', name: 'a number typed twice', change: put('\n7. ', '\n6. ') },
  { rule: 'point-numbering', name: 'a number from elsewhere', change: put('\n7. ', '\n17. ') },
  { rule: 'point-numbering', name: 'the first number is wrong', change: put('\n1. ', '\n2. ') },
  { rule: 'row-numbering', name: 'a number left out', change: renumber(row, 7, 12, 1) },
  { rule: 'row-numbering', name: 'a number typed twice', change: put('\n| 7 |', '\n| 6 |') },
  { rule: 'row-numbering', name: 'a number from elsewhere', change: put('\n| 7 |', '\n| 70 |') },
  { rule: 'row-numbering', name: 'two rows swapped with their numbers', change: swapLines(/^\| 4 \|/, /^\| 5 \|/) },
  { rule: 'section-numbering', name: 'a section number typed twice', change: put('## 三、', '## 二、') },
  { rule: 'section-numbering', name: 'a section number left out', change: put('## 三、', '## 四、') },
  { rule: 'section-numbering', name: 'a domain number left out', change: put('### （二）增强', '### （三）增强') },
  { rule: 'section-numbering', name: 'a domain number goes on', change: put('### （一）强化', '### （三）强化') },
  { rule: 'section-numbering', name: 'a section row’s number', change: put('| 三、', '| 四、') },
  { rule: 'missing-row', name: 'a row is gone', change: without(/^\| 7 \|/) },
  {
    rule: 'missing-row',
    name: 'a row is gone and the rest renumbered',
    change: all(without(/^\| 7 \|/), renumber(row, 8, 12, -1)),
  },
  { rule: 'missing-row', name: 'the last row is gone', change: (text) => without(/^\| 12 \|/)(text) },
  { rule: 'missing-point', name: 'a point is gone', change: without(/^7\. /) },
  {
    rule: 'missing-point',
    name: 'a point is gone and the rest renumbered',
    change: all(without(/^7\. /), renumber(point, 8, 12, -1)),
  },
  { rule: 'missing-point', name: 'the first point is gone', change: without(/^1\. /) },
  { rule: 'missing-point', name: 'the last point is gone', change: without(/^12\. /) },
  {
    rule: 'section-mismatch',
    name: 'a section row’s title',
    change: put('| 三、提升就业公共服务质量', '| 三、提升就业服务质量'),
  },
  {
    rule: 'section-mismatch',
    name: 'a section heading’s title',
    change: put('## 二、优化市政公用', '## 二、优化市政'),
  },
  { rule: 'domain-mismatch', name: 'a row’s domain', change: put('| 9 | 增强供给能力', '| 9 | 增强保障能力') },
  {
    rule: 'domain-mismatch',
    name: 'a run of rows',
    change: all(...[6, 7, 8].map((n) => put(`| ${n} | 提高报装便利度`, `| ${n} | 提升报装便利度`))),
  },
  {
    rule: 'domain-mismatch',
    name: 'a row’s domain is its neighbour’s',
    change: put('| 4 | 提升企业开办数字化水平', '| 4 | 完善市场准入监管机制'),
  },
  { rule: 'table-columns', name: 'a column’s name', change: put('| 牵头单位 |', '| 单位 |') },
  { rule: 'table-columns', name: 'a cell too few', change: put(' | 各区（新区） |\n| 2 |', ' |\n| 2 |') },
  { rule: 'table-columns', name: 'a cell too many', change: put('| 市环水集团 |', '| 市环水集团 | 市水务局 |') },
  { rule: 'empty-cell', name: 'no lead', change: put('| 市水务局 | 市环水集团 |', '| | 市环水集团 |') },
  { rule: 'empty-cell', name: 'no number', change: put('\n| 7 |', '\n| |') },
  { rule: 'empty-cell', name: 'no task', change: put('| 控制供水管网漏损 |', '| |') },
  { rule: 'heading-level', name: 'a domain one level up', change: put('### （二）增强', '## （二）增强') },
  { rule: 'heading-level', name: 'a section one level down', change: put('## 三、', '### 三、') },
  {
    rule: 'title-mismatch',
    name: 'last year in the notice',
    change: put('《深圳市2024年优化营商环境工作要点》', '《深圳市2023年优化营商环境工作要点》'),
  },
  {
    rule: 'title-mismatch',
    name: 'a character missing in the heading',
    change: put('# 深圳市2024年优化营商环境重点任务清单\n', '# 深圳市2024年优化营商环境任务清单\n'),
  },
  { rule: 'split-paragraph', name: 'a sentence is cut', change: put('办理时限压缩', '办理时\n\n限压缩') },
  {
    rule: 'split-paragraph',
    name: 'a unit’s name is cut',
    change: put('市规划和自然资源局、市交通', '市规划和自\n\n然资源局、市交通'),
  },
  { rule: 'split-paragraph', name: 'the unit list stands alone', change: put('20万份。（', '20万份。\n\n（') },
  { rule: 'page-artifact', name: 'a page number', change: put('\n7. ', '\n— 3 —\n\n7. ') },
  {
    rule: 'page-artifact',
    name: 'a page number inside a point',
    change: put('办理时限压缩', '办理时\n\n- 4 -\n\n限压缩'),
  },
  { rule: 'unknown-unit', name: 'a character missing in a point', change: put('市统计局）', '市计局）') },
  { rule: 'unknown-unit', name: 'a look-alike character in a row', change: put('| 市总工会 |', '| 市总工公 |') },
  {
    rule: 'unknown-unit',
    name: 'two characters swapped in a lead',
    change: put('| 市水务局 | 市环水', '| 市务水局 | 市环水'),
  },
  { rule: 'unknown-unit', name: 'an extra character in a lead', change: put('（市发展改革委）', '（市发展改革革委）') },
  { rule: 'unit-alias', name: 'an alias in a point', change: put('（市发展改革委）', '（市发改委）') },
  { rule: 'unit-alias', name: 'a full name in a row', change: put('| 市发展改革委 |', '| 深圳市发展和改革委员会 |') },
  {
    rule: 'retired-unit',
    name: 'last year’s name in both parts',
    change: (text) => text.replaceAll('市政务和数据局', '市政务服务数据管理局'),
    places: 3,
  },
  {
    rule: 'retired-unit',
    name: 'last year’s name in one cell',
    change: put('| 市政务和数据局 |', '| 市政务服务数据管理局 |', 1),
  },
  {
    rule: 'unit-separator',
    name: 'no separator in a point',
    change: put('市公安局、深圳市税务局', '市公安局深圳市税务局'),
  },
  {
    rule: 'unit-separator',
    name: 'no separator in a row',
    change: put('市公安局、深圳市税务局', '市公安局深圳市税务局', 1),
  },
  { rule: 'unit-separator', name: 'a comma for 、', change: put('市公安局、深圳市税务局', '市公安局，深圳市税务局') },
  {
    rule: 'duplicate-unit',
    name: 'twice in a point',
    change: put('（市发展改革委）', '（市发展改革委、市发展改革委）'),
  },
  {
    rule: 'duplicate-unit',
    name: 'lead and responsible',
    change: put(
      '| 市人力资源保障局、市统计局 | 各区（新区） |',
      '| 市人力资源保障局、市统计局 | 市统计局、各区（新区） |',
    ),
  },
  { rule: 'lead-mismatch', name: 'another unit in the row', change: put('| 市发展改革委 |', '| 市财政局 |') },
  {
    rule: 'lead-mismatch',
    name: 'one unit fewer in the row',
    change: put('| 市市场监管局、市司法局 |', '| 市市场监管局 |'),
  },
  {
    rule: 'lead-mismatch',
    name: 'one unit more in the point',
    change: put('（市发展改革委）', '（市发展改革委、市商务局）'),
  },
  {
    rule: 'lead-order',
    name: 'the other order in the row',
    change: put('| 市市场监管局、市司法局 |', '| 市司法局、市市场监管局 |'),
  },
  { rule: 'missing-lead', name: 'no unit list', change: put('（市发展改革委）', '') },
  {
    rule: 'figure-mismatch',
    name: 'a digit lost in the row',
    change: put('清理隐性壁垒不少于30项', '清理隐性壁垒不少于3项', 1),
  },
  { rule: 'figure-mismatch', name: 'another figure in the point', change: put('65公里', '56公里') },
  { rule: 'figure-mismatch', name: 'another percentage', change: put('95%', '90%', 1) },
  { rule: 'figure-mismatch', name: 'another power of ten', change: put('20万份', '20份', 1) },
  { rule: 'deadline-mismatch', name: 'another month', change: put('2024年9月底', '2024年6月底', 1) },
  { rule: 'deadline-mismatch', name: 'another half-year', change: put('上半年', '下半年', 1) },
  { rule: 'declared-count', name: 'the number of tasks', change: put('12项任务', '13项任务') },
  { rule: 'declared-count', name: 'the number of sections', change: put('三个方面', '四个方面') },
  {
    rule: 'citation-mismatch',
    name: 'a character missing in a document’s title',
    change: put('《深圳市商事登记若干规定》', '《深圳市商事登记规定》', 1),
  },
  {
    rule: 'citation-mismatch',
    name: 'another character in a document’s title',
    change: put('综合保障工作方案》', '综合保障实施方案》', 1),
  },
  {
    rule: 'term-mismatch',
    name: 'two characters swapped in a platform’s name',
    change: put('市政设施信息共享平台，', '市政设施共享信息平台，'),
  },
  { rule: 'term-mismatch', name: 'a quoted name', change: put('“双千兆”', '“双万兆”', 1) },
  {
    rule: 'term-mismatch',
    name: 'a character missing in a system’s name',
    change: put('住所托管管理系统，', '住所托管系统，', 1),
  },
  {
    rule: 'stale-year',
    name: 'last year in both parts',
    change: (text) => text.replaceAll('2024年9月底', '2023年9月底'),
    places: 2,
  },
  { rule: 'unfinished-sentence', name: 'a point without 。', change: put('20万份。（', '20万份（') },
  { rule: 'unfinished-sentence', name: 'a row without 。', change: put('20万份。 |', '20万份 |') },
  {
    rule: 'placeholder',
    name: 'XX in a figure of both parts',
    change: (text) => text.replaceAll('不少于20家', '不少于XX家'),
    places: 2,
  },
  { rule: 'placeholder', name: 'to be decided', change: put('| 市总工会 |', '| 待定 |') },
  { rule: 'unbalanced-mark', name: 'no close of a title', change: put('保障工作方案》，维护', '保障工作方案，维护') },
  { rule: 'unbalanced-mark', name: 'no open of a quotation', change: put('“一照多址”', '一照多址”') },
  { rule: 'document-number', name: 'square brackets', change: put('深营商组〔2024〕2号', '深营商组[2024]2号') },
  {
    rule: 'document-number',
    name: '第 and a leading zero',
    change: put('深营商组〔2024〕2号', '深营商组〔2024〕第02号'),
  },
  {
    rule: 'duplicate-task',
    name: 'a point of the same text',
    change: put(
      '选取约100个重点工业园区开展网络升级，“双千兆”网络覆盖率达到95%以上。（',
      '建设不少于20家线上线下零工市场，开展职业技能培训，规范零工市场秩序。（',
    ),
  },
];

/** The other layout: points at the tier （一）, labelled unit lists, prefixes given once, a column of deadlines, no directory. */
export const yunzhouMistakes: readonly Mistake[] = [
  { rule: 'point-numbering', name: 'a number typed twice', change: put('\n（四）', '\n（三）') },
  { rule: 'row-numbering', name: 'a number typed twice', change: put('\n| （四） |', '\n| （三） |') },
  { rule: 'section-numbering', name: 'a section number left out', change: put('## 二、', '## 三、') },
  { rule: 'missing-row', name: 'a row is gone', change: without(/^\| （五）/) },
  { rule: 'missing-point', name: 'a point is gone', change: without(/^（五）/) },
  {
    rule: 'unit-variant',
    name: 'another usual variant',
    change: put('责任单位：市工信局、商务局', '责任单位：市工业和信息化局、商务局'),
  },
  {
    rule: 'unit-variant',
    name: 'a slip of a name used elsewhere',
    change: put('| 市行政审批局 | 市工信局', '| 市行政审判局 | 市工信局'),
  },
  {
    rule: 'duplicate-unit',
    name: 'twice in one list, the prefix restored',
    change: put('市住建局、生态环境局）', '市住建局、生态环境局、市住建局）'),
  },
  { rule: 'lead-mismatch', name: 'another lead in the row', change: put('| 市委金融办 |', '| 市教育局 |') },
  { rule: 'missing-lead', name: 'no unit list', change: put('（牵头单位：市发改委；责任单位：国网云州供电公司）', '') },
  { rule: 'figure-mismatch', name: 'another figure', change: put('不少于15名', '不少于50名', 1) },
  { rule: 'deadline-mismatch', name: 'another month in the column', change: put('| 2026年6月底 |', '| 2026年9月底 |') },
  { rule: 'deadline-mismatch', name: 'a quarter against a month', change: put('| 2026年3月底 |', '| 2026年6月底 |') },
  { rule: 'declared-count', name: 'the number of tasks', change: put('8项任务', '9项任务') },
  {
    rule: 'citation-mismatch',
    name: 'a character more',
    change: put('《云州市中介服务事项目录》', '《云州市中介服务事项总目录》', 1),
  },
  { rule: 'term-mismatch', name: 'a quoted name', change: put('“金融助企”', '“金融惠企”', 1) },
  { rule: 'stale-year', name: 'last year in the column', change: put('| 2026年10月底 |', '| 2025年10月底 |') },
  {
    rule: 'empty-cell',
    name: 'no lead',
    change: put('| 市发改委 | 国网云州供电公司', '| | 国网云州供电公司'),
  },
  { rule: 'unit-separator', name: 'no separator', change: put('市财政局、市税务局 |', '市财政局市税务局 |') },
  { rule: 'unfinished-sentence', name: 'a row without 。', change: put('参与直接交易。 |', '参与直接交易 |') },
];

/** Changes that only look wrong. */
export const harmless: readonly Omit<Mistake, 'rule' | 'places'>[] = [
  {
    name: 'spaces around figures',
    change: (text) => text.replaceAll('2024年', '2024 年').replaceAll('100个', '100 个'),
  },
  { name: 'full-width digits in one part', change: put('65公里', '６５公里') },
  { name: 'a Chinese number in one part', change: put('5个工作日', '五个工作日') },
  { name: 'a figure in another unit', change: put('20万份', '200000份') },
  { name: 'CRLF line ends', change: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'a byte order mark', change: (text) => `\ufeff${text}` },
  { name: 'no outer pipes', change: (text) => text.replace(/^\| (.*[^ |]) \|$/gm, '$1') },
  { name: 'aligned cells', change: (text) => text.replace(/\| /g, '|   ') },
  { name: 'bold headings of domains', change: (text) => text.replace(/^### (.*)$/gm, '**$1**') },
  { name: 'plain headings', change: (text) => text.replace(/^#{2,3} /gm, '') },
  { name: 'no blank lines between points', change: (text) => text.replace(/\n\n(?=\d+\. )/g, '\n') },
  { name: 'points indented as Word does', change: (text) => text.replace(/^(?=\d+\. )/gm, '\u3000\u3000') },
  { name: 'full-width dots behind numbers', change: (text) => text.replace(/^(\d+)\. /gm, '$1．') },
  {
    name: 'a hotline number in one part',
    change: put('规范零工市场秩序。（', '规范零工市场秩序，开通12345热线专席。（'),
  },
  { name: 'a past year', change: put('自2021年以来', '自2018年以来') },
  {
    name: 'a responsible unit that the point does not name',
    change: put('| 各有关单位 |', '| 市财政局、各区（新区） |'),
  },
  {
    name: 'a sentence more in the row',
    change: put('减少纸质材料20万份。 |', '减少纸质材料20万份。开展企业满意度调查。 |'),
  },
  { name: 'a comment of the author', change: put('\n7. ', '\n<!-- 与市水务局核对 -->\n\n7. ') },
  {
    name: 'a line break between two units of a cell',
    change: put('市水务局、深圳供电局、市燃气集团 |', '市水务局、<br>深圳供电局、<br>市燃气集团 |'),
  },
];
