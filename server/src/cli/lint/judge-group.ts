import { type FileResult, fix, type LintOptions, type LintResult, lint, lintDocuments } from '#shared/lint.ts';
import { SourceText } from '#shared/text/source-text.ts';
import type { Draft } from '../../drafts/draft.ts';
import { keepLineEndings } from './line-endings.ts';

/** What became of the drafts of one group. */
export interface JudgedGroup {
  readonly drafts: readonly JudgedDraft[];
  readonly failures: LintResult['failures'];
  /** How many findings were fixed. */
  readonly fixed: number;
}

export interface JudgedDraft {
  readonly draft: Draft;
  readonly result: FileResult;
  /** The text after the fixes; undefined where nothing changed. */
  readonly fixedText: string | undefined;
}

/** Judges drafts that belong together by the settings of the first one, and fixes them where asked to. Writes nothing. */
export function judgeGroup(group: readonly Draft[], which: 'safe' | 'all' | undefined): JudgedGroup {
  const options = optionsOf(group);
  const documents = group.map((draft) => draft.document);
  if (which === undefined || options === undefined) {
    const result = options === undefined ? { files: [], failures: [] } : lintDocuments(documents, options);
    return { drafts: judgedDrafts(group, result), failures: result.failures, fixed: 0 };
  }
  const sources = documents.map((document) => document.source);
  const outcome = fix(sources, options, which);
  const texts = outcome.texts.map((text, index) => {
    const kept = keepLineEndings(sources[index]?.text ?? '', text.text);
    return kept === text.text ? text : new SourceText(kept, text.id);
  });
  const isSame = texts.every((text, index) => text === outcome.texts[index]);
  const result = isSame ? outcome.judged : lint(texts, options);
  return { drafts: judgedDrafts(group, result), failures: result.failures, fixed: outcome.fixed.length };
}

function judgedDrafts(group: readonly Draft[], result: LintResult): readonly JudgedDraft[] {
  return group.flatMap((draft, index) => {
    const file = result.files[index];
    if (file === undefined) return [];
    const isChanged = file.source.text !== draft.document.source.text;
    return [{ draft, result: file, fixedText: isChanged ? file.source.text : undefined }];
  });
}

function optionsOf(group: readonly Draft[]): LintOptions | undefined {
  const [first] = group;
  return first === undefined
    ? undefined
    : { ...first.options, pairs: [group.map((draft) => draft.document.source.id)] };
}
