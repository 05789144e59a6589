import type { Block, HeadingBlock, ParagraphBlock } from '../markdown/block.ts';
import { MappedText } from '../text/mapped-text.ts';
import { normalForm } from '../text/normal-form.ts';
import { findUnits, type ProseContext } from './find-units.ts';
import { endsSentence, flatten, isClosing, isOpening } from './flat-text.ts';
import { isPageArtifact } from './page-artifact.ts';
import type { NumberLabel, PointPiece, Tier } from './policy-document.ts';
import { findLabels } from './role-words.ts';
import { readMistypedNumber, readTierNumber, type TierNumber } from './tier-marks.ts';

export type ProseBlock = HeadingBlock | ParagraphBlock;

/** A numbered heading or paragraph with the blocks that belong to it, before it is known what it is. */
export interface Item {
  readonly tier: Tier;
  readonly label: NumberLabel;
  readonly pieces: Piece[];
}

export interface Piece extends PointPiece {
  /** It stands behind a closed unit list: another paragraph of the item, or an item whose number was forgotten. */
  readonly afterList: boolean;
  /** The words after the mark, unit lists included. */
  readonly body: MappedText;
  /** It is a unit list and nothing else. */
  readonly onlyUnits: boolean;
}

/** The parts of a file's prose: what stands between two titles. */
export interface Region {
  readonly title: ProseBlock | undefined;
  readonly items: Item[];
}

/** How much of a text's end decides what may follow it. */
const TAIL = 2000;
/** No item is torn into more pieces: what goes on and on without a list is no item of ours. */
const MAX_PIECES = 40;

/** Gathers the numbered items under each title. `isTitle` says which unnumbered blocks begin a new part. */
export function readRegions(
  blocks: readonly Block[],
  context: ProseContext,
  isTitle: (block: ProseBlock) => boolean,
): Region[] {
  let region: Region = { title: undefined, items: [] };
  const regions = [region];
  let open: OpenItem | undefined;
  let lastPoint: number | undefined;
  const repeated = repeatedLines(blocks);
  for (const block of blocks) {
    if (block.kind === 'table') {
      open = undefined;
      continue;
    }
    if (block.kind !== 'heading' && block.kind !== 'paragraph') continue;
    const number =
      readTierNumber(block.content, lastPoint === undefined ? undefined : lastPoint + 1) ??
      (lastPoint !== undefined && open?.isWhole !== false ? mistypedItem(block, context) : undefined);
    if (number !== undefined) {
      if (number.label.mark === '1.' && number.tier === 'point') lastPoint = number.label.value;
      open?.settle(number.label, number.tier);
      const item: Item = { tier: number.tier, label: number.label, pieces: [] };
      open = new OpenItem(item, context);
      open.add(block, number.rest, 'first');
      region.items.push(item);
      continue;
    }
    const text = block.content.text;
    if (isPageArtifact(text) || (repeated.has(text) && !isTitle(block))) continue;
    if (isTitle(block)) {
      // A running header repeats the title in the middle of the part.
      if (region.title !== undefined && normalForm(region.title.content.text) === normalForm(text)) continue;
      region = { title: block, items: [] };
      regions.push(region);
      open = undefined;
      lastPoint = undefined;
      continue;
    }
    if (open === undefined) continue;
    const joins = block.kind === 'heading' && !isProse(text) ? undefined : open.joinOf(block);
    if (joins === undefined) open = undefined;
    else open.add(block, block.content, joins);
  }
  return regions;
}

/** An item alone, with what its end says of the blocks behind it. */
export interface LoneItem {
  readonly item: Item;
  /** It ended in its list: nothing is missing after it. */
  readonly isClosed: boolean;
}

/** The item that some blocks make up, whatever stands around them; undefined where they are not one item. */
export function readLoneItem(blocks: readonly ProseBlock[], context: ProseContext): LoneItem | undefined {
  const [first, ...others] = blocks;
  const number = first && readTierNumber(first.content);
  if (first === undefined || number === undefined) return undefined;
  const item: Item = { tier: number.tier, label: number.label, pieces: [] };
  const open = new OpenItem(item, context);
  open.add(first, number.rest, 'first');
  for (const block of others) {
    const isNumbered =
      readTierNumber(block.content, number.label.value + 1) !== undefined ||
      (open.isWhole && mistypedItem(block, context) !== undefined);
    const joins = isNumbered || isPageArtifact(block.content.text) ? undefined : open.joinOf(block);
    if (joins === undefined) return undefined;
    open.add(block, block.content, joins);
  }
  return { item, isClosed: open.isClosed };
}

