import type { SourceText } from '#shared/text/source-text.ts';

/** A place as the JSON output has it: line and column from 1, columns and offset in UTF-16 code units. */
export interface JsonPlace {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export function jsonPlace(source: SourceText, offset: number): JsonPlace {
  const { line, character } = source.positionAt(offset);
  return { line: line + 1, column: character + 1, offset };
}
