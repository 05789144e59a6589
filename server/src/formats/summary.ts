import type { Localized } from '#shared/text/localized.ts';
import type { Fixed, LintReport, Summary } from './report.ts';
import type { View } from './view.ts';
import { visible } from './visible.ts';

/** The last lines of the report: how much was found, and how to get rid of it. */
export function summaryLines(
  { summary, shard, changedSince, baseline }: LintReport,
  { locale, paint }: Pick<View, 'locale' | 'paint'>,
): readonly string[] {
  const { files, errors, warnings, infos } = summary;
  const known = baseline === undefined || baseline.covered === 0 ? [] : [`  ${coveredText(baseline.covered)[locale]}`];
  if (files === 0)
    return [
      (shard !== undefined ? nothingInShard : changedSince !== undefined ? nothingChanged(changedSince) : nothingRead)[
        locale
      ],
    ];
  if (errors + warnings + infos === 0) return [paint('green', `✔ ${clean(files)[locale]}`), ...known];
  const color = errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'cyan';
  return [
    paint([color, 'bold'], `✖ ${counts(summary)[locale]}`),
    ...known,
    ...hints(summary).map((hint) => `  ${hint[locale]}`),
  ];
}

/** What `--fix` did, if it did anything. */
export function fixedLines(fixed: Fixed | undefined, { locale }: Pick<View, 'locale'>): readonly string[] {
  if (fixed === undefined || fixed.files.length === 0) return [];
  const { findings, files, rules, written } = fixed;
  const names = files.map((file) => visible(file)).join(locale === 'zh' ? '、' : ', ');
  const did = written
    ? { zh: `已修改 ${findings} 处，写入 ${names}`, en: `Fixed ${counted(findings, 'finding')}, wrote ${names}` }
    : { zh: `可修改 ${findings} 处：${names}（未写入）`, en: `Would fix ${counted(findings, 'finding')} in ${names}` };
  const list = Object.entries(rules).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const kinds = list.map(([rule, count]) => `${rule} ${count}`).join(locale === 'zh' ? '，' : ', ');
  return [did[locale], ...(list.length < 2 ? [] : [`  ${kinds}`])];
}

const nothingRead: Localized = {
  zh: '没有读到工作要点或任务清单，无可检查。',
  en: 'No work points and no task list were read: nothing to check.',
};

const nothingInShard: Localized = {
  zh: '这一分片中没有要检查的文件。',
  en: 'This shard holds no file to check.',
};

function nothingChanged(revision: string): Localized {
  const name = visible(revision);
  return { zh: `自 ${name} 以来没有草稿改动。`, en: `No draft has changed since ${name}.` };
}

function coveredText(covered: number): Localized {
  return { zh: `基线中已有的 ${covered} 个未列出`, en: `${counted(covered, 'finding')} of the baseline not listed` };
}

function clean(files: number): Localized {
  return { zh: `${files} 个文件，没有问题`, en: `${counted(files, 'file')}, no findings` };
}

function counts({ files, errors, warnings, infos }: Summary): Localized {
  const all = errors + warnings + infos;
  return {
    zh: `${files} 个文件，${all} 个问题：错误 ${errors}，警告 ${warnings}，提示 ${infos}`,
    en: `${counted(files, 'file')}, ${counted(all, 'finding')}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}, ${counted(infos, 'info')}`,
  };
}

function hints({ fixable, suggested }: Summary): readonly Localized[] {
  const safe = {
    zh: `${fixable} 个可以自动修改：加上 --fix`,
    en: `${fixable} can be fixed automatically: add --fix`,
  };
  const proposed = {
    zh: `${suggested} 个附有修改建议：逐个核对，或加上 --fix-suggestions 后通读`,
    en: `${suggested} come with a suggestion: review them one by one, or add --fix-suggestions and read the result`,
  };
  return [...(fixable === 0 ? [] : [safe]), ...(suggested === 0 ? [] : [proposed])];
}

/** A number with its English noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