/** Short lines that stand in the text more than once: running headers and footers, not the words of any item. */
function repeatedLines(blocks: readonly Block[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const block of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    const text = block.content.text;
    if (text.length > 40 || /[。；：:)）\]〕]/.test(text)) continue;
    if (seen.has(text)) repeated.add(text);
    else seen.add(text);
  }
  return repeated;
}

/** A heading that is really a paragraph: a `---` under a page's last line makes one. */
function isProse(text: string): boolean {
  return text.includes('。') || text.length > 60;
}

const TABLE_ROW = /^\s*\|/;

/** The item that the next block may go on with, and what is known of its end. */
class OpenItem {
  readonly #item: Item;
  readonly #context: ProseContext;
  #tail = '';
  #closed = false;

  constructor(item: Item, context: ProseContext) {
    this.#item = item;
    this.#context = context;
  }

  add(block: ProseBlock, body: MappedText, joins: PointPiece['joins']): void {
    const units = findUnits(body, this.#context);
    const onlyUnits = (units.units !== undefined || units.deadline !== undefined) && units.text.length === 0;
    this.#item.pieces.push({
      block,
      content: block.content,
      joins,
      body,
      onlyUnits: onlyUnits || isPersonLine(body.text),
      afterList: this.#closed && !onlyUnits,
    });
    const fits = joins === 'broken' ? this.#tail + body.text : body.text;
    this.#tail = fits.slice(-TAIL);
    this.#closed =
      units.closed ||
      (joins === 'broken' && findUnits(MappedText.verbatim(this.#tail, 0, this.#tail.length), this.#context).closed);
  }

  /** The next number shows whether a paragraph behind the list is the item's: `12` after `10` says that it was item 11. */
  settle(next: NumberLabel, tier: Tier): void {
    const { pieces, label } = this.#item;
    const at = pieces.findIndex(({ afterList }) => afterList);
    if (at > 0 && tier === this.#item.tier && next.value === label.value + 2) pieces.splice(at);
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** Nothing of it can be missing: it ended in its list, or it is a heading. */
  get isWhole(): boolean {
    return this.#closed || this.#item.tier !== 'point';
  }

  /** How an unnumbered paragraph goes on from here; undefined when it does not belong to the item. */
  joinOf(block: ProseBlock): PointPiece['joins'] | undefined {
    if (this.#item.pieces.length >= MAX_PIECES) return undefined;
    const text = block.content.text;
    // Rows of a table that lost its header are no words of a point.
    if (TABLE_ROW.test(text)) return undefined;
    const flatTail = flatten(this.#tail).trimEnd();
    if (!this.#closed && hasOpenBracket(flatTail)) return 'broken';
    const units = findUnits(block.content, this.#context);
    const isUnits = (units.units !== undefined || units.deadline !== undefined) && units.text.length === 0;
    const labelled = findLabels(flatten(text.slice(0, 30)))[0]?.from === 0;
    if (labelled && (isUnits || isPersonLine(text))) return 'continued';
    if (this.#closed) return units.closed && units.text.length > 0 ? 'continued' : undefined;
    if (isUnits) return 'broken';
    if (endsSentence(flatTail)) return isSentence(block) ? 'continued' : undefined;
    return this.#item.pieces.at(-1)?.block.kind === 'heading' ? 'continued' : 'broken';
  }
}

/** The number of a paragraph that is a point with its list by itself, though its number is out of all proportion. */
function mistypedItem(block: ProseBlock, context: ProseContext): TierNumber | undefined {
  const number = readMistypedNumber(block.content);
  return number !== undefined && findUnits(block.content, context).closed ? number : undefined;
}

/** `牵头责任领导：张三`: belongs to the lines of a point's units. */
function isPersonLine(text: string): boolean {
  const label = text.length <= 80 ? findLabels(flatten(text))[0] : undefined;
  return label?.from === 0 && label.kind === 'person';
}

/** Not a line by itself between two items: an unnumbered heading, a footer. */
function isSentence(block: ProseBlock): boolean {
  const text = block.content.text;
  if (block.kind === 'paragraph' && block.bold && text.length <= 40) return false;
  return /[。；;！？]/.test(text) || text.length > 40;
}

/** A bracket opened in the last sentence is still open: the list was cut. */
function hasOpenBracket(flat: string): boolean {
  let depth = 0;
  for (let i = flat.length - 1; i >= Math.max(0, flat.length - TAIL); i--) {
    if (isClosing(flat.charCodeAt(i))) depth++;
    else if (isOpening(flat.charCodeAt(i)) && --depth < 0) return true;
    else if (flat[i] === '。' && depth === 0) return false;
  }
  return false;
}
