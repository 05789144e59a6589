import { type JudgingChoices, judgeGroup } from '../cli/lint/judge-group.ts';
import type { JudgedGroup } from '../cli/lint/judged.ts';
import type { Stopwatch } from '../cli/lint/stats.ts';
import type { DraftReader } from '../drafts/draft-reader.ts';
import { now } from '../launch/clock.ts';
import { noteJudged } from '../launch/judged.ts';
import type { TaskMember } from './protocol.ts';

/** Reads the texts and judges them together: the work of one task, whichever thread does it. */
export async function judgeMembers(
  reader: DraftReader,
  members: readonly TaskMember[],
  judging: JudgingChoices,
  stopwatch: Stopwatch | undefined,
): Promise<JudgedGroup> {
  const drafts = [];
  for (const { path, shown, text } of members) {
    const started = now();
    drafts.push(await reader.readText(text, path, shown));
    stopwatch?.add('reading', now() - started);
  }
  const judged = judgeGroup(drafts, judging, stopwatch?.measure);
  if (judged.files.some((file) => file.holdsParts)) noteJudged();
  return judged;
}
