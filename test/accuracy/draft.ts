/**
 * A pair as an officer has it on paper: lines with their parts kept apart, so that a mistake can be made in one of
 * them. It knows nothing of the reader that is being tested.
 */
export interface Layout {
  readonly name: string;
  readonly city: string;
  /** The city in short: 深圳. */
  readonly short: string;
  readonly year: number;
  readonly files: 1 | 2;
  readonly headings: 'marked' | 'bold' | 'plain';
  /** How a point's units are written. */
  readonly units: 'bare' | 'labels' | 'verbs' | 'positional' | 'cornered' | 'divided';
  readonly numbering: 'whole' | 'section' | 'domain';
  readonly domains: boolean;
  readonly columns: readonly Column[];
  readonly sectionRows: boolean;
  /** 所属领域 only in the first row of a run. */
  readonly mergedDomains: boolean;
  /** What stands between two units of a cell. */
  readonly cellSeparator: string;
  /** A table as a formatter leaves it: cells padded with spaces. */
  readonly padded: boolean;
}

export type Column = 'number' | 'domain' | 'task' | 'measures' | 'lead' | 'resp' | 'deadline' | 'all';

export interface TextLine {
  kind: 'text';
  text: string;
}
export interface HeadingLine {
  kind: 'section' | 'domain';
  /** 一 or 十二, without its mark. */
  number: string;
  title: string;
  /** How it stands in the file, where that is not the layout's way. */
  raw?: string;
}
export interface PointLine {
  kind: 'point';
  number: string;
  /** All up to the unit list. */
  body: string;
  lead: string;
  resp: string;
  deadline: string;
  /** The whole parenthesis, where it is not the layout's way. */
  list?: string;
}
export interface HeadLine {
  kind: 'head';
  cells: string[];
}
export interface SectionRowLine {
  kind: 'sectionRow';
  number: string;
  title: string;
  raw?: string;
}
export interface RowLine {
  kind: 'row';
  number: string;
  domain: string;
  task: string;
  measures: string;
  lead: string;
  resp: string;
  deadline: string;
  /** The whole line, where it is not the layout's way. */
  raw?: string;
}
/** Where the second file begins. */
export interface CutLine {
  kind: 'cut';
}
export type Line = TextLine | HeadingLine | PointLine | HeadLine | SectionRowLine | RowLine | CutLine;

export interface Draft {
  readonly layout: Layout;
  lines: Line[];
}

export function copyDraft(draft: Draft): Draft {
  return { layout: draft.layout, lines: draft.lines.map((line) => structuredClone(line)) };
}

export const pointsOf = (draft: Draft): PointLine[] => draft.lines.filter((line) => line.kind === 'point');
export const rowsOf = (draft: Draft): RowLine[] => draft.lines.filter((line) => line.kind === 'row');

/** The texts of the files. */
export function render(draft: Draft): string[] {
  const files: string[][] = [[]];
  let lastDomain = '';
  draft.lines.forEach((line, index) => {
    if (line.kind === 'cut') {
      if (draft.layout.files === 2) files.push([]);
      return;
    }
    const out = files[files.length - 1] as string[];
    const inTable = line.kind === 'row' || line.kind === 'sectionRow';
    if (line.kind === 'row') {
      const shown = draft.layout.mergedDomains && line.domain === lastDomain ? { ...line, domain: '' } : line;
      lastDomain = line.domain;
      out.push(line.raw ?? tableLine(draft.layout, rowCells(shown, draft.layout)));
    } else {
      if (line.kind === 'sectionRow' || line.kind === 'head') lastDomain = '';
      out.push(...renderLine(line, draft.layout));
    }
    const next = draft.lines[index + 1]?.kind;
    if (!(inTable || line.kind === 'head') || !(next === 'row' || next === 'sectionRow')) out.push('');
  });
  return files.map((lines) => `${lines.join('\n').trim()}\n`);
}

function renderLine(line: Exclude<Line, CutLine | RowLine>, layout: Layout): string[] {
  switch (line.kind) {
    case 'text':
      return [line.text];
    case 'section':
      return [line.raw ?? headingText(`${line.number}、${line.title}`, '##', layout)];
    case 'domain':
      return [line.raw ?? headingText(`（${line.number}）${line.title}`, '###', layout)];
    case 'point':
      return [
        `${line.number}${layout.units === 'labels' ? '.' : '. '}${line.body}${line.list ?? unitList(line, layout)}`,
      ];
    case 'head':
      return [
        tableLine(layout, line.cells),
        `|${line.cells.map(() => (layout.padded ? '------------|' : '---|')).join('')}`,
      ];
    case 'sectionRow':
      return [
        line.raw ??
          tableLine(layout, [`<b>${line.number}、${line.title}</b>`, ...layout.columns.slice(1).map(() => '')]),
      ];
  }
}

function headingText(text: string, mark: string, layout: Layout): string {
  if (layout.headings === 'marked') return `${mark} ${text}`;
  return layout.headings === 'bold' ? `**${text}**` : text;
}

export function unitList(point: PointLine, layout: Layout): string {
  const { lead, resp } = point;
  switch (layout.units) {
    case 'bare':
      return `（${lead}）`;
    case 'labels':
      return resp === '' ? `（牵头单位：${lead}）` : `（牵头单位：${lead}；责任单位：${resp}）`;
    case 'verbs':
      return resp === '' ? `（${lead}牵头）` : `（${lead}牵头，${resp}配合）`;
    case 'positional':
      return `（责任单位：${resp === '' ? lead : `${lead}、${resp}`}）`;
    case 'cornered':
      return resp === '' ? `〔${lead}牵头〕` : `〔${lead}牵头，${resp}按职责分工负责〕`;
    case 'divided':
      return `（牵头单位：${lead}；${resp === '' ? '' : `配合单位：${resp}；`}完成时限：${point.deadline}）`;
  }
}

function rowCells(row: RowLine, layout: Layout): string[] {
  const cell = (list: string): string => list.replaceAll(/、(?![^（]*）)/g, layout.cellSeparator);
  return layout.columns.map((column) => {
    if (column === 'lead' || column === 'resp') return cell(row[column]);
    if (column === 'all') return cell(row.resp === '' ? row.lead : `${row.lead}、${row.resp}`);
    return row[column];
  });
}

function tableLine(layout: Layout, cells: readonly string[]): string {
  return layout.padded ? `| ${cells.map((cell) => cell.padEnd(10)).join(' | ')} |` : `| ${cells.join(' | ')} |`;
}

/** A whole row written out, to be changed as text. */
export function rowText(row: RowLine, layout: Layout): string {
  return tableLine(layout, rowCells(row, layout));
}
