import type { Place } from '#shared/findings/finding.ts';

/** A place by lines and columns, both from 1; columns in UTF-16 code units, the end exclusive. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function regionOf({ source, start, end }: Place): Region {
  const from = source.positionAt(start);
  const to = source.positionAt(end);
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}
