import { builtInDirectory } from '#server/directories/built-in.ts';
import type { Finding } from '#shared/findings/finding.ts';
import { lint } from '#shared/lint.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { type Draft, render } from './draft.ts';

const directory = builtInDirectory();

/** Everything that is found in a draft, informations too. */
export function judge(draft: Draft): readonly Finding[] {
  const texts = render(draft).map((text, index) => new SourceText(text, `part-${index + 1}.md`));
  const pairs = texts.length > 1 ? [texts.map(({ id }) => id)] : [];
  const result = lint(texts, { directory, pairs });
  if (result.failures.length > 0)
    throw new Error(result.failures.map(({ rule, error }) => `${rule}: ${error}`).join('\n'));
  return result.files.flatMap((file) => file.findings);
}

export const loud = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity !== 'info');
