import { resolve } from 'node:path';
import type { Carry } from '#shared/drafting/carry.ts';
import { draftNextYear, type KnownNumbers, type Refusal } from '#shared/drafting/draft.ts';
import type { Localized } from '#shared/text/localized.ts';
import type { Draft } from '../../drafts/draft.ts';
import { shownPath } from '../../drafts/shown-path.ts';
import { realPaths } from '../../files/find-files.ts';
import { InputError, type Problem } from '../../files/input-error.ts';
import { checkNewFile, writeNewFile } from '../../files/write-new-file.ts';
import { draftSummary } from '../../formats/draft-summary.ts';
import { visible } from '../../formats/visible.ts';
import type { CommandContext } from '../context.ts';
import { namedDrafts } from '../drafting/named-drafts.ts';
import { ExitCode } from '../exit-code.ts';
import { refuseOperands } from '../operands.ts';
import { givenYear } from '../reading-choices.ts';

/** `bizenv draft`: next year's pair to a file or to standard output, and on standard error what was done to it. */
export async function draftCommand(context: CommandContext): Promise<ExitCode> {
  refuseOperands(context);
  const { environment, options, locale } = context;
  const year = givenYear(options);
  if (year === undefined) throw missing('--year', '--year 2024');
  const carry = readCarry(options.value('carry') ?? 'all');
  const drafts = await sources(context);
  const out = options.value('out');
  const target = out === undefined ? undefined : resolve(environment.cwd, out);
  const shown = target === undefined ? undefined : shownPath(target, environment.cwd);
  if (target !== undefined && shown !== undefined) {
    await refuseSource(target, shown, drafts);
    await checkNewFile(target, shown, options.has('force'));
  }
  const [first] = drafts;
  if (first === undefined) throw missing('--from', '--from 2023.md');
  const outcome = draftNextYear(
    drafts.map(({ document }) => document.source),
    { year, carry, options: first.options },
  );
  if (outcome.kind === 'refused') throw new InputError(problemOf(outcome.why, year, drafts));
  const { stdout } = environment;
  const { text } = outcome.source;
  // To the byte, but for a terminal that would obey it.
  if (target === undefined || shown === undefined) stdout.write(stdout.isTTY ? visible(text, 'lines') : text);
  else await writeNewFile(target, text, shown, options.has('force'));
  environment.stderr.write(draftSummary(outcome, { year, shown }, locale));
  return ExitCode.Clean;
}

/** The one or two files of last year's pair; a file that names the other one brings it along. */
async function sources(context: CommandContext): Promise<readonly Draft[]> {
  const named = context.options.values('from');
  if (named.length === 0) throw missing('--from', '--from 2023.md');
  const { groups } = await namedDrafts(named, context, 'own');
  const drafts = groups.flat();
  if (drafts.length <= 2) return drafts;
  throw new InputError({
    what: { zh: '--from 给出的文件超过两个', en: '--from names more than two files' },
    cure: { zh: '请只给出一对要点和清单。', en: 'Name the files of one pair only.' },
  });
}

/** Even `--force` never replaces last year's file. */
async function refuseSource(target: string, shown: string, drafts: readonly Draft[]): Promise<void> {
  const [real, ...from] = await realPaths([target, ...drafts.map(({ path }) => path)]);
  if (real === undefined || !from.includes(real)) return;
  throw new InputError({
    at: { path: shown },
    what: { zh: '--out 就是上一年的文件', en: '--out is last year’s file itself' },
    cure: { zh: '请换一个文件名。', en: 'Use another name.' },
  });
}

const RANGE = /^(\d{1,5})(?:[-–—~～](\d{1,5}))?$/;
/** More tasks than any pair has; a slip of the finger must not make a list of millions. */
const MOST = 20_000;

function readCarry(given: string): Carry {
  if (given === 'all' || given === 'none') return given;
  const numbers = given.split(/[,，、]/).flatMap((part) => {
    const range = RANGE.exec(part.trim());
    const first = Number(range?.[1]);
    const last = Number(range?.[2] ?? range?.[1]);
    if (range === null || last < first || last > MOST) throw malformedCarry(given);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return [...new Set(numbers)];
}

function malformedCarry(given: string): InputError {
  return new InputError({
    what: { zh: `--carry 的值“${given}”不对`, en: `the value “${given}” of --carry is wrong` },
    cure: { zh: '请写 all、none 或序号，例如 1,5,9-20。', en: 'Write all, none, or numbers such as 1,5,9-20.' },
  });
}

function knownNumbers({ first, last, areCounted }: KnownNumbers): Localized {
  return {
    zh: `任务编号为 ${first} 到 ${last}${areCounted ? '（各部分重新编号，按全文次序计）' : ''}，请核对。`,
    en: `The numbers are ${first} to ${last}${areCounted ? ', counted through the whole part' : ''}; please check.`,
  };
}

function missing(option: string, example: string): InputError {
  return new InputError({
    what: { zh: `缺少 ${option}`, en: `${option} is missing` },
    cure: { zh: `请加上，例如 ${example}。`, en: `Add it, such as ${example}.` },
  });
}

function problemOf(why: Refusal, year: number, drafts: readonly Draft[]): Problem {
  const at = { path: drafts.map(({ document }) => document.source.id).join('、') };
  switch (why.kind) {
    case 'no-pair':
      return { at, ...incomplete[why.missing] };
    case 'year-before':
      return {
        at,
        what: {
          zh: `--year ${year} 早于这份文件的 ${why.year} 年`,
          en: `--year ${year} is before its year, ${why.year}`,
        },
        cure: { zh: `请写 ${why.year + 1} 或以后的年份。`, en: `Use ${why.year + 1} or later.` },
      };
    case 'unknown-numbers': {
      const shown = why.numbers.slice(0, 10).join('、') + (why.numbers.length > 10 ? '……' : '');
      return {
        at,
        what: { zh: `--carry 里的第 ${shown} 项不存在`, en: `--carry names tasks that do not exist: ${shown}` },
        cure: knownNumbers(why.known),
      };
    }
    case 'disagree':
      return { at, ...disagreement(why) };
  }
}

const cure = {
  zh: '要点和清单分成两个文件的，请写两次 --from。',
  en: 'Where the pair is two files, give --from twice.',
};

const incomplete = {
  'work-points': { what: { zh: '没有工作要点，只有清单', en: 'there are no work points, only a task list' }, cure },
  'task-list': { what: { zh: '没有任务清单，只有要点', en: 'there is no task list, only work points' }, cure },
  both: { what: { zh: '没有成对的要点和清单', en: 'there is no pair of work points and task list' }, cure },
} as const;

function disagreement({ about, values }: Extract<Refusal, { kind: 'disagree' }>) {
  const named = values.join('、');
  const what = {
    year: { zh: `两个文件的年份不同：${named}`, en: `the two files are of different years: ${named}` },
    place: { zh: `两个文件的地区不同：${named}`, en: `the two files are of different places: ${named}` },
    parts: {
      zh: '两个文件都有要点，或都有清单，不是一对',
      en: 'both files hold the same part: they are no pair',
    },
  }[about];
  return { what, cure: { zh: '请给出同一年同一对的要点和清单。', en: 'Name the two files of one pair.' } };
}
