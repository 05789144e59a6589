import type { LintOptions } from '../lint.ts';
import { readDocument } from '../model/read-document.ts';
import type { SourceText } from '../text/source-text.ts';
import { alignTables, fixOnly, nestHeadings } from './tidy.ts';

/** The rules whose safe fixes change how a document is laid out and punctuated, never a word of it. */
const LAYOUT_RULES = ['heading-level', 'split-paragraph', 'split-table', 'cell-break', 'halfwidth-punctuation'];

/**
 * The safe clean-up of one document: headings at the levels of their tiers, points in one paragraph, one aligned table,
 * Chinese punctuation. A document that has been formatted stays as it is; so does one that holds neither part.
 */
export function formatDocument(source: SourceText, options: LintOptions): SourceText {
  const { workPoints, taskLists } = readDocument(source, options);
  if (workPoints.length + taskLists.length === 0) return source;
  let current = source;
  // What one step changes can give another one something to do; each only ever takes disorder away.
  for (let pass = 0; pass < 4; pass++) {
    const before = current;
    current = fixOnly(current, LAYOUT_RULES, options, 'safe').source;
    if (options.rules?.['heading-level'] !== 'off') current = nestHeadings(current, options);
    current = alignTables(current, options);
    if (current.text === before.text) break;
  }
  return current;
}
