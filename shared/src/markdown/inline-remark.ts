import type { Nodes, Parents, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { codeTokens, htmlTokens, type InlineToken } from './inline-token.ts';

/**
 * The text comes to the parser as the inside of one block, so nothing in it may begin another. Autolink literals are left
 * out too: a link's words are its words, and they would cost their positions and a quarter of the time.
 */
const NOT_INLINE = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'gfmFootnoteDefinition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'table',
  'thematicBreak',
  'wwwAutolink',
  'protocolAutolink',
  'emailAutolink',
];

interface Reading {
  readonly text: string;
  readonly inCell: boolean;
  readonly tokens: InlineToken[];
}

type Parser = Processor<Root, undefined, undefined, undefined, undefined>;

let parser: Parser | undefined;

/** Entities are remembered, but not without bound: a server reads hostile files for days. */
const MAX_ENTITIES = 500;
const entities = new Map<string, string>();

/**
 * What the characters of a text mean according to remark. A single `~` is no strikethrough here, as it is on some sites:
 * `3~5天，2~3次` are ranges.
 */
export function parseInlineTokens(text: string, inCell: boolean): InlineToken[] {
  const tokens: InlineToken[] = [];
  walk(parse(text), { text, inCell, tokens });
  return tokens;
}

function parse(text: string): Root {
  parser ??= unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(inlineOnly).freeze();
  return parser.parse(text);
}

function inlineOnly(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions?.push({ disable: { null: NOT_INLINE } });
  const extensions = data.fromMarkdownExtensions?.flat() ?? [];
  data.fromMarkdownExtensions = extensions.filter((extension) => extension.transforms === undefined);
}

function walk(parent: Parents, into: Reading): void {
  const { text, tokens } = into;
  for (const node of parent.children) {
    const { from, to } = rangeOf(node);
    switch (node.type) {
      case 'text':
        readCharacters(text, from, to, tokens);
        break;
      case 'inlineCode':
        tokens.push(...codeTokens(text, from, to, into.inCell));
        break;
      case 'html':
        tokens.push(...htmlTokens(text.slice(from, to), from));
        break;
      case 'strong':
        tokens.push({ kind: 'strong', opens: true });
        walk(node, into);
        tokens.push({ kind: 'strong', opens: false });
        break;
      case 'break':
        tokens.push({ kind: 'text', from: to - 1, to });
        break;
      default:
        if ('children' in node) walk(node, into);
    }
  }
}

function rangeOf(node: Nodes): { from: number; to: number } {
  return { from: node.position?.start.offset ?? 0, to: node.position?.end.offset ?? 0 };
}

const ESCAPE_OR_ENTITY = /\\[!-/:-@[-`{-~]|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});/g;

/** A text node's source holds nothing but characters, escapes and entities. */
function readCharacters(text: string, from: number, to: number, tokens: InlineToken[]): void {
  const source = text.slice(from, to);
  let taken = 0;
  for (const found of source.matchAll(ESCAPE_OR_ENTITY)) {
    const written = found[0];
    const character = written.startsWith('&') ? decodeEntity(written) : written.charAt(1);
    if (character === written) continue;
    if (taken < found.index) tokens.push({ kind: 'text', from: from + taken, to: from + found.index });
    const end = found.index + written.length;
    tokens.push({ kind: 'character', from: from + found.index, to: from + end, text: character });
    taken = end;
  }
  if (taken < source.length) tokens.push({ kind: 'text', from: from + taken, to });
}

/** The character an entity stands for; itself where there is no such entity. */
function decodeEntity(entity: string): string {
  let character = entities.get(entity);
  if (character === undefined) {
    const paragraph = parse(entity).children[0];
    const node = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
    character = node?.type === 'text' ? node.value : entity;
    if (entities.size >= MAX_ENTITIES) entities.clear();
    entities.set(entity, character);
  }
  return character;
}
