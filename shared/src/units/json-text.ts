import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Localized } from '../text/localized.ts';
import { SourceText } from '../text/source-text.ts';

/** Where a value stands: keys and indices from the outermost value on. */
export type JsonPath = readonly (string | number)[];

interface PlacedMessage {
  readonly message: Localized;
  readonly line: number;
  readonly column: number;
}

/** A JSON text with comments and trailing commas that knows where each of its values stands. Never throws. */
export class JsonText {
  /** Undefined when there are problems. Objects have no prototype, so a key `__proto__` is a key like any other. */
  readonly value: unknown;
  /** What is wrong with its syntax: the first place only, since it misleads the reading of all that follows. */
  readonly problems: readonly PlacedMessage[];
  readonly #source: SourceText;
  readonly #root: Node | undefined;

  constructor(text: string) {
    this.#source = new SourceText(text);
    const errors: ParseError[] = [];
    try {
      this.#root = parseTree(text, errors, { allowTrailingComma: true });
      const [first] = errors;
      if (text.trim() === '') this.problems = [this.#at(0, empty)];
      else if (first !== undefined) this.problems = [this.#at(first.offset, wordings.get(first.error) ?? unreadable)];
      else {
        if (this.#root !== undefined) this.value = toValue(this.#root);
        this.problems = [];
      }
    } catch (error) {
      // The parser calls itself for every level: only a hostile file is thousands of levels deep.
      if (!(error instanceof RangeError)) throw error;
      this.problems = [this.#at(0, tooDeep)];
    }
  }

  /** Line and column (from 1) of the value at a path, or of its key; of what is around it where it is missing. */
  placeOf(path: JsonPath, key: boolean): { readonly line: number; readonly column: number } {
    for (let length = path.length; length >= 0 && this.#root !== undefined; length--) {
      const node = findNodeAtLocation(this.#root, path.slice(0, length));
      if (node === undefined) continue;
      const wanted = key && length === path.length && node.parent?.type === 'property' ? node.parent : node;
      return this.#place(wanted.offset);
    }
    return { line: 1, column: 1 };
  }

  #at(offset: number, what: Localized): PlacedMessage {
    return {
      message: { zh: `JSON 语法错误：${what.zh}`, en: `JSON syntax error: ${what.en}` },
      ...this.#place(offset),
    };
  }

  #place(offset: number): { readonly line: number; readonly column: number } {
    const { line, character } = this.#source.positionAt(offset);
    return { line: line + 1, column: character + 1 };
  }
}

function toValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(toValue);
  if (node.type !== 'object') return node.value;
  const object: Record<string, unknown> = Object.create(null);
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key !== undefined && value !== undefined) object[String(key.value)] = toValue(value);
  }
  return object;
}

const unreadable: Localized = { zh: '有无法识别的内容', en: 'something that cannot be read' };
const empty: Localized = { zh: '文件是空的', en: 'the file is empty' };
const tooDeep: Localized = { zh: '嵌套层数过多', en: 'it is nested too deeply' };

/** By jsonc-parser's `ParseErrorCode`, a constant enum that leaves nothing at run time. */
const wordings: ReadonlyMap<number, Localized> = new Map([
  [2, { zh: '数字写法不对', en: 'a malformed number' }],
  [3, { zh: '缺少带引号的键名', en: 'a key in quotes is missing' }],
  [4, { zh: '缺少值', en: 'a value is missing' }],
  [5, { zh: '键名后缺少冒号', en: 'a colon is missing after the key' }],
  [6, { zh: '两项之间缺少逗号', en: 'a comma is missing between two entries' }],
  [7, { zh: '缺少右花括号 }', en: 'a closing brace } is missing' }],
  [8, { zh: '缺少右方括号 ]', en: 'a closing bracket ] is missing' }],
  [9, { zh: '末尾有多余的内容', en: 'there is something after the end' }],
  [11, { zh: '注释没有结束', en: 'a comment without its end' }],
  [12, { zh: '字符串没有结束引号', en: 'a string without its closing quote' }],
  [13, { zh: '数字不完整', en: 'an incomplete number' }],
  [14, { zh: '\\u 转义写法不对', en: 'a malformed \\u escape' }],
  [15, { zh: '反斜杠转义写法不对', en: 'a malformed backslash escape' }],
  [16, { zh: '字符串里有控制字符', en: 'a control character in a string' }],
]);
