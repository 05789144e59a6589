import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const remark = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

/** What remark-parse and remark-gfm, as everybody uses them, make of a text: the measure for our own reading. */
export function referenceBlocks(text: string): RootContent[] {
  return remark.parse(text).children;
}

/** The words of a node; `<br>` is a line feed, other tags nothing. */
export function referenceText(nodes: readonly (PhrasingContent | Nodes)[]): string {
  return nodes
    .map((node): string => {
      if (node.type === 'text' || node.type === 'inlineCode') return node.value;
      if (node.type === 'html') return /^<\/?br\b/i.test(node.value) ? '\n' : '';
      return 'children' in node ? referenceText(node.children) : '';
    })
    .join('');
}
