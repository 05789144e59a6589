import type { TableCell, TableRow } from '../markdown/block.ts';
import type { Span } from '../text/span.ts';
import type { ColumnRole, NumberLabel, Point, Row, UnitList } from './policy-document.ts';

/** Parts of the model as they are where all their text stands `offset` code units further on. */

function movedSpan({ start, end }: Span, offset: number): Span {
  return { start: start + offset, end: end + offset };
}

export function movedUnits(list: UnitList, offset: number): UnitList {
  return {
    span: movedSpan(list.span, offset),
    spans: list.spans.map((span) => movedSpan(span, offset)),
    mentions: list.mentions.map((mention) => ({ ...mention, text: mention.text.movedBy(offset) })),
    namesLead: list.namesLead,
    namesSupport: list.namesSupport,
    separators: list.separators.map((separator) => separator.movedBy(offset)),
  };
}

export function movedPoint(point: Point, offset: number): Point {
  return {
    ...point,
    label: movedLabel(point.label, offset),
    pieces: point.pieces.map(({ block, content, joins }) => ({
      block: { ...block, span: movedSpan(block.span, offset), content: block.content.movedBy(offset) },
      content: content.movedBy(offset),
      joins,
    })),
    text: point.text.movedBy(offset),
    units: point.units && movedUnits(point.units, offset),
    deadline: point.deadline?.movedBy(offset),
    span: movedSpan(point.span, offset),
  };
}

/** The row's own cells and texts; what it took over from lines above it stays where it was. */
export function movedRow(row: Row, offset: number): Row {
  const tableRow = movedTableRow(row.tableRow, offset);
  const cells: Partial<Record<ColumnRole, TableCell>> = {};
  for (const [role, cell] of Object.entries(row.cells) as [ColumnRole, TableCell][])
    cells[role] = tableRow.cells[row.tableRow.cells.indexOf(cell)] ?? cell;
  return {
    ...row,
    tableRow,
    cells,
    label: row.label && movedLabel(row.label, offset),
    domain: row.domain === row.cells.domain?.content ? row.domain?.movedBy(offset) : row.domain,
    task: row.task?.movedBy(offset),
    measures: row.measures?.movedBy(offset),
    leadUnits: row.leadUnits && movedUnits(row.leadUnits, offset),
    responsibleUnits: row.responsibleUnits && movedUnits(row.responsibleUnits, offset),
    deadline: row.deadline?.movedBy(offset),
    span: movedSpan(row.span, offset),
  };
}

/** A line of a table whose cells hold no comments. */
export function movedTableRow({ span, cells }: TableRow, offset: number): TableRow {
  return {
    span: movedSpan(span, offset),
    cells: cells.map(
      (cell): TableCell => ({
        ...cell,
        span: movedSpan(cell.span, offset),
        content: cell.content.movedBy(offset),
        breaks: cell.breaks.map((one) => movedSpan(one, offset)),
      }),
    ),
  };
}

function movedLabel(label: NumberLabel, offset: number): NumberLabel {
  return { ...label, digits: movedSpan(label.digits, offset), span: movedSpan(label.span, offset) };
}
