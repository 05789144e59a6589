import type { Finding } from '../findings/finding.ts';
import type { LintOptions } from '../lint.ts';
import { normalForm } from '../text/normal-form.ts';
import type { SourceText } from '../text/source-text.ts';
import { fixOnly } from './tidy.ts';

/** A name that was replaced in unit lists. */
export interface Replacement {
  readonly from: string;
  readonly to: string;
  /** In how many places. */
  readonly count: number;
  /** `retired`: no longer, or not yet, valid in the new year; `spelling`: an alias or a full name; `separator`: names run together. */
  readonly why: 'retired' | 'spelling' | 'separator';
}

export interface RenamedUnits {
  readonly source: SourceText;
  readonly replacements: readonly Replacement[];
}

const REASONS: Readonly<Record<string, Replacement['why']>> = {
  'retired-unit': 'retired',
  'unit-alias': 'spelling',
  'unit-separator': 'separator',
};

/** The text with the names that are right in the year of the options. */
export function renameUnits(source: SourceText, options: LintOptions): RenamedUnits {
  // Names run together are no names yet; and two units that became one must not stand in a list twice.
  const apart = fixOnly(source, ['unit-separator'], options, 'all');
  const renamed = fixOnly(apart.source, ['retired-unit', 'unit-alias'], options, 'all');
  const once = fixOnly(renamed.source, ['duplicate-unit'], options, 'safe');
  return { source: once.source, replacements: counted([...apart.fixed, ...renamed.fixed]) };
}

function counted(findings: readonly Finding[]): readonly Replacement[] {
  const found = new Map<string, Replacement>();
  for (const finding of findings) {
    const [edit] = finding.fixes[0]?.edits ?? [];
    const why = REASONS[finding.rule];
    if (edit === undefined || why === undefined) continue;
    const from = normalForm(finding.source.slice(why === 'separator' ? finding : edit));
    const to = why === 'separator' ? normalForm(changed(finding)) : edit.text;
    const key = `${from}\n${to}`;
    found.set(key, { from, to, why, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.from < b.from ? -1 : 1));
}

/** The words of a finding as its fix leaves them. */
function changed({ source, start, end, fixes }: Finding): string {
  let text = '';
  let at = start;
  for (const edit of [...(fixes[0]?.edits ?? [])].sort((a, b) => a.start - b.start)) {
    if (edit.start < at || edit.end > end) continue;
    text += source.text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + source.text.slice(at, end);
}
