import type { TableRow } from '../markdown/block.ts';
import type { SourceText } from '../text/source-text.ts';
import type { ColumnSynonyms } from './columns.ts';
import type { ProseContext } from './find-units.ts';
import type { TaskTable } from './policy-document.ts';

/** What the lines of a table are read with. */
export interface TableContext extends ProseContext {
  readonly source: SourceText;
  readonly synonyms: ColumnSynonyms;
}

/** A table of tasks with its lines below the header. */
export interface TaskLines {
  readonly table: TaskTable;
  readonly lines: readonly TableRow[];
}
