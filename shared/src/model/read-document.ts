import { readBlocks } from '../markdown/read-blocks.ts';
import type { Memory } from '../memory/memory.ts';
import { normalForm } from '../text/normal-form.ts';
import type { SourceText } from '../text/source-text.ts';
import type { UnitDirectory } from '../units/unit.ts';
import type { ColumnSynonyms } from './columns.ts';
import { readLeadConvention } from './lead-convention.ts';
import type { PolicyDocument } from './policy-document.ts';
import { readDirectives } from './read-directives.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { readTaskLists } from './read-task-list.ts';
import { readPlace, readTitleYear, titleTexts } from './read-title.ts';
import { readWorkPoints } from './read-work-points.ts';
import type { TableContext } from './task-lines.ts';
import { readTierNumber } from './tier-marks.ts';

export interface ReadOptions {
  readonly directory: UnitDirectory;
  /** The year that the caller asks for (`--year`): goes before all that the document says. */
  readonly year?: number | undefined;
  /** The year of the configuration: goes before the title's, not before the front matter's. */
  readonly defaultYear?: number | undefined;
  /** Words of a project's own for columns' headers. */
  readonly columns?: ColumnSynonyms | undefined;
  /** Of earlier versions of the same text: what did not change is not read again. */
  readonly readingMemory?: Memory | undefined;
}

/** Reads one file. Any text can be read: what is not understood is left out, nothing throws. */
export function readDocument(source: SourceText, options: ReadOptions): PolicyDocument {
  const memory = options.readingMemory;
  memory?.begin(options.directory, JSON.stringify(options.columns ?? {}));
  const blocks = readBlocks(source);
  const frontMatter = readFrontMatter(source, blocks);
  const leadConvention = readLeadConvention(blocks);
  const context: TableContext = {
    source,
    directory: options.directory,
    convention: leadConvention,
    synonyms: options.columns ?? {},
    memo: new WeakMap(),
    memory,
  };
  const workPoints = readWorkPoints(source, blocks, context);
  const taskLists = readTaskLists(blocks, context);
  const partHeadings = [...workPoints, ...taskLists].map(({ heading }) => heading);
  const titles = titleTexts(blocks, partHeadings);
  // A numbered heading names a section; a line before it may be the title.
  const title = titles.find((text) => text.length > 0 && readTierNumber(text) === undefined);
  const titleYear = firstOf(titles, readTitleYear);
  const { year, yearSpan } = yearOf(options, frontMatter, titleYear);
  const hasHeading =
    partHeadings.some((heading) => heading !== undefined) || blocks.some(({ kind }) => kind === 'heading');
  return {
    source,
    blocks,
    frontMatter,
    year,
    yearSpan,
    lastYear: titleYear?.lastYear,
    place: frontMatter.place ?? firstOf(titles, ({ text }) => readPlace(text)),
    title: hasHeading && title !== undefined ? normalForm(title.text) : undefined,
    workPoints,
    taskLists,
    directives: readDirectives(blocks),
    leadConvention,
  };
}

function yearOf(
  { year, defaultYear }: ReadOptions,
  frontMatter: PolicyDocument['frontMatter'],
  titleYear: ReturnType<typeof readTitleYear>,
): Pick<PolicyDocument, 'year' | 'yearSpan'> {
  if (year !== undefined) return { year, yearSpan: undefined };
  if (frontMatter.year !== undefined) return { year: frontMatter.year, yearSpan: frontMatter.yearSpan };
  if (defaultYear !== undefined) return { year: defaultYear, yearSpan: undefined };
  return { year: titleYear?.year, yearSpan: titleYear?.span };
}

function firstOf<T, R>(items: readonly T[], read: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = read(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
