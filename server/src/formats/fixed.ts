import type { Locale } from '#shared/text/localized.ts';
import type { LintReport } from './report.ts';
import { fixedLines, summaryLines } from './summary.ts';

/** What `--fix-dry-run` says besides the diff: what would be fixed, and what would remain. */
export function formatFixed(report: LintReport, locale: Locale): string {
  const view = { locale, paint: (_style: unknown, text: string) => text };
  const fixed = fixedLines(report.fixed, view);
  const none = locale === 'zh' ? '没有可以自动修改的问题' : 'Nothing to fix automatically';
  const remains = locale === 'zh' ? '修改后：' : 'After the fixes:';
  return [...(fixed.length === 0 ? [none] : fixed), remains, ...summaryLines(report, view)].join('\n');
}
