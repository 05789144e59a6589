import { fix, type LintOptions, type LintResult, lint, lintDocuments } from '#shared/lint.ts';
import { SourceText } from '#shared/text/source-text.ts';
import type { Draft } from '../../drafts/draft.ts';
import { keepLineEndings } from '../../files/line-endings.ts';
import { type JudgedGroup, judgedFile } from './judged.ts';

/** Which findings are to be fixed; undefined: none. */
export type FixChoice = 'safe' | 'all' | undefined;

/** What is to be done with drafts besides judging them. */
export interface JudgingChoices {
  readonly fix: FixChoice;
  /** False where nobody asks for the points and rows: kept for a thousand drafts, they are many. */
  readonly withTasks: boolean;
}

/** Judges drafts that belong together by the settings of the first one, and fixes them where asked to. Writes nothing. */
export function judgeGroup(
  group: readonly Draft[],
  { fix: which, withTasks }: JudgingChoices,
  measure?: NonNullable<LintOptions['measure']>,
): JudgedGroup {
  const [first] = group;
  if (first === undefined) return { files: [], failures: [], fixed: {} };
  const options: LintOptions = {
    ...first.options,
    pairs: [group.map((draft) => draft.document.source.id)],
    ...(measure === undefined ? {} : { measure }),
  };
  const documents = group.map((draft) => draft.document);
  if (which === undefined) return judged(group, lintDocuments(documents, options), {}, withTasks);
  const sources = documents.map((document) => document.source);
  const outcome = fix(sources, options, which);
  const texts = outcome.texts.map((text, index) => {
    const kept = keepLineEndings(sources[index]?.text ?? '', text.text);
    return kept === text.text ? text : new SourceText(kept, text.id);
  });
  const isSame = texts.every((text, index) => text === outcome.texts[index]);
  const fixed: Record<string, number> = {};
  for (const { rule } of outcome.fixed) fixed[rule] = (fixed[rule] ?? 0) + 1;
  return judged(group, isSame ? outcome.judged : lint(texts, options), fixed, withTasks);
}

function judged(
  group: readonly Draft[],
  result: LintResult,
  fixed: JudgedGroup['fixed'],
  withTasks: boolean,
): JudgedGroup {
  const files = result.files.map((file, index) => {
    const isChanged = file.source.text !== group[index]?.document.source.text;
    return judgedFile(file, isChanged ? file.source.text : undefined, withTasks);
  });
  const failures = result.failures.map(({ rule, error }) => ({ rule, message: error.message }));
  return { files, failures, fixed };
}
