import type { TableCell } from '../../markdown/block.ts';
import { writtenRows } from '../../markdown/written-rows.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Subject } from '../subject.ts';

/** One stretch of writing that is judged by itself: a heading, a paragraph, or a cell of the task list. */
export interface WrittenText {
  readonly source: SourceText;
  readonly content: MappedText;
  readonly kind: 'heading' | 'paragraph' | 'cell';
}

/** Everything written in the subject's documents, in order; tables that are no task list are none of our business. */
export function* writtenTexts(subject: Subject): Generator<WrittenText> {
  const lists = new Set(subject.taskLists.flatMap(({ tables }) => tables.map(({ block }) => block)));
  for (const { source, blocks } of subject.documents) {
    for (const block of blocks) {
      if (block.kind === 'heading' || block.kind === 'paragraph') {
        yield { source, content: block.content, kind: block.kind };
      } else if (block.kind === 'table' && lists.has(block)) {
        const cells: TableCell[] = writtenRows(block).flatMap((row) => row.cells);
        for (const { content } of cells) yield { source, content, kind: 'cell' };
      }
    }
  }
}
