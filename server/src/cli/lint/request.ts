import { rules } from '#shared/rules/all.ts';
import type { RuleSettings } from '#shared/rules/run-rules.ts';
import { nearestWord } from '#shared/text/nearest-word.ts';
import { InputError } from '../../files/input-error.ts';
import type { CommandContext } from '../context.ts';
import { wholeNumber } from '../reading-choices.ts';

/** What one run of `bizenv lint` is asked to do besides reading. */
export interface LintRequest {
  readonly format: 'stylish' | 'json';
  /** Undefined: only look. */
  readonly fix: 'safe' | 'all' | undefined;
  readonly quiet: boolean;
  readonly maxWarnings: number | undefined;
}

/** @throws InputError when options contradict one another or have a wrong value. */
export function lintRequest({ options, operands }: CommandContext): LintRequest {
  const fix = options.has('fix-suggestions') ? 'all' : options.has('fix') ? 'safe' : undefined;
  if (options.has('stdin')) {
    if (operands.length > 0) throw conflict('--stdin', operands.join(' '));
    if (fix !== undefined) throw conflict('--stdin', fix === 'all' ? '--fix-suggestions' : '--fix');
  } else if (options.has('stdin-filename'))
    throw new InputError({
      what: { zh: '--stdin-filename 只能与 --stdin 一起使用', en: '--stdin-filename is for --stdin only' },
      cure: { zh: '请加上 --stdin。', en: 'Add --stdin.' },
    });
  return {
    format: options.value('format') === 'json' ? 'json' : 'stylish',
    fix,
    quiet: options.has('quiet'),
    maxWarnings: wholeNumber(options, 'max-warnings', 0, Number.MAX_SAFE_INTEGER),
  };
}

/** `--rule id=severity`. */
export function ruleSettings({ options }: CommandContext): RuleSettings {
  const settings: Record<string, RuleSettings[string]> = {};
  for (const given of options.values('rule')) {
    const [id = '', severity = '', ...rest] = given.split('=');
    if (rest.length > 0 || severity === '') throw malformedRule(given);
    settings[knownRule(id)] = knownSeverity(severity);
  }
  return settings;
}

const severities = ['off', 'info', 'warning', 'error'] as const;

/** @throws InputError with the nearest rule when there is none with this id. */
export function knownRule(id: string): string {
  if (rules.some((rule) => rule.id === id)) return id;
  const near = nearestWord(
    id,
    rules.map((rule) => rule.id),
  );
  throw new InputError({
    what: { zh: `没有“${id}”这条规则`, en: `there is no rule “${id}”` },
    cure:
      near === undefined
        ? { zh: '运行 bizenv rules 可列出全部规则。', en: 'bizenv rules lists all rules.' }
        : { zh: `是不是“${near}”？`, en: `Did you mean “${near}”?` },
  });
}

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
