import { resolve } from 'node:path';
import type { RuleSettings } from '#shared/rules/run-rules.ts';
import { nearestWord } from '#shared/text/nearest-word.ts';
import { shownPath } from '../../drafts/shown-path.ts';
import { InputError } from '../../files/input-error.ts';
import type { CommandContext } from '../context.ts';
import { knownRule } from '../known-rule.ts';
import type { OptionValues } from '../parse-arguments.ts';
import { wholeNumber } from '../reading-choices.ts';
import type { FixChoice } from './judge-group.ts';
import { type OutputRequest, outputRequests } from './outputs.ts';
import { type Shard, shardOption } from './shard.ts';

/** What one run of `bizenv lint` is asked to do besides reading. */
export interface LintRequest {
  readonly outputs: readonly OutputRequest[];
  /** Undefined: only look. */
  readonly fix: FixChoice;
  /** Print what the fixes would change, and write nothing. */
  readonly dryRun: boolean;
  readonly quiet: boolean;
  readonly maxWarnings: number | undefined;
  readonly shard: Shard | undefined;
  readonly baseline: GivenPath | undefined;
  /** Take out of the baseline what stands for nothing any more. */
  readonly pruneBaseline: boolean;
  readonly writeBaseline: GivenPath | undefined;
  /** A Git revision. */
  readonly changedSince: string | undefined;
  readonly concurrency: number | 'auto';
  readonly cache: { readonly folder: string; readonly shown: string } | undefined;
  readonly stats: boolean;
  readonly watch: boolean;
}

/** A path from the command line: absolute, and as messages name it. */
export interface GivenPath {
  readonly path: string;
  readonly shown: string;
}

/** Options that cannot be used together. */
const conflicts: readonly (readonly [string, readonly string[]])[] = [
  ['stdin', ['fix', 'fix-suggestions', 'fix-dry-run', 'watch', 'shard', 'changed-since']],
  ['write-baseline', ['baseline', 'shard', 'changed-since', 'watch', 'fix-dry-run']],
  // Several shards would write one file at a time, and a dry run says nothing of what is in the files.
  ['prune-baseline', ['write-baseline', 'shard', 'watch', 'fix-dry-run']],
  ['watch', ['fix-dry-run', 'shard', 'fix', 'fix-suggestions']],
];

/** @throws InputError when options contradict one another or have a wrong value. */
export function lintRequest(context: CommandContext): LintRequest {
  const { options, operands, environment } = context;
  if (operands.includes('-')) throw notStdin();
  if (options.has('stdin') && operands.length > 0) throw conflict('--stdin', operands.join(' '));
  for (const [option, others] of conflicts)
    for (const other of others)
      if (options.has(option) && options.has(other)) throw conflict(`--${option}`, `--${other}`);
  if (options.has('stdin-filename') && !options.has('stdin')) throw needs('stdin-filename', 'stdin');
  if (options.has('prune-baseline') && !options.has('baseline')) throw needs('prune-baseline', 'baseline');
  if (options.has('cache-location') && !options.has('cache')) throw needs('cache-location', 'cache');
  const dryRun = options.has('fix-dry-run');
  const given = (name: string): GivenPath | undefined => {
    const value = options.value(name);
    if (value === undefined) return undefined;
    const path = resolve(environment.cwd, value);
    return { path, shown: shownPath(path, environment.cwd) };
  };
  const folder = resolve(environment.cwd, options.value('cache-location') ?? '.bizenvcache');
  return {
    outputs: outputRequests(context, dryRun),
    fix: options.has('fix-suggestions') ? 'all' : options.has('fix') || dryRun ? 'safe' : undefined,
    dryRun,
    quiet: options.has('quiet'),
    maxWarnings: wholeNumber(options, 'max-warnings', 0, Number.MAX_SAFE_INTEGER),
    shard: shardOption(options),
    baseline: given('baseline'),
    pruneBaseline: options.has('prune-baseline'),
    writeBaseline: given('write-baseline'),
    changedSince: options.value('changed-since'),
    concurrency: concurrency(options),
    cache: options.has('cache') ? { folder, shown: shownPath(folder, environment.cwd) } : undefined,
    stats: options.has('stats'),
    watch: options.has('watch'),
  };
}

const MOST_THREADS = 256;

function concurrency(options: OptionValues): number | 'auto' {
  const given = options.value('concurrency') ?? 'auto';
  if (given === 'auto') return 'auto';
  if (given === 'off') return 1;
  const value = Number(given);
  if (/^\d{1,3}$/.test(given) && value >= 1 && value <= MOST_THREADS) return value;
  throw new InputError({
    what: { zh: `--concurrency 的值“${given}”不对`, en: `the value “${given}” of --concurrency is wrong` },
    cure: { zh: `应为 1 到 ${MOST_THREADS}，或 auto、off。`, en: `It must be 1 to ${MOST_THREADS}, auto or off.` },
  });
}

/** What other programs take for standard input. A file of this name is `./-`. */
function notStdin(): InputError {
  return new InputError({
    what: { zh: '没有名为“-”的文件', en: 'there is no file “-”' },
    cure: { zh: '从标准输入读取，请写 --stdin。', en: 'To read from standard input, use --stdin.' },
  });
}

function needs(option: string, other: string): InputError {
  return new InputError({
    what: { zh: `--${option} 只能与 --${other} 一起使用`, en: `--${option} is for --${other} only` },
    cure: { zh: `请加上 --${other}。`, en: `Add --${other}.` },
  });
}

/** `--rule id=severity`, and `--report-unused-directives`. */
export function ruleSettings({ options }: CommandContext): RuleSettings {
  const settings: Record<string, RuleSettings[string]> = {};
  if (options.has('report-unused-directives')) settings['unused-directive'] = 'error';
  for (const given of options.values('rule')) {
    const [id = '', severity = '', ...rest] = given.split('=');
    if (rest.length > 0 || severity === '') throw malformedRule(given);
    settings[knownRule(id)] = knownSeverity(severity);
  }
  return settings;
}

const severities = ['off', 'info', 'warning', 'error'] as const;

function knownSeverity(typed: string): RuleSettings[string] {
  const found = severities.find((severity) => severity === typed);
  if (found !== undefined) return found;
  const near = nearestWord(typed, severities);
  throw new InputError({
    what: { zh: `没有“${typed}”这个级别`, en: `there is no severity “${typed}”` },
    cure:
      near === undefined
        ? { zh: `可用的有：${severities.join('、')}。`, en: `Known: ${severities.join(', ')}.` }
        : { zh: `是不是“${near}”？`, en: `Did you mean “${near}”?` },
  });
}

function malformedRule(given: string): InputError {
  return new InputError({
    what: { zh: `--rule 的写法不对：“${given}”`, en: `--rule is malformed: “${given}”` },
    cure: { zh: '请写成 --rule lead-order=error。', en: 'Write --rule lead-order=error.' },
  });
}

function conflict(option: string, other: string): InputError {
  return new InputError({
    what: { zh: `${option} 不能与 ${other} 同时使用`, en: `${option} cannot be used with ${other}` },
    cure: { zh: '请去掉其中之一。', en: 'Leave one of them out.' },
  });
}
