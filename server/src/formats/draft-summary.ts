import type { NewDraft } from '#shared/drafting/draft.ts';
import type { Replacement } from '#shared/drafting/rename-units.ts';
import type { Locale } from '#shared/text/localized.ts';
import { visible } from './visible.ts';

/** What was done to last year's pair, for the person who goes on with the draft. */
export function draftSummary(
  draft: NewDraft,
  { year, shown }: { readonly year: number; readonly shown: string | undefined },
  locale: Locale,
): string {
  const lines = locale === 'zh' ? chinese(draft, year, shown) : english(draft, year, shown);
  return lines.map((line) => `${visible(line)}\n`).join('');
}

function chinese(draft: NewDraft, year: number, shown: string | undefined): readonly string[] {
  const { from, carried, dropped, doubled, replacements, targets, adjusted, settled, left } = draft;
  return [
    `已由 ${from} 年的文件起草 ${year} 年的要点和清单${shown === undefined ? '' : `：${shown}`}`,
    `  承接任务 ${carried} 项${dropped === 0 ? '' : `，不再列入 ${dropped} 项`}${dropped * carried === 0 ? '' : '，已重新编号'}`,
    ...doubled.map((number) => `  编号 ${number} 的任务不止一项，都已承接`),
    ...(replacements.length === 0
      ? []
      : [
          `  更换单位名称 ${replacements.length} 个、${total(replacements)} 处：`,
          ...replacements.map(({ from: old, to, count }) => `    ${old} → ${to}（${count} 处）`),
        ]),
    ...(targets === 0 ? [] : [`  目标、时限的年份 ${targets} 处已移到 ${year} 年，标有【请确认】`]),
    ...(adjusted.length === 0
      ? []
      : [
          `  随任务取舍更正 ${adjusted.length} 处：`,
          ...adjusted.map(({ message, done }) => `    ${message.zh} → ${done?.zh ?? '已作标记'}`),
        ]),
    ...(settled.length === 0
      ? []
      : [
          `  上一年文件原有的问题 ${settled.length} 处：`,
          ...settled.map(({ message, done }) => `    ${message.zh} → ${done?.zh ?? '已作标记'}`),
        ]),
    ...(left.length === 0
      ? []
      : [`  须手工处理 ${left.length} 处：`, ...left.map(({ message }) => `    ${message.zh}`)]),
    `  接下来：bizenv lint --year ${year} ${shown ?? '草稿.md'}，逐一填补【】和 ×。`,
  ];
}

function english(draft: NewDraft, year: number, shown: string | undefined): readonly string[] {
  const { from, carried, dropped, doubled, replacements, targets, adjusted, settled, left } = draft;
  return [
    `Drafted the pair of ${year} from that of ${from}${shown === undefined ? '' : `: ${shown}`}`,
    `  tasks carried over: ${carried}${dropped === 0 ? '' : `; left out: ${dropped}`}${dropped * carried === 0 ? '' : ', the others renumbered'}`,
    ...doubled.map((number) => `  more than one task has the number ${number}; all were carried over`),
    ...(replacements.length === 0
      ? []
      : [
          `  unit names replaced: ${replacements.length}, in ${total(replacements)} places`,
          ...replacements.map(({ from: old, to, count }) => `    ${old} → ${to} (${count})`),
        ]),
    ...(targets === 0 ? [] : [`  years of targets and deadlines moved to ${year}, marked 【请确认】: ${targets}`]),
    ...(adjusted.length === 0
      ? []
      : [
          `  corrected after tasks were left out: ${adjusted.length}`,
          ...adjusted.map(({ message, done }) => `    ${message.en} → ${done?.en ?? 'marked'}`),
        ]),
    ...(settled.length === 0
      ? []
      : [
          `  what was wrong in last year’s pair already: ${settled.length}`,
          ...settled.map(({ message, done }) => `    ${message.en} → ${done?.en ?? 'marked'}`),
        ]),
    ...(left.length === 0
      ? []
      : [`  to be done by hand: ${left.length}`, ...left.map(({ message }) => `    ${message.en}`)]),
    `  next: bizenv lint --year ${year} ${shown ?? 'draft.md'}, and fill in every 【】 and ×.`,
  ];
}

function total(replacements: readonly Replacement[]): number {
  return replacements.reduce((sum, { count }) => sum + count, 0);
}
