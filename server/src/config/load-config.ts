import { realpathSync } from 'node:fs';
import { InputError } from '../files/input-error.ts';
import { isInside } from '../files/is-inside.ts';
import type { Config, NamedFile } from './config.ts';
import { mergeConfig } from './merge-config.ts';
import { parseConfig } from './parse-config.ts';
import { readNamedFile } from './read-named-file.ts';

export interface LoadConfigOptions {
  /** The rules there are. */
  readonly ruleIds: readonly string[];
  /** How messages name a path. */
  readonly show: (path: string) => string;
  /** A folder: a configuration that cannot be trusted may name no file outside it. */
  readonly within?: string;
}

/**
 * Reads a configuration and all that it extends.
 * @throws InputError when one of them is missing, broken, extends itself, or reaches outside `within`.
 */
export async function loadConfig(path: string, options: LoadConfigOptions): Promise<Config> {
  const file = { path, at: { path: options.show(path) } };
  checkWithin(file, options);
  return await loadChain(file, [], options);
}

async function loadChain(file: NamedFile, chain: readonly string[], options: LoadConfigOptions): Promise<Config> {
  const { path, at } = file;
  const { text } = await readNamedFile(file, options.show(path));
  const real = realpathSync(path);
  if (chain.includes(real))
    throw new InputError({
      at,
      what: {
        zh: `“extends”绕成一圈：${[...chain, real].map(options.show).join(' → ')}`,
        en: `“extends” goes in a circle: ${[...chain, real].map(options.show).join(' → ')}`,
      },
      cure: { zh: '请去掉其中一个“extends”。', en: 'Remove one of the “extends”.' },
    });
  const parsed = parseConfig(text, { path, shown: options.show(path), ruleIds: options.ruleIds });
  const named = [...parsed.extends, ...parsed.config.units, ...parsed.config.pairs.flat()];
  for (const target of named) checkWithin(target, options);
  let base: Config | undefined;
  for (const target of parsed.extends) {
    const loaded = await loadChain(target, [...chain, real], options);
    base = base === undefined ? loaded : mergeConfig(base, loaded);
  }
  return base === undefined ? parsed.config : mergeConfig(base, parsed.config);
}

function checkWithin({ path, at }: NamedFile, { within }: LoadConfigOptions): void {
  if (within === undefined || isInside(within, path)) return;
  throw new InputError({
    at,
    what: { zh: '路径在工作区之外', en: 'the path is outside the workspace' },
    cure: { zh: '请把文件放进工作区。', en: 'Put the file inside the workspace.' },
  });
}
