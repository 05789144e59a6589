import type { DocumentedRule, Example } from '#shared/rules/define-rule.ts';
import { documentedRules } from '#shared/rules/documented.ts';
import type { Locale, Localized } from '#shared/text/localized.ts';
import { fixWords, severityWords } from '../../formats/words.ts';
import type { CommandContext } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { knownRule } from '../known-rule.ts';
import { singleOperand } from '../operands.ts';

const titles = {
  why: { zh: '为什么', en: 'Why' },
  remedy: { zh: '怎么办', en: 'What to do' },
  good: { zh: '不报告', en: 'Not reported' },
  bad: { zh: '报告（⟦ ⟧ 标出位置）', en: 'Reported (⟦ ⟧ mark the place)' },
  says: { zh: '提示：', en: 'Message: ' },
  fixed: { zh: '改为：', en: 'Fixed: ' },
} satisfies Record<string, Localized>;

/** `bizenv explain RULE`: what a rule checks, why, what to do, and texts that show it at work. */
export async function explainCommand(context: CommandContext): Promise<ExitCode> {
  const id = knownRule(
    singleOperand(context, {
      zh: '请写明规则，例如 bizenv explain lead-mismatch。',
      en: 'Name a rule, such as bizenv explain lead-mismatch.',
    }),
  );
  const rule = documentedRules.find((candidate) => candidate.id === id);
  if (rule !== undefined) context.environment.stdout.write(explanation(rule, context.locale));
  return ExitCode.Clean;
}

function explanation({ id, severity, fix, docs, examples }: DocumentedRule, locale: Locale): string {
  const facts = [severityWords[severity][locale], fixWords[fix][locale]].join(locale === 'zh' ? '，' : ', ');
  const bad = examples.filter((example) => 'bad' in example);
  const good = examples.filter((example) => 'good' in example);
  return [
    `${id}  (${facts})`,
    docs.summary[locale],
    ...section(titles.why[locale], [docs.why[locale]]),
    ...section(titles.remedy[locale], [docs.remedy[locale]]),
    ...section(
      titles.bad[locale],
      bad
        .map((example) => badText(example, locale))
        .join('\n\n')
        .split('\n'),
    ),
    ...section(
      titles.good[locale],
      good.map(({ name }) => name[locale]),
    ),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => (line === '' ? '' : `  ${line}`))];
}

/** Of the example only the lines it is about: the whole is a small document. */
function badText({ name, bad, says, fixed }: Extract<Example, { bad: string }>, locale: Locale): string {
  const before = bad.split('\n');
  const unmarked = new Set(bad.replace(/[⟦⟧]/g, '').split('\n'));
  const after = (fixed ?? '').split('\n').filter((line) => !unmarked.has(line));
  return [
    `${name[locale]}${locale === 'zh' ? '：' : ':'}`,
    ...before.filter((line) => /[⟦⟧]/.test(line)),
    // Messages in English are made when a text is checked; an example states the Chinese ones.
    ...(locale === 'zh' ? says.map((message) => titles.says[locale] + message) : []),
    ...after.map((line) => titles.fixed[locale] + line),
  ].join('\n');
}
