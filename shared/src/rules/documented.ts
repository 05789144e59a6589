import cellBreak from './cell-break.ts';
import citationMismatch from './citation-mismatch.ts';
import deadlineMismatch from './deadline-mismatch.ts';
import declaredCount from './declared-count.ts';
import type { DocumentedRule } from './define-rule.ts';
import documentNumber from './document-number.ts';
import domainMismatch from './domain-mismatch.ts';
import duplicateTask from './duplicate-task.ts';
import duplicateUnit from './duplicate-unit.ts';
import emptyCell from './empty-cell.ts';
import figureMismatch from './figure-mismatch.ts';
import halfwidthPunctuation from './halfwidth-punctuation.ts';
import headingLevel from './heading-level.ts';
import leadMismatch from './lead-mismatch.ts';
import leadOrder from './lead-order.ts';
import missingLead from './missing-lead.ts';
import missingPoint from './missing-point.ts';
import missingRow from './missing-row.ts';
import pageArtifact from './page-artifact.ts';
import placeholder from './placeholder.ts';
import pointNumbering from './point-numbering.ts';
import retiredUnit from './retired-unit.ts';
import rowNumbering from './row-numbering.ts';
import sectionMismatch from './section-mismatch.ts';
import sectionNumbering from './section-numbering.ts';
import splitParagraph from './split-paragraph.ts';
import splitTable from './split-table.ts';
import staleYear from './stale-year.ts';
import tableColumns from './table-columns.ts';
import termMismatch from './term-mismatch.ts';
import titleMismatch from './title-mismatch.ts';
import unbalancedMark from './unbalanced-mark.ts';
import unfinishedSentence from './unfinished-sentence.ts';
import unitAlias from './unit-alias.ts';
import unitSeparator from './unit-separator.ts';
import unitVariant from './unit-variant.ts';
import unknownUnit from './unknown-unit.ts';
import unusedDirective from './unused-directive.ts';

/** Every rule with all that is written of it, in the order in which lists and pages show them. */
export const documentedRules: readonly DocumentedRule[] = [
  pointNumbering,
  rowNumbering,
  sectionNumbering,
  missingRow,
  missingPoint,
  sectionMismatch,
  domainMismatch,
  tableColumns,
  emptyCell,
  headingLevel,
  titleMismatch,
  splitParagraph,
  splitTable,
  cellBreak,
  pageArtifact,
  unknownUnit,
  unitVariant,
  unitAlias,
  retiredUnit,
  unitSeparator,
  duplicateUnit,
  leadMismatch,
  leadOrder,
  missingLead,
  figureMismatch,
  deadlineMismatch,
  declaredCount,
  citationMismatch,
  termMismatch,
  staleYear,
  unfinishedSentence,
  duplicateTask,
  placeholder,
  halfwidthPunctuation,
  unbalancedMark,
  documentNumber,
  unusedDirective,
];
