import { rowTitleOf, titleOf } from '#shared/drafting/heading-title.ts';
import type {
  Heading,
  Point,
  PolicyDocument,
  Row,
  SectionRow,
  TaskList,
  WorkPoints,
} from '#shared/model/policy-document.ts';
import { pointName, rowName } from '#shared/rules/support/wording.ts';
import type { Locale } from '#shared/text/localized.ts';
import type { Span } from '#shared/text/span.ts';

/** One thing of a document's outline, with what stands inside it. */
export interface OutlineNode {
  readonly kind: 'part' | 'section' | 'domain' | 'point' | 'row';
  readonly name: string;
  readonly detail: string;
  /** The whole of it, up to where the next one of its tier begins. */
  readonly span: Span;
  /** What names it. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** Parts, sections, domains, points and rows of a file. */
export function outlineOf({ workPoints, taskLists }: PolicyDocument, locale: Locale): readonly OutlineNode[] {
  return [
    ...workPoints.map((part) => pointsNode(part, locale)),
    ...taskLists.map((list) => listNode(list, locale)),
  ].sort((a, b) => a.span.start - b.span.start);
}

/** Every node, outer ones first. */
export function* allNodes(nodes: readonly OutlineNode[]): Generator<OutlineNode> {
  for (const node of nodes) {
    yield node;
    yield* allNodes(node.children);
  }
}

/** A node while what stands inside it is still being gathered. */
interface OpenNode {
  readonly node: Omit<OutlineNode, 'span' | 'children'>;
  readonly start: number;
  readonly children: OutlineNode[];
}

function pointsNode(part: WorkPoints, locale: Locale): OutlineNode {
  const items: readonly Item[] = [
    ...part.sections.map(({ heading }) => ({ tier: 1, start: heading.span.start, ...headingNode('section', heading) })),
    ...part.domains.map(({ heading }) => ({ tier: 2, start: heading.span.start, ...headingNode('domain', heading) })),
    ...part.points.map((point) => ({ tier: 3, start: point.span.start, ...pointNode(point, locale) })),
  ];
  const name = titleOf(part.heading, locale === 'zh' ? '工作要点' : 'Work points');
  return nest({ kind: 'part', name, detail: '', selection: selectionOf(part.heading, part.span) }, part.span, items);
}

function listNode(list: TaskList, locale: Locale): OutlineNode {
  const items: readonly Item[] = [
    ...list.sections.map((row) => ({
      tier: row.tier === 'section' ? 1 : 2,
      start: row.row.span.start,
      ...rowNode(row),
    })),
    ...list.rows.map((row) => ({ tier: 3, start: row.span.start, ...taskNode(row, locale) })),
  ];
  const name = titleOf(list.heading, locale === 'zh' ? '任务清单' : 'Task list');
  return nest({ kind: 'part', name, detail: '', selection: selectionOf(list.heading, list.span) }, list.span, items);
}

interface Item {
  readonly tier: number;
  readonly start: number;
  readonly node: Omit<OutlineNode, 'span' | 'children'>;
  /** Where it ends by itself; a heading goes on to the next one. */
  readonly end?: number;
}

/** Puts each item inside the nearest one before it of a higher tier. */
function nest(root: OpenNode['node'], span: Span, items: readonly Item[]): OutlineNode {
  const first = items.reduce((least, { start }) => Math.min(least, start), span.start);
  const open: (OpenNode & { readonly tier: number })[] = [{ node: root, start: first, children: [], tier: 0 }];
  let done: OutlineNode | undefined;
  const close = (tier: number, end: number) => {
    for (let last = open.at(-1); last !== undefined && last.tier >= tier; last = open.at(-1)) {
      open.pop();
      const inner = last.children.at(-1)?.span.end ?? end;
      done = { ...last.node, span: { start: last.start, end: Math.max(end, inner) }, children: last.children };
      open.at(-1)?.children.push(done);
    }
  };
  for (const { tier, start, node, end } of [...items].sort((a, b) => a.start - b.start)) {
    close(tier, start);
    if (end === undefined) open.push({ node, start, children: [], tier });
    else open.at(-1)?.children.push({ ...node, span: { start, end }, children: [] });
  }
  close(0, Math.max(span.end, first));
  return done ?? { ...root, span, children: [] };
}

type Named = Pick<Item, 'node'> & { readonly end?: number };

function headingNode(kind: 'section' | 'domain', heading: Heading): Named {
  return { node: { kind, name: titleOf(heading, ''), detail: '', selection: heading.span } };
}

function rowNode(section: SectionRow): Named {
  return { node: { kind: section.tier, name: rowTitleOf(section), detail: '', selection: section.row.span } };
}

function pointNode(point: Point, locale: Locale): Named {
  const node = {
    kind: 'point' as const,
    name: `${numberText(point)} ${beginningOf(point.text.text)}`,
    detail: pointName(point)[locale],
    selection: point.label.span,
  };
  return { node, end: point.span.end };
}

function taskNode(row: Row, locale: Locale): Named {
  const words = row.task?.text ?? row.measures?.text ?? '';
  const node = {
    kind: 'row' as const,
    name: `${numberText(row)} ${beginningOf(words)}`.trim(),
    detail: rowName(row)[locale],
    selection: row.label?.span ?? row.span,
  };
  return { node, end: row.span.end };
}

/** The number of a point or row as people say it. */
function numberText({ label }: Point | Row): string {
  if (label === undefined) return '';
  return label.sub === undefined ? String(label.value) : `${label.value}-${label.sub}`;
}

/** The first clause of a text, on one line. */
export function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, '');
  const clause = /^[^，。；,;]{4,30}/.exec(line)?.[0] ?? line.slice(0, 30);
  return clause.length < line.length ? `${clause}…` : clause;
}

function selectionOf(heading: Heading | undefined, span: Span): Span {
  return heading !== undefined && span.start <= heading.span.start
    ? heading.span
    : { start: span.start, end: span.start };
}
