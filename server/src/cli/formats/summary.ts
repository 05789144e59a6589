import type { Localized } from '#shared/text/localized.ts';
import type { Fixed, LintReport, Summary } from '../lint/report.ts';
import { visible } from '../visible.ts';
import type { View } from './stylish.ts';

/** The last lines of the report: how much was found, and how to get rid of it. */
export function summaryLines({ summary }: LintReport, { locale, paint }: View): readonly string[] {
  const { files, errors, warnings, infos } = summary;
  if (files === 0) return [nothingRead[locale]];
  if (errors + warnings + infos === 0) return [paint('green', `✔ ${clean(files)[locale]}`)];
  const color = errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'cyan';
  return [paint([color, 'bold'], `✖ ${counts(summary)[locale]}`), ...hints(summary).map((hint) => `  ${hint[locale]}`)];
}

/** What `--fix` did, if it did anything. */
export function fixedLine({ findings, files }: Fixed, { locale }: View): readonly string[] {
  if (files.length === 0) return [];
  const names = files.map((file) => visible(file)).join(locale === 'zh' ? '、' : ', ');
  return [
    locale === 'zh' ? `已修改 ${findings} 处，写入 ${names}` : `Fixed ${counted(findings, 'finding')}, wrote ${names}`,
  ];
}

const nothingRead: Localized = {
  zh: '没有读到工作要点或任务清单，无可检查。',
  en: 'No work points and no task list were read: nothing to check.',
};

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

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
