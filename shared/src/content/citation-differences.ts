import { type Citation, citations } from './citations.ts';
import { editDistance } from './edit-distance.ts';
import { MOST_COMPARED, type Sides, type SideText } from './sides.ts';

interface PlacedCitation {
  readonly citation: Citation;
  readonly side: SideText;
}

/** One document that the two sides of a pair name almost, but not quite, alike. */
export interface CitationDifference {
  readonly point: PlacedCitation;
  readonly row: PlacedCitation;
}

/**
 * The near misses among the documents that both sides name, the nearest first matched. A title that stands on the other
 * side too is in order, whatever resembles it.
 */
export function citationDifferences(sides: Sides): readonly CitationDifference[] {
  const inPoints = placed(sides.points);
  if (inPoints.length === 0) return [];
  const inRows = placed(sides.rows);
  const points = withoutKnown(inPoints, inRows);
  const rows = withoutKnown(inRows, inPoints);
  const near: { point: PlacedCitation; row: PlacedCitation; distance: number }[] = [];
  for (const point of points)
    for (const row of rows) {
      const distance = nearness(point.citation.title, row.citation.title);
      if (distance !== undefined) near.push({ point, row, distance });
    }
  near.sort((a, b) => a.distance - b.distance);
  const found: CitationDifference[] = [];
  const used = new Set<string>();
  for (const { point, row } of near) {
    if (used.has(`point ${point.citation.title}`) || used.has(`row ${row.citation.title}`)) continue;
    used.add(`point ${point.citation.title}`);
    used.add(`row ${row.citation.title}`);
    found.push({ point, row });
  }
  return found;
}

function placed(texts: readonly SideText[]): readonly PlacedCitation[] {
  return texts.flatMap((side) => citations(side.text).map((citation) => ({ citation, side }))).slice(0, MOST_COMPARED);
}

function withoutKnown(
  citations: readonly PlacedCitation[],
  others: readonly PlacedCitation[],
): readonly PlacedCitation[] {
  const titles = new Set(others.map(({ citation }) => citation.title));
  return citations.filter(({ citation }) => !titles.has(citation.title));
}

/** How far apart two titles are, as a share of their length; undefined for titles of different documents. */
function nearness(a: string, b: string): number | undefined {
  const longer = Math.max(a.length, b.length);
  const shorter = Math.min(a.length, b.length);
  const limit = Math.floor(longer * 0.25);
  const distance = editDistance(a, b, limit);
  // 《…条例》 and 《…条例实施细则》 are two documents; 《…办法》 and 《…办法（试行）》 one, named in short.
  if (longer - shorter > 1 && (a.startsWith(b) || b.startsWith(a))) return undefined;
  if (distance <= limit) return distance / longer;
  // 《临时用地管理办法》 for 《深圳市临时用地管理办法》: one holds the whole of the other.
  const holds = (a.length > b.length ? a : b).includes(a.length > b.length ? b : a);
  return holds && shorter >= 6 && shorter >= longer * 0.6 ? (longer - shorter) / longer : undefined;
}
