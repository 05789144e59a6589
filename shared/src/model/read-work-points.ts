import type { Block } from '../markdown/block.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { nameForm } from '../text/normal-form.ts';
import type { SourceText } from '../text/source-text.ts';
import type { ProseContext } from './find-units.ts';
import { partKind, readPartTitles } from './part-titles.ts';
import { choosePointTier, DEPTH, type TierChoice, type TitleSays } from './point-tier.ts';
import type { Domain, Heading, NumberLabel, Point, Section, Tier, TierMark, WorkPoints } from './policy-document.ts';
import { readHeading, titleHeading } from './read-heading.ts';
import { type Item, type ProseBlock, type Region, readRegions } from './read-items.ts';
import { readPoint, settleJoins } from './read-point.ts';

/** The prose parts of a file; none where its numbered items are no work points. */
export function readWorkPoints(source: SourceText, blocks: readonly Block[], context: ProseContext): WorkPoints[] {
  const titles = readPartTitles(blocks);
  const regions = joinRegions(readRegions(blocks, context, (block) => titles.has(block)));
  return regions.flatMap((region) => {
    if (region.items.length === 0) return [];
    const words = region.title && titles.get(region.title);
    const choice = choosePointTier(region.items, context, titleSays(words));
    if (choice === undefined) return [];
    const title = region.title ?? headingBefore(blocks, region.items[0]);
    return [buildWorkPoints(source, region.items, choice, title && titleHeading(title, words), context)];
  });
}

function titleSays(title: MappedText | undefined): TitleSays {
  if (title === undefined || partKind(title.text) !== 'points') return 'nothing';
  return /营商环境|放管服|20\d\d ?年|[二〇零一三四五六七八九]{4}年/.test(nameForm(title.text)) ? 'subject' : 'kind';
}

/** True for a part that no title tells: its numbered items are points for the units that stand behind them. */
export function isToldByUnits(part: WorkPoints, blocks: readonly Block[]): boolean {
  const block = part.heading?.block;
  return block === undefined || titleSays(readPartTitles(blocks).get(block)) === 'nothing';
}

/** A heading such as `主要措施` inside a part does not end it: the numbers go on. */
function joinRegions(regions: readonly Region[]): Region[] {
  const joined: Region[] = [];
  for (const region of regions) {
    const last = joined.at(-1);
    const first = region.items[0];
    const before = first && last?.items.findLast(({ tier }) => tier === first.tier);
    if (first && before && last && first.label.value > 1 && first.label.value === before.label.value + 1)
      joined[joined.length - 1] = { ...last, items: [...last.items, ...region.items] };
    else joined.push(region);
  }
  return joined;
}

/** Without a title of its own, the part stands under the last unnumbered heading before it. */
function headingBefore(blocks: readonly Block[], first: Item | undefined): ProseBlock | undefined {
  let heading: ProseBlock | undefined;
  for (const block of blocks) {
    if (block === first?.pieces[0]?.block) break;
    if (block.kind === 'heading') heading = block;
  }
  return heading;
}

const MARKS: Readonly<Record<Tier, TierMark>> = { section: '一、', domain: '（一）', point: '1.', subpoint: '（1）' };

interface Growing<T> {
  readonly value: T;
  readonly points: Point[];
}

function buildWorkPoints(
  source: SourceText,
  items: readonly Item[],
  { tier, asides }: TierChoice,
  heading: Heading | undefined,
  context: ProseContext,
): WorkPoints {
  const sections: Section[] = [];
  const domains: Domain[] = [];
  const points: Point[] = [];
  const otherNumbers: NumberLabel[] = [];
  let section: (Growing<Section> & { readonly domains: Domain[] }) | undefined;
  let upper: Growing<Domain> | undefined;
  let domain: Growing<Domain> | undefined;
  const groups = groupByPoint(items, tier, asides);
  settleJoins(groups.flatMap(({ head, below }) => (head.tier === tier && !asides.has(head) ? [[head, ...below]] : [])));
  for (const { head, below } of groups) {
    if (head.tier === 'section' && tier !== 'section') {
      const own: { domains: Domain[]; points: Point[] } = { domains: [], points: [] };
      section = { value: { heading: readHeading(head, context), ...own }, ...own };
      sections.push(section.value);
      upper = domain = undefined;
    } else if (DEPTH[head.tier] < DEPTH[tier]) {
      const own: Point[] = [];
      if (head.tier === 'domain') upper = undefined;
      const value: Domain = {
        heading: readHeading(head, context),
        section: section?.value,
        parent: head.tier === 'domain' ? undefined : upper?.value,
        points: own,
      };
      domain = { value, points: own };
      if (head.tier === 'domain') upper = domain;
      if (value.parent === undefined) {
        domains.push(value);
        section?.domains.push(value);
      }
    } else if (asides.has(head)) {
      if (head.tier === tier) otherNumbers.push(head.label);
    } else if (head.tier === tier) {
      const point = readPoint(source, [head, ...below], { section: section?.value, domain: domain?.value }, context);
      points.push(point);
      section?.points.push(point);
      domain?.points.push(point);
    }
  }
  const last = items.at(-1)?.pieces.at(-1)?.block.span.end ?? 0;
  return {
    source,
    heading,
    span: { start: heading?.span.start ?? items[0]?.label.span.start ?? 0, end: points.at(-1)?.span.end ?? last },
    sections,
    domains,
    points,
    pointMark: MARKS[tier],
    restarts: restartsOf(points),
    otherNumbers,
  };
}

/** Each item with what stands below it, where that is deeper than a point. */
function groupByPoint(items: readonly Item[], tier: Item['tier'], asides: ReadonlySet<Item>) {
  const groups: { head: Item; below: Item[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (DEPTH[item.tier] <= DEPTH[tier]) groups.push({ head: item, below: [] });
    else if (last !== undefined && last.head.tier === tier && !asides.has(item)) last.below.push(item);
  }
  return groups;
}

/** Whether the first point of most sections, or of most domains, is number 1 again. */
function restartsOf(points: readonly Point[]): WorkPoints['restarts'] {
  const again = { section: 0, domain: 0 };
  const boundaries = { section: 0, domain: 0 };
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined) continue;
    const key = point.section !== before.section ? 'section' : point.domain !== before.domain ? 'domain' : undefined;
    if (key === undefined) continue;
    boundaries[key]++;
    if (point.label.value === 1) again[key]++;
  }
  const most = (key: 'section' | 'domain') => boundaries[key] > 0 && again[key] * 2 > boundaries[key];
  if (most('domain')) return 'domain';
  if (!most('section')) return 'never';
  // Where every section has one domain at most, both say the same.
  return points.some((point) => point.domain !== undefined) && boundaries.domain === 0 ? 'domain' : 'section';
}
