import type { Edit, Fix } from '../../findings/finding.ts';
import type { UnitMention } from '../../model/policy-document.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { LeadComparison } from './leads.ts';
import { nameInPlace } from './unit-lists.ts';

/** Both directions: the row's list becomes the point's, or the point's the row's. */
export function leadFixes({ pair, point, row }: LeadComparison): readonly Fix[] {
  const toRow = pair.rows.length === 1 ? replaceList(row.mentions, point.mentions, pair.rows[0]?.source) : undefined;
  const toPoint =
    pair.points.length === 1 ? replaceList(point.mentions, row.mentions, pair.points[0]?.source) : undefined;
  const fixes: Fix[] = [];
  if (toRow !== undefined) {
    const title = { zh: '按要点修改清单的牵头单位', en: "Take the point's lead units" };
    fixes.push({ title, safe: false, edits: [toRow] });
  }
  if (toPoint !== undefined) {
    const title = { zh: '按清单修改要点的牵头单位', en: "Take the row's lead units" };
    fixes.push({ title, safe: false, edits: [toPoint] });
  }
  return fixes;
}

/** One edit over the whole run of names; undefined where there is nothing to replace or the names stand in several groups. */
function replaceList(
  old: readonly UnitMention[],
  fresh: readonly UnitMention[],
  source: SourceText | undefined,
): Edit | undefined {
  const first = old[0];
  const last = old.at(-1);
  if (source === undefined || first === undefined || last === undefined || first.group !== last.group) return undefined;
  const names = fresh.map(({ name }, index) => (index === 0 ? nameInPlace(name, first) : name));
  return { source, start: first.text.span.start, end: last.text.span.end, text: names.join('、') };
}
