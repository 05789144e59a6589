import { nameForm } from '../text/normal-form.ts';
import type { ProseBlock } from './read-items.ts';
import { readTierNumber } from './tier-marks.ts';

const POINTS =
  /工作要点|行动计划|行动方案|实施方案|工作方案|分工方案|任务分工|工作计划|推进计划|改革方案|提升方案|实施意见|若干意见|若干措施|政策措施|举措|措施|要点|意见|方案|计划|[十百\d]+条|重点任务|重点工作/;
const LIST = /清单|分工表|任务表|分解表|一览表|台账|明细表|安排表|责任表|任务分解|任务分工|计划表|对照表|任务书|附表/;
/** Papers that send a part along, and are none. */
const COVER =
  /的?(?:通知|通报|函|请示|报告|批复|公告|公示|解读|说明|会议纪要|令)(?:\(.{0,20}\))?$|^关于印发|领导小组文件$|办公室文件$|政府文件$/;
const SUBJECT =
  /营商环境|放管服|改革|便民|企业|优化|20\d\d年|[二〇零一三四五六七八九]{4}年|政务服务|市场主体|经济|发展|服务/;

export type PartKind = 'points' | 'list';

/** What a title names; undefined for a text that is no title of a part. */
export function partKind(text: string): PartKind | undefined {
  if (text.length > 120) return undefined;
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

/** True for an unnumbered block that can be the title of a part: a heading, or a short line that names its subject. */
export function isPartTitle(block: ProseBlock): boolean {
  if (partKind(block.content.text) === undefined || readTierNumber(block.content) !== undefined) return false;
  const form = nameForm(block.content.text);
  if (!SUBJECT.test(form)) return false;
  if (block.kind === 'heading' || block.bold) return true;
  return form.length <= 50 && !/[,:]/.test(form);
}
