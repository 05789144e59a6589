import type {
  Block,
  HeadingBlock,
  HtmlComment,
  ParagraphBlock,
  TableBlock,
  TableCell,
  TableRow,
} from '../markdown/block.ts';
import type { MappedText } from '../text/mapped-text.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';

/** Everything that was read out of one file. Plain data with source ranges; no rule runs here. */
export interface PolicyDocument {
  readonly source: SourceText;
  readonly blocks: readonly Block[];
  readonly frontMatter: FrontMatter;
  /** The year the document speaks for: the caller's, else the front matter's, else the caller's default, else the title's. */
  readonly year: number | undefined;
  /** Where `year` stands in the title or the front matter; undefined when the caller gave it. */
  readonly yearSpan: Span | undefined;
  /** The last year of a range in the title (`2023—2025年`); else undefined. */
  readonly lastYear: number | undefined;
  /** The place that issues it, as in the title: `深圳市`, `云南省`, `海口市龙华区`. */
  readonly place: string | undefined;
  /** The first part's heading, else the first heading, white space dropped. */
  readonly title: string | undefined;
  readonly workPoints: readonly WorkPoints[];
  readonly taskLists: readonly TaskList[];
  readonly directives: readonly Directive[];
  /** How unlabelled unit lists name the lead. */
  readonly leadConvention: LeadConvention;
}

/**
 * `all`: units of an unlabelled list are all leads (the document says nothing else);
 * `first`: the document declares that the unit named first leads (`排在首位的为牵头单位`).
 */
export type LeadConvention = 'all' | 'first';

/** The few keys of a file's front matter that concern us. Unknown keys are left alone. */
export interface FrontMatter {
  readonly year?: number;
  readonly yearSpan?: Span;
  /** Path of the file that holds the other part, as written, relative to this file. */
  readonly pair?: string;
  readonly place?: string;
}

/** The four tiers of numbering, by their marks: `一、` `（一）` `1.` `（1）`. */
export type Tier = 'section' | 'domain' | 'point' | 'subpoint';
export type TierMark = '一、' | '（一）' | '1.' | '（1）';

/** A heading of a part, a section or a domain, whatever its Markdown looks like. */
export interface Heading {
  readonly block: HeadingBlock | ParagraphBlock;
  /** Markdown level 1 to 6; 0 for a bold or plain paragraph. */
  readonly level: number;
  readonly style: 'heading' | 'bold' | 'plain';
  /** The mark that numbers it, and where (`一、`, `（一）`); undefined for a part's title. */
  readonly label: NumberLabel | undefined;
  /** The text after the mark, without a closing 。 and without a unit list. */
  readonly title: MappedText;
  /** A unit list that stands behind the heading (`（一）市场准入（市市场监管局牵头）`): it serves the points below. */
  readonly units: UnitList | undefined;
  readonly span: Span;
}

/** A number as typed. */
export interface NumberLabel {
  readonly value: number;
  /** The second number of `3-1` or `3.1`. */
  readonly sub: number | undefined;
  readonly mark: TierMark | 'cell';
  /** The digits or numerals alone, e.g. `12` of `12.`: what a renumbering replaces. */
  readonly digits: Span;
  /** The whole mark with its punctuation, e.g. `（一）`. */
  readonly span: Span;
}

/** The prose part: 工作要点, 行动计划, 实施方案, … */
export interface WorkPoints {
  readonly source: SourceText;
  readonly heading: Heading | undefined;
  readonly span: Span;
  readonly sections: readonly Section[];
  /** All domains in order, those of all sections. */
  readonly domains: readonly Domain[];
  readonly points: readonly Point[];
  /** The mark that the points carry in this document. */
  readonly pointMark: TierMark;
  /** Where the numbers of the points start again at 1. */
  readonly restarts: 'never' | 'section' | 'domain';
  /** Items of the points' tier that state no task (`（一）指导思想` of 总体要求, those of 保障措施): they take numbers all the same. */
  readonly otherNumbers: readonly NumberLabel[];
}

export interface Section {
  readonly heading: Heading;
  readonly domains: readonly Domain[];
  readonly points: readonly Point[];
}

export interface Domain {
  readonly heading: Heading;
  readonly section: Section | undefined;
  /**
   * The `（一）` above a `1.` heading, where the points are `（1）`; else undefined. Such a lower heading is its points'
   * `domain`, but stands in no list of domains.
   */
  readonly parent: Domain | undefined;
  readonly points: readonly Point[];
}

export interface Point {
  readonly source: SourceText;
  readonly label: NumberLabel;
  readonly section: Section | undefined;
  readonly domain: Domain | undefined;
  /** The blocks it is made of, in order: more than one where a page break split it, or where it has sub-items. */
  readonly pieces: readonly PointPiece[];
  /** The point's words: no number, no unit list; pieces joined as they would read. */
  readonly text: MappedText;
  readonly units: UnitList | undefined;
  /** The deadline that stands with the units (`…，6月底完成）`), not those inside the text. */
  readonly deadline: MappedText | undefined;
  /** From the number to the end of the last piece. */
  readonly span: Span;
}

