import type { NewDraft } from '#shared/drafting/draft.ts';
import type { Replacement } from '#shared/drafting/rename-units.ts';
import type { Settled } from '#shared/drafting/settle.ts';
import type { Locale, Localized } from '#shared/text/localized.ts';
import { markdownTable, markdownText } from '../../../formats/markdown-text.ts';

/** What was done to last year's pair, in a few sentences. */
export function draftSummary(draft: NewDraft, year: number, locale: Locale): string {
  const { from, carried, dropped, replacements, targets, settled, left } = draft;
  const places = replacements.reduce((sum, { count }) => sum + count, 0);
  const facts: readonly (Localized | false)[] = [
    {
      zh: `已由 ${from} 年的文件起草 ${year} 年的要点和清单：承接任务 ${carried} 项${dropped === 0 ? '' : `，不再列入 ${dropped} 项`}`,
      en: `Drafted the pair of ${year} from that of ${from}: tasks carried over ${carried}${dropped === 0 ? '' : `, left out ${dropped}`}`,
    },
    replacements.length > 0 && {
      zh: `更换单位名称 ${replacements.length} 个、${places} 处`,
      en: `unit names replaced ${replacements.length} (places: ${places})`,
    },
    targets > 0 && { zh: `年份移后待确认 ${targets} 处`, en: `years moved, to be confirmed ${targets}` },
    settled.length > 0 && {
      zh: `上一年原有问题 ${settled.length} 处`,
      en: `wrong already ${settled.length}`,
    },
    left.length > 0 && { zh: `须手工处理 ${left.length} 处`, en: `to be done by hand ${left.length}` },
  ];
  const told = facts.flatMap((fact) => (fact === false ? [] : fact[locale]));
  return locale === 'zh' ? `${told.join('；')}。` : `${told.join('; ')}.`;
}

/** All of it, as Markdown. */
export function draftDetails(draft: NewDraft, year: number, locale: Locale): string {
  const words = locale === 'zh' ? chinese : english;
  const { replacements, adjusted, settled, left, targets } = draft;
  const lines = [
    `# ${words.title(draft.from, year)}`,
    '',
    draftSummary(draft, year, locale),
    '',
    words.next,
    ...section(
      words.replacements,
      replacements.length > 0 &&
        markdownTable(
          words.replacementColumns,
          replacements.map(({ from, to, count, why }) => [
            markdownText(from),
            markdownText(to),
            String(count),
            words.reasons[why],
          ]),
        ),
    ),
    ...section(words.targets, targets > 0 && [words.confirm(targets)]),
    ...section(words.adjusted, adjusted.length > 0 && settledLines(adjusted, words, locale)),
    ...section(words.settled, settled.length > 0 && settledLines(settled, words, locale)),
    ...section(words.left, left.length > 0 && left.map(({ message }) => `- ${markdownText(message[locale])}`)),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, lines: readonly string[] | false): readonly string[] {
  return lines === false ? [] : ['', `## ${title}`, '', ...lines];
}

function settledLines(settled: readonly Settled[], { marked }: Words, locale: Locale): readonly string[] {
  return settled.map(
    ({ message, done }) => `- ${markdownText(message[locale])} → ${markdownText(done?.[locale] ?? marked)}`,
  );
}

interface Words {
  readonly next: string;
  readonly replacements: string;
  readonly replacementColumns: readonly string[];
  readonly reasons: Readonly<Record<Replacement['why'], string>>;
  readonly targets: string;
  readonly adjusted: string;
  readonly settled: string;
  readonly marked: string;
  readonly left: string;
  title(from: number, year: number): string;
  confirm(targets: number): string;
}

const chinese: Words = {
  title: (from, year) => `由 ${from} 年起草 ${year} 年：做了哪些改动`,
  next: '其余文字与上一年一致。接下来请在“问题”面板中逐一处理【请确认】和 ×。',
  replacements: '更换的单位名称',
  replacementColumns: ['上一年', '新一年', '处数', '原因'],
  reasons: { retired: '名称已变更', spelling: '不是规范简称', separator: '单位之间缺少顿号' },
  targets: '移后的年份',
  confirm: (targets) => `目标、时限的年份 ${targets} 处已移后，后面标有【请确认】。`,
  adjusted: '随任务取舍更正的计数和编号',
  settled: '上一年文件原有的问题',
  marked: '已作标记',
  left: '须手工处理',
};

const english: Words = {
  title: (from, year) => `From ${from} to ${year}: what was changed`,
  next: 'Everything else is as it was. Next, decide on every 【请确认】 and × in the Problems panel.',
  replacements: 'Unit names replaced',
  replacementColumns: ['last year', 'this year', 'places', 'why'],
  reasons: { retired: 'the name has changed', spelling: 'not the short name', separator: 'names ran together' },
  targets: 'Years moved',
  confirm: (targets) => `Years of targets and deadlines that were moved, each followed by 【请确认】: ${targets}.`,
  adjusted: 'Counts and numbers corrected after tasks were left out',
  settled: 'What was wrong in last year’s pair already',
  marked: 'marked',
  left: 'To be done by hand',
};
