import { resolve } from 'node:path';
import type { RuleSettings } from '#shared/rules/run-rules.ts';
import type { ConfigChoice } from '../config/config-store.ts';
import { EARLIEST_YEAR, LATEST_YEAR } from '../config/year-bounds.ts';
import type { ReadingChoices } from '../drafts/draft-reader.ts';
import { shownPath } from '../drafts/shown-path.ts';
import { InputError } from '../files/input-error.ts';
import type { CommandContext } from './context.ts';
import type { OptionValues } from './parse-arguments.ts';

/** The options `--config`, `--no-config`, `--units` and `--year`, which several commands have. */
export function readingChoices({ options, environment }: CommandContext, rules: RuleSettings): ReadingChoices {
  const { cwd } = environment;
  return {
    cwd,
    config: configChoice(options, cwd),
    units: options.values('units').map((given) => {
      const path = resolve(cwd, given);
      return { path, at: { path: shownPath(path, cwd) } };
    }),
    year: givenYear(options),
    rules,
  };
}

function configChoice(options: OptionValues, cwd: string): ConfigChoice {
  const file = options.value('config');
  if (!options.has('no-config')) return file === undefined ? 'nearest' : { file: resolve(cwd, file) };
  if (file === undefined) return 'none';
  throw new InputError({
    what: { zh: '--config 不能与 --no-config 同时使用', en: '--config cannot be used with --no-config' },
    cure: { zh: '请去掉其中之一。', en: 'Leave one of them out.' },
  });
}

/** `--year`. @throws InputError for what is no year of a document. */
export function givenYear(options: OptionValues): number | undefined {
  return wholeNumber(options, 'year', EARLIEST_YEAR, LATEST_YEAR);
}

/** The value of an option that is a whole number. @throws InputError when it is none, or out of bounds. */
export function wholeNumber(options: OptionValues, name: string, least: number, most: number): number | undefined {
  const given = options.value(name);
  if (given === undefined) return undefined;
  const value = Number(given);
  if (/^\d{1,15}$/.test(given) && value >= least && value <= most) return value;
  const years = { zh: ` ${least} 到 ${most} 之间的年份`, en: `a year from ${least} to ${most}` };
  const count = { zh: '不小于零的整数', en: 'a whole number, zero or more' };
  const expected = most === Number.MAX_SAFE_INTEGER ? count : years;
  throw new InputError({
    what: { zh: `--${name} 的值“${given}”不对`, en: `the value “${given}” of --${name} is wrong` },
    cure: { zh: `应为${expected.zh}。`, en: `It must be ${expected.en}.` },
  });
}
