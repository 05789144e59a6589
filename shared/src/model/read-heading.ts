import type { MappedText } from '../text/mapped-text.ts';
import { findUnits, type ProseContext } from './find-units.ts';
import type { Heading } from './policy-document.ts';
import type { Item, ProseBlock } from './read-items.ts';

/** The heading of a section or domain, from its numbered block (and the lines of units below it). */
export function readHeading(item: Item, context: ProseContext): Heading {
  const first = item.pieces[0];
  if (first === undefined) throw new Error('an item has at least one piece');
  const { text, units } = findUnits(first.body, context);
  // `(一)企业开办、经营及退出。在市场准入…`: the title is the first sentence.
  const stop = text.text.indexOf('。');
  const title = (stop > 0 ? text.slice(0, stop) : text).trim();
  let end = title.length;
  while (end > 0 && /[：:；;，,。\s]/.test(title.text.charAt(end - 1))) end--;
  const below = item.pieces.find(({ onlyUnits }) => onlyUnits);
  return {
    ...lookOf(first.block),
    label: item.label,
    title: title.slice(0, end),
    units: units ?? (below && findUnits(below.body, context).units),
    span: first.block.span,
  };
}

/** The heading of a part: unnumbered. `words` are the title's where it begins in the block before. */
export function titleHeading(block: ProseBlock, words: MappedText = block.content): Heading {
  return { ...lookOf(block), label: undefined, title: words.trim(), units: undefined, span: block.span };
}

function lookOf(block: ProseBlock): Pick<Heading, 'block' | 'level' | 'style'> {
  if (block.kind === 'heading') return { block, level: block.level, style: 'heading' };
  return { block, level: 0, style: block.bold ? 'bold' : 'plain' };
}
