import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseSync } from 'oxc-parser';
import { globSync } from 'tinyglobby';

/** A regular expression of the product. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** `file:line` of a literal, the file where it is put together. */
  readonly place: string;
}

const top = fileURLToPath(new URL('../../', import.meta.url));
const files = globSync('{client,server,shared}/src/**/*.ts', { cwd: top }).sort();

/** Every literal, as a parser sees it. */
export function literals(): readonly Pattern[] {
  return files.flatMap((file) => {
    const text = readFileSync(top + file, 'utf8');
    const found: Pattern[] = [];
    walk(parseSync(file, text).program, (node) => {
      const { regex, start } = node;
      if (node.type !== 'Literal' || regex === undefined) return;
      const line = text.slice(0, start).split('\n').length;
      found.push({ source: regex.pattern, flags: regex.flags, place: `${file}:${line}` });
    });
    return found;
  });
}

/** Where a regular expression is made while the product runs, perhaps of a text it was given. */
export function madeAtRunTime(): readonly string[] {
  return files.flatMap((file) => {
    const found: string[] = [];
    walk(parseSync(file, readFileSync(top + file, 'utf8')).program, (node, inFunction) => {
      if (inFunction && isConstruction(node)) found.push(file);
    });
    return found;
  });
}

/** Those that a file puts together of strings when it is loaded: it is loaded once more, and watched. */
export async function composed(): Promise<readonly Pattern[]> {
  const makers = files.filter((file) => /\bRegExp\(/.test(readFileSync(top + file, 'utf8')));
  const found: Pattern[] = [];
  const { RegExp: real } = globalThis;
  for (const file of makers) {
    globalThis.RegExp = new Proxy(real, {
      construct(target, [source, flags = '']: [string, string?], newTarget) {
        found.push({ source, flags, place: file });
        return Reflect.construct(target, [source, flags], newTarget);
      },
    });
    try {
      await import(`${pathToFileURL(top + file).href}?watched`);
    } finally {
      globalThis.RegExp = real;
    }
  }
  return found;
}

/** Those of the grammar for editors. */
export function grammarPatterns(): readonly Pattern[] {
  const file = 'syntaxes/bizenv.tmLanguage.json';
  const found: Pattern[] = [];
  JSON.parse(readFileSync(top + file, 'utf8'), (key, value: unknown) => {
    if (['match', 'begin', 'end', 'while'].includes(key) && typeof value === 'string')
      found.push({ source: value, flags: '', place: `${file} ${key}` });
    return value;
  });
  return found;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string };
}

function walk(root: unknown, see: (node: Node, inFunction: boolean) => void): void {
  const visit = (value: unknown, inFunction: boolean): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, inFunction);
    else if (typeof value === 'object' && value !== null) {
      const node = value as Node;
      if (typeof node.type === 'string') see(node, inFunction);
      const within = inFunction || /Function|Method/.test(String(node.type));
      for (const child of Object.values(value)) visit(child, within);
    }
  };
  visit(root, false);
}

function isConstruction(node: Node): boolean {
  return /^(?:New|Call)Expression$/.test(node.type) && node.callee?.name === 'RegExp';
}
