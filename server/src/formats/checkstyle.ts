import type { Locale } from '#shared/text/localized.ts';
import { regionOf } from './region.ts';
import type { LintReport } from './report.ts';
import { emptyTag, openTag } from './xml.ts';

/** Checkstyle XML. */
export function formatCheckstyle(report: LintReport, locale: Locale): string {
  const files = report.files.map(({ path, findings }) =>
    [
      `  ${openTag('file', { name: path })}`,
      ...findings.map((finding) => {
        const { startLine, startColumn } = regionOf(finding);
        const { severity, message, rule } = finding;
        const attributes = { line: startLine, column: startColumn, severity, message: message[locale] };
        return `    ${emptyTag('error', { ...attributes, source: `bizenv.${rule}` })}`;
      }),
      '  </file>',
    ].join('\n'),
  );
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">', ...files, '</checkstyle>', ''].join(
    '\n',
  );
}
