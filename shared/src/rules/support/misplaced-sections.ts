import type { Row, Section } from '../../model/policy-document.ts';
import type { Pair, Pairing } from '../../pairing/pairing.ts';
import type { Subject } from '../subject.ts';
import { pairsOutOfOrder } from './displaced-pairs.ts';
import { headingSlips } from './heading-slips.ts';
import { type RowSection, rowSectionTitle, type SectionMatch, sectionOfRow } from './section-match.ts';
import { titleForm } from './titles.ts';

export interface MisplacedRun {
  /** Undefined where the points stand before the first heading. */
  readonly heading: Section | undefined;
  readonly listed: RowSection | undefined;
  readonly rows: readonly [Row, ...Row[]];
}

/** Pairs next to one another whose points and rows stand under different sections in the same way. */
export function misplacedRuns(subject: Subject, match: SectionMatch): readonly MisplacedRun[] {
  const { pairing, ofHeading, ofRow } = match;
  const outOfOrder = pairsOutOfOrder(subject).get(pairing) ?? new Set<Pair>();
  const lost = lostAfter(subject, pairing);
  const runs: { heading: Section | undefined; listed: RowSection | undefined; rows: [Row, ...Row[]] }[] = [];
  let continues = false;
  for (const pair of pairing.pairs) {
    const heading = pair.points[0]?.section;
    const [row] = pair.rows;
    if (row === undefined || outOfOrder.has(pair)) continue;
    const listed = sectionOfRow(row);
    const own = heading === undefined ? undefined : ofHeading.get(heading);
    const told = heading !== undefined && lost.has(heading) && listed !== undefined && !ofRow.has(listed);
    // A heading that was pasted twice is told by its number: the rows stand under the words they belong to.
    const namesake =
      own === undefined &&
      heading !== undefined &&
      listed !== undefined &&
      ofRow.has(listed) &&
      titleForm(heading.heading.title.text) === rowSectionTitle(listed);
    if ((own === listed && (own !== undefined || heading === undefined)) || told || namesake) {
      continues = false;
      continue;
    }
    const last = runs.at(-1);
    if (continues && last !== undefined && last.heading === heading && last.listed === listed) last.rows.push(row);
    else runs.push({ heading, listed, rows: [row] });
    continues = true;
  }
  return runs;
}

/** Sections behind which a heading was lost: its number is passed over, and told by section-numbering. */
export function lostAfter(subject: Subject, { workPoints }: Pairing): ReadonlySet<Section> {
  const gaps = headingSlips(subject).headings.filter(({ problem }) => problem.kind === 'gap');
  const behindGap = new Set(gaps.map(({ member }) => member.of));
  return new Set(
    workPoints.sections.filter((_, index) => {
      const next = workPoints.sections[index + 1];
      return next !== undefined && behindGap.has(next);
    }),
  );
}
