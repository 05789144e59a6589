import type { FixKind } from '../findings/apply-fixes.ts';
import { applyEdits } from '../findings/apply-fixes.ts';
import type { Edit, Finding } from '../findings/finding.ts';
import { alignTable } from '../formatting/align-table.ts';
import { fix, type LintOptions } from '../lint.ts';
import type { Heading, PolicyDocument } from '../model/policy-document.ts';
import { readDocument } from '../model/read-document.ts';
import { rules } from '../rules/all.ts';
import type { RuleSettings } from '../rules/run-rules.ts';
import { SourceText } from '../text/source-text.ts';

export interface Tidied {
  readonly source: SourceText;
  /** What was fixed, pass after pass. */
  readonly fixed: readonly Finding[];
}

/** Applies the fixes of these rules alone, until nothing more changes. A rule that the options turn off stays off. */
export function fixOnly(source: SourceText, ids: readonly string[], options: LintOptions, which: FixKind): Tidied {
  const outcome = fix([source], { ...options, rules: only(ids, options.rules ?? {}), pairs: [] }, which);
  return { source: outcome.texts[0] ?? source, fixed: outcome.fixed };
}

function only(ids: readonly string[], settings: RuleSettings): RuleSettings {
  const kept = (id: string) => (ids.includes(id) ? settings[id] : 'off');
  return Object.fromEntries(
    [...rules.map(({ id }) => id), 'unused-directive'].flatMap((id) => {
      const setting = kept(id);
      return setting === undefined ? [] : [[id, setting]];
    }),
  );
}

/**
 * Headings one below another as their tiers are: the titles of the parts alike, sections below them, domains below the
 * sections. Only headings with `#` move, and only where two tiers stand at one level or the wrong way round. Nothing is
 * changed where the document would then be read differently.
 */
export function nestHeadings(source: SourceText, options: LintOptions): SourceText {
  const document = readDocument(source, options);
  const edits = levelEdits(document);
  if (edits.length === 0) return source;
  const nested = new SourceText(applyEdits(source.text, edits), source.id);
  return haveSameParts(document, readDocument(nested, options)) ? nested : source;
}

function levelEdits({ source, workPoints, taskLists }: PolicyDocument): readonly Edit[] {
  const titles = [...workPoints, ...taskLists].flatMap(({ heading }) => hashed(heading));
  const edits: Edit[] = [];
  let above = 0;
  for (const tier of [
    titles,
    workPoints.flatMap(({ sections }) => sections.flatMap(({ heading }) => hashed(heading))),
    workPoints.flatMap(({ domains }) => domains.flatMap(({ heading }) => hashed(heading))),
  ]) {
    if (tier.length === 0) continue;
    const level = Math.max(above + 1, Math.min(...tier.map((heading) => heading.level)));
    const isTitles = tier === titles;
    for (const { block, level: own } of tier) {
      // Below the titles, levels that differ within a tier are heading-level's finding.
      if (block.kind !== 'heading' || own === level || level > 6 || (!isTitles && own > above)) continue;
      edits.push({ source, ...block.marker, text: '#'.repeat(level) });
    }
    above = level;
  }
  return edits;
}

function hashed(heading: Heading | undefined): readonly Heading[] {
  return heading?.block.kind === 'heading' && heading.block.span.start === heading.block.marker.start ? [heading] : [];
}

function haveSameParts(a: PolicyDocument, b: PolicyDocument): boolean {
  const shape = ({ workPoints, taskLists }: PolicyDocument) =>
    JSON.stringify([
      workPoints.map(({ points, sections, domains }) => [points.length, sections.length, domains.length]),
      taskLists.map(({ rows, sections }) => [rows.length, sections.length]),
    ]);
  return shape(a) === shape(b);
}

/** Every table of the task lists with its pipes below one another. */
export function alignTables(source: SourceText, options: LintOptions): SourceText {
  const { taskLists } = readDocument(source, options);
  const blocks = new Set(taskLists.flatMap(({ tables }) => tables.map(({ block }) => block)));
  const edits = [...blocks].flatMap((block) => alignTable(source, block));
  return edits.length === 0 ? source : new SourceText(applyEdits(source.text, edits), source.id);
}
