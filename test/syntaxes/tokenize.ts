import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { IGrammar, StateStack } from 'vscode-textmate';

// Both are bundles whose names an import does not see.
const require = createRequire(import.meta.url);
const oniguruma: typeof import('vscode-oniguruma') = require('vscode-oniguruma');
const textmate: typeof import('vscode-textmate') = require('vscode-textmate');
const root = new URL('../..', import.meta.url);

/** As much of Markdown as the injected grammar meets: headings, comments, and code that it must keep out of. */
const markdown = {
  scopeName: 'text.html.markdown',
  patterns: [
    { name: 'markup.fenced_code.block.markdown', begin: '^```', end: '^```' },
    { name: 'comment.block.html', begin: '<!--', end: '-->' },
    { name: 'markup.heading.markdown', begin: '^#{1,6} ', end: '$', patterns: [{ include: '#inline' }] },
    { include: '#inline' },
  ],
  repository: { inline: { patterns: [{ name: 'markup.raw.inline.markdown', match: '`[^`]*`' }] } },
};

export interface Token {
  readonly line: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

async function loadGrammar(): Promise<IGrammar> {
  const wasm = join(dirname(require.resolve('vscode-oniguruma')), 'onig.wasm');
  const onigLib = oniguruma.loadWASM(readFileSync(wasm)).then(() => ({
    createOnigScanner: (patterns: string[]) => oniguruma.createOnigScanner(patterns),
    createOnigString: (text: string) => oniguruma.createOnigString(text),
  }));
  const registry = new textmate.Registry({
    onigLib,
    loadGrammar: async (scope) =>
      scope === 'markdown.bizenv'
        ? textmate.parseRawGrammar(
            readFileSync(new URL('syntaxes/bizenv.tmLanguage.json', root), 'utf8'),
            'bizenv.json',
          )
        : textmate.parseRawGrammar(JSON.stringify(markdown), 'markdown.json'),
    getInjections: (scope) => (scope === 'text.html.markdown' ? ['markdown.bizenv'] : undefined),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (grammar === null) throw new Error('the grammar could not be loaded');
  return grammar;
}

const loading = loadGrammar();

/** The tokens of a Markdown text that the injected grammar gives a name to; lines count from 1. */
export async function tokenize(text: string): Promise<readonly Token[]> {
  const grammar = await loading;
  const tokens: Token[] = [];
  let state: StateStack = textmate.INITIAL;
  for (const [index, line] of text.split('\n').entries()) {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      const own = scopes.filter((scope) => scope.endsWith('.bizenv'));
      if (own.length > 0) tokens.push({ line: index + 1, text: line.slice(startIndex, endIndex), scopes: own });
    }
  }
  return tokens;
}

/** The texts of the tokens with a scope. */
export function withScope(tokens: readonly Token[], scope: string): readonly string[] {
  return tokens.filter(({ scopes }) => scopes.includes(`${scope}.bizenv`)).map(({ text }) => text);
}
