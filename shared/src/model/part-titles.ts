import type { Block } from '../markdown/block.ts';
import { MappedText } from '../text/mapped-text.ts';
import { nameForm } from '../text/normal-form.ts';
import type { ProseBlock } from './read-items.ts';
import { readPlace } from './read-title.ts';
import { readTierNumber } from './tier-marks.ts';

const POINTS =
  /工作要点|行动计划|行动方案|实施方案|工作方案|分工方案|任务分工|工作计划|推进计划|改革方案|提升方案|实施意见|若干意见|若干措施|政策措施|举措|措施|要点|意见|方案|计划|[十百\d]条|重点任务|重点工作/;
const LIST = /清单|分工表|任务表|分解表|一览表|台账|明细表|安排表|责任表|任务分解|任务分工|计划表|对照表|任务书|附表/;
/** Papers that send a part along, and are none. */
const COVER =
  /的?(?:通知|通报|函|请示|报告|批复|公告|公示|解读|说明|会议纪要|令)(?:\(.{0,20}\))?$|^关于印发|领导小组文件$|办公室文件$|政府文件$/;
const SUBJECT =
  /营商环境|放管服|改革|便民|企业|优化|20\d\d年|[二〇零一三四五六七八九]{4}年|政务服务|市场主体|经济|发展|服务/;

export type PartKind = 'points' | 'list';

/** What a title names; undefined for a text that is no title of a part. */
export function partKind(text: string): PartKind | undefined {
  // Most lines end a sentence before any bracket that could end a title.
  if (text.length > 120 || /^[^(（]*。/.test(text)) return undefined;
  const form = nameForm(text).replace(
    /\((?:试行|暂行|修订版?|征求意见稿|送审稿|草案|代拟稿|讨论稿|.{0,6}稿|20\d\d.{0,12})\)$/,
    '',
  );
  if (form.length > 70 || /[。;;!?]/.test(form) || COVER.test(form)) return undefined;
  const tail = form.slice(-14);
  // 任务分工方案 is a plan, 任务分工表 a list.
  if (/(?:方案|计划|意见|措施|举措|要点|条)$/.test(form)) return 'points';
  if (LIST.test(tail)) return 'list';
  return POINTS.test(tail) ? 'points' : undefined;
}

/** The blocks that are titles of parts, each with the title's words: a long title is set in two lines, the end in the block. */
export function readPartTitles(blocks: readonly Block[]): ReadonlyMap<Block, MappedText> {
  const titles = new Map<Block, MappedText>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') continue;
    const before = blocks[index - 1];
    const whole =
      before !== undefined && beginsTitle(before, block) ? joined(before.content, block.content) : undefined;
    if (whole !== undefined && isTitle(block, whole)) titles.set(block, whole);
    else if (isTitle(block, block.content)) titles.set(block, block.content);
  }
  return titles;
}

/** True for an unnumbered block that can be the title of a part: a heading, or a short line that names its subject. */
function isTitle(block: ProseBlock, text: MappedText): boolean {
  if (partKind(text.text) === undefined || readTierNumber(block.content) !== undefined) return false;
  const form = nameForm(text.text);
  if (!SUBJECT.test(form)) return false;
  if (block.kind === 'heading' || block.bold) return true;
  return form.length <= (text === block.content ? 50 : 70) && !/[,:]/.test(form);
}

/** `镇江市2015年推进简政放权` above `转变政府职能工作方案`: the first line names place, year or subject, the second does not. */
function beginsTitle(before: Block, block: ProseBlock): before is ProseBlock {
  if (before.kind !== block.kind || before.content.length > 45 || block.content.length > 45) return false;
  if (before.kind === 'heading' && block.kind === 'heading' && before.level !== block.level) return false;
  if (before.kind === 'paragraph' && block.kind === 'paragraph' && before.bold !== block.bold) return false;
  const [first, second] = [nameForm(before.content.text), nameForm(block.content.text)];
  if (/[,.。;!?:、]$|[,。;!?:]|[号日]$|文件$/.test(first)) return false;
  if (IMPRINT.test(first) && !first.includes('关于')) return false;
  if (partKind(first) !== undefined || readTierNumber(before.content) !== undefined) return false;
  const names = (text: string) => readPlace(text) !== undefined || /^(?:19|20)\d\d年|^关于/.test(text);
  return (names(first) || first.includes('关于')) && !names(second) && !/^[附(]/.test(second);
}

/** A body that signs, or sends: `某市人民政府办公室`. */
const IMPRINT = /(?:政府|办公[厅室]|委员会|领导小组|小组|局|厅|委|院|部)$/;

function joined(first: MappedText, second: MappedText): MappedText {
  return MappedText.concat([
    first,
    MappedText.replacing('\n', { start: first.span.end, end: second.span.start }),
    second,
  ]);
}