export interface PointPiece {
  readonly block: HeadingBlock | ParagraphBlock;
  /** This block's share of the point: number and unit list included. */
  readonly content: MappedText;
  /**
   * How this piece follows the one before: `broken` – the sentence or the unit list was cut (a page break);
   * `continued` – a new sentence of the same point; `sub-item` – a numbered item below it; `first` – the first piece.
   */
  readonly joins: 'first' | 'broken' | 'continued' | 'sub-item';
}

export type UnitRole = 'lead' | 'responsible';

/** The units of a point, a heading, or a cell. */
export interface UnitList {
  /** The whole list: with its brackets in prose, the cell's text in a table. */
  readonly span: Span;
  /** Each bracket of it: more than one where a point names units after several of its sentences; `span` is the last. */
  readonly spans: readonly Span[];
  readonly mentions: readonly UnitMention[];
  /** True where words of the list itself say who leads (`牵头单位：`, `…牵头`), not only its place. */
  readonly namesLead: boolean;
  /** True where words of the list itself say who supports the others (`配合单位：`, `…配合`). */
  readonly namesSupport: boolean;
  /** All that stands between neighbouring mentions, in order: `、`, or words and signs (`牵头，`) between groups. */
  readonly separators: readonly MappedText[];
}

export interface UnitMention {
  readonly role: UnitRole;
  /** As written, white space and breaks inside included; the source range to replace in a fix. */
  readonly text: MappedText;
  /** White space and breaks dropped, forms normalised (NFKC), a prefix given once restored: `市住建局`. */
  readonly name: string;
  /** The prefix that was restored (`市`), if any: a fix writes the name without it. */
  readonly restoredPrefix: string | undefined;
  /** Index of the group of the list it stands in; groups are what `；` and role words separate. */
  readonly group: number;
}

/** The table part: 重点任务清单, 任务分工表, … One list may be cut into several tables by page breaks. */
export interface TaskList {
  readonly source: SourceText;
  readonly heading: Heading | undefined;
  readonly span: Span;
  readonly tables: readonly TaskTable[];
  readonly sections: readonly SectionRow[];
  readonly rows: readonly Row[];
}

export interface TaskTable {
  readonly block: TableBlock;
  readonly columns: readonly Column[];
  /** Cut off from the table before by a page break and without a header: its first line is a task. */
  readonly continues: boolean;
}

export type ColumnRole =
  | 'number'
  | 'section'
  | 'domain'
  | 'task'
  | 'measures'
  | 'lead'
  | 'responsible'
  | 'deadline'
  | 'remark'
  | 'unknown';

export interface Column {
  readonly index: number;
  readonly role: ColumnRole;
  /** The header's words, white space dropped. */
  readonly name: string;
  readonly cell: TableCell;
}

/** A row that names a section (`一、优化市场准入环境`) and holds no task. */
export interface SectionRow {
  readonly row: TableRow;
  readonly label: NumberLabel | undefined;
  readonly title: MappedText;
  /** `section` for `一、`, `domain` for `（一）`. */
  readonly tier: 'section' | 'domain';
  /** Units that stand in the section row (`（一）市场准入（市市场监管局牵头）`). */
  readonly units: UnitList | undefined;
}

export interface Row {
  readonly source: SourceText;
  readonly table: TaskTable;
  readonly tableRow: TableRow;
  /** Undefined when the number's cell is empty, missing or no number. */
  readonly label: NumberLabel | undefined;
  readonly section: SectionRow | undefined;
  /** The domain row it stands under, where the layout has such rows instead of a column. */
  readonly domainRow: SectionRow | undefined;
  /** The cell of each role, where the table has that column and the row that cell. */
  readonly cells: Readonly<Partial<Record<ColumnRole, TableCell>>>;
  /** The numbered row that this one continues: its cells of number and task are merged with that row's. */
  readonly continues: Row | undefined;
  /** Words of the domain; inherited from the row above where the layout merges cells. */
  readonly domain: MappedText | undefined;
  readonly task: MappedText | undefined;
  readonly measures: MappedText | undefined;
  readonly leadUnits: UnitList | undefined;
  readonly responsibleUnits: UnitList | undefined;
  readonly deadline: MappedText | undefined;
  readonly span: Span;
}

/** `<!-- bizenv-… -->`: which findings are to be silent where. */
export interface Directive {
  readonly kind: 'disable' | 'enable' | 'disable-next-line' | 'disable-file' | 'disable-task';
  /** Rule ids as written; empty means all. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  /** The number of `disable-task`. */
  readonly task: { readonly value: number; readonly span: Span } | undefined;
  /** What stands after ` -- `. */
  readonly reason: string | undefined;
  readonly comment: HtmlComment;
  /** Set when the directive cannot be understood: a word it does not know, a missing number. */
  readonly problem: 'unknown-kind' | 'missing-task' | undefined;
}
