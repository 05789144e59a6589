import type { MappedText } from '../text/mapped-text.ts';
import { normalForm } from '../text/normal-form.ts';
import type { Span } from '../text/span.ts';
import type { UnitDirectory } from '../units/unit.ts';
import { flatten } from './flat-text.ts';
import type { LeadConvention, UnitList, UnitMention, UnitRole } from './policy-document.ts';
import { settleNames } from './unit-names.ts';
import { type NameRange, segmentUnits } from './unit-segments.ts';

/** Where a list stands, and so what a name without role words is. */
type ListPlace = 'prose' | 'lead-cell' | 'responsible-cell' | 'only-cell';

export interface UnitListOptions {
  readonly directory: UnitDirectory;
  readonly convention: LeadConvention;
  readonly place: ListPlace;
  /** The range of the whole list, brackets included; the text's own where absent. */
  readonly span?: Span;
}

export interface ReadUnits {
  /** Undefined where the text names no unit. */
  readonly list: UnitList | undefined;
  readonly deadline: MappedText | undefined;
  /** Words such as `责任单位：` or `…按职责分工负责` say that the text is about units. */
  readonly hasRoleWords: boolean;
  readonly labelled: boolean;
  readonly labelledDeadline: boolean;
}

/** Reads the inside of a unit list: what stands between the brackets in prose, or a cell. */
export function readUnitList(content: MappedText, options: UnitListOptions): ReadUnits {
  const { directory } = options;
  const segments = segmentUnits(content.text);
  const ranges = settleNames(content.text, segments.names, directory);
  const deadline =
    segments.deadline && segments.deadline.to > segments.deadline.from
      ? content.slice(segments.deadline.from, segments.deadline.to)
      : undefined;
  const hasRoleWords = segments.labelled || ranges.some(({ duty }) => duty !== 'bare');
  const { labelled, labelledDeadline } = segments;
  if (ranges.length === 0) return { list: undefined, deadline, hasRoleWords, labelled, labelledDeadline };
  const roles = rolesOf(ranges, options);
  const mentions: UnitMention[] = [];
  for (const [index, range] of ranges.entries()) {
    const text = content.slice(range.from, range.to);
    const bare = normalForm(text.text);
    const before = mentions.at(-1)?.name;
    const restoredPrefix = before === undefined ? undefined : directory.prefixFor(bare, before);
    mentions.push({
      role: roles[index] ?? 'lead',
      text,
      name: restoredPrefix === undefined ? bare : restoredPrefix + bare,
      restoredPrefix,
      group: range.group,
    });
  }
  const list: UnitList = {
    span: options.span ?? content.span,
    spans: [options.span ?? content.span],
    mentions,
    namesLead: ranges.some(({ duty }) => duty === 'lead'),
    namesSupport: ranges.some(({ duty }) => duty === 'assist'),
    separators: ranges.slice(1).map((range, index) => content.slice(ranges[index]?.to ?? range.from, range.from)),
  };
  return { list, deadline, hasRoleWords, labelled, labelledDeadline };
}

/** The role of each name, from the words beside it, the column it stands in and the document's own rule. */
function rolesOf(ranges: readonly NameRange[], { place, convention }: UnitListOptions): UnitRole[] {
  const has = (duty: NameRange['duty']) => ranges.some((range) => range.duty === duty);
  const hasLead = has('lead');
  const leadsWithout = !hasLead && has('assist') && place !== 'responsible-cell';
  const firstLeads = !hasLead && convention === 'first' && (place === 'prose' || place === 'only-cell');
  return ranges.map(({ duty }, index) => {
    if (duty === 'lead') return 'lead';
    if (duty === 'assist') return 'responsible';
    if (hasLead) return place === 'lead-cell' && duty === 'bare' ? 'lead' : 'responsible';
    if (leadsWithout) return 'lead';
    if (firstLeads) return index === 0 ? 'lead' : 'responsible';
    if (place === 'lead-cell') return 'lead';
    return place === 'prose' && duty === 'bare' ? 'lead' : 'responsible';
  });
}

/** How many names of a list have the look of units: of all names, those known or unit-like. */
export function unitShare(list: UnitList, directory: UnitDirectory): number {
  if (list.mentions.length === 0) return 0;
  const looks = list.mentions.filter(({ name }) => directory.looksLikeUnit(name)).length;
  return looks / list.mentions.length;
}

/** True for a name that is one slip away from a known unit (`市财政居`). */
export function isSlip(name: string, directory: UnitDirectory): boolean {
  if (name.length < 3 || name.length > 30) return false;
  return directory.nearest(name, undefined, 1).some(({ slip }) => slip);
}

/** True when the text is nothing but signs: `无`, `/`, `—`. */
export function isBlankCell(text: string): boolean {
  return /^[\s\-–—―/\\_.·*无]*$/.test(flatten(text));
}
