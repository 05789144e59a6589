/** What words say of the units beside them. `duty` is 责任/负责: the lead where someone else only 配合, else not. */
export type Duty = 'lead' | 'duty' | 'assist';

export interface Label {
  readonly from: number;
  /** Where the text after the label begins. */
  readonly to: number;
  readonly kind: Duty | 'deadline' | 'person';
}

// 牵头责任领导 names a person, 完成时限 a date; the rest name units. A short label needs its colon.
const LABEL = new RegExp(
  '(?:[国省市区县州]级?|我[省市区县州])?(?:' +
    '((?:牵头|主要|第一|主办|主责|责任|配合|协同|协办|协助|参与|参加|落实|实施|承办|承担|完成|组织|联合|共同|分管|督办){1,3}' +
    '(?:单位|部门|主体|机构|领导|人|处室)) ?(?:及分工|和部门)?(:|(?=[\\u3400-\\u9fff]))' +
    '|((?:牵头|主办|主责|责任|配合|协同|协办|协助|参与)) ?:' +
    '|((?:完成|责任|办理|整改|任务)?(?:时限|时间|期限)(?:要求|节点|安排)?) ?:' +
    ')',
  'g',
);

/** Every role label of a flat text, in order: `牵头单位：`, `配合部门：`, `时限要求：`. */
export function findLabels(flat: string): Label[] {
  if (!flat.includes(':') && !BEGINS_WITH_LABEL.test(flat)) return [];
  const labels: Label[] = [];
  for (const found of flat.matchAll(LABEL)) {
    const [whole, long, colon, short, deadline] = found;
    const from = found.index;
    const to = from + whole.length;
    if (deadline !== undefined) labels.push({ from, to, kind: 'deadline' });
    else if (short !== undefined) labels.push({ from, to, kind: dutyOf(short) });
    else if (long !== undefined) {
      // Without a colon only the very first words of a list are a label: `责任单位市税务局`, not `由责任单位落实`.
      if (colon === '' && !(from === 0 && COLONLESS.test(long))) continue;
      labels.push({ from, to, kind: /领导$|人$|分管|督办/.test(long) ? 'person' : dutyOf(long) });
    }
  }
  return labels;
}

const BEGINS_WITH_LABEL = /^(?:[国省市区县州]级?|我[省市区县州])?(?:牵头|责任|配合|协同)(?:单位|部门)/;
const COLONLESS = /^(?:牵头|责任|配合|协同)(?:单位|部门)$/;

function dutyOf(words: string): Duty {
  if (/牵头|主办|主责|主要|第一/.test(words)) return 'lead';
  if (/配合|协同|协办|协助|参与|参加|联合/.test(words)) return 'assist';
  return 'duty';
}

const ENDING =
  /(?:等(?:相关|有关)?(?:单位|部门)?)?(?:(?:按照?|根据|依据?|依照)?(?:各自)?(?:职责|职能|分工)(?:和?分工)?|分别|共同|联合|具体|结合实际|统筹|密切|积极|组织|抓好){0,3}(?:牵头|主办|主责|负责|配合|协助|协同|参与|参加|支持|落实|实施|推进|指导|督导)(?:负责|配合|落实|实施|推进|参与|组织){0,2}[。.]?$/;

/** The last of such words: a cheap look, for most names end otherwise, and the whole pattern takes V8 long to compile. */
const MAY_END = /(?:牵头|主办|主责|负责|配合|协助|协同|参与|参加|支持|落实|实施|推进|指导|督导|组织)[。.]?$/;
/** No such words are longer. */
const LONGEST_ENDING = 48;

/** The role words that a name ends with: `…按职责分工负责`, `…牵头`. `from` is where they begin. */
export function findEnding(flat: string): { from: number; duty: Duty } | undefined {
  const tail = flat.slice(-LONGEST_ENDING);
  if (!MAY_END.test(tail.slice(-3))) return undefined;
  const found = ENDING.exec(tail);
  if (found === null) return undefined;
  const from = flat.length - tail.length + found.index;
  const words = found[0];
  if (/牵头|主办|主责/.test(words)) return { from, duty: 'lead' };
  if (/配合|协助|协同|参与|参加|支持|指导|督导/.test(words)) return { from, duty: 'assist' };
  return { from, duty: 'duty' };
}
