/**
 * Writes every file that is made from the code: the JSON schemas, the pages of the rules, the tables in the READMEs.
 * `--check` writes nothing and fails when one is stale or belongs to nothing.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULE_PAGES, ruleDocs } from './generate-rule-docs.ts';
import { schemas } from './generate-schemas.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The text of a file of the project; undefined where there is none. */
function current(path: string): string | undefined {
  const full = join(root, path);
  return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
}

function main(check: boolean): number {
  const wanted = new Map([...schemas(), ...ruleDocs(current)]);
  const stale = [...wanted].filter(([path, text]) => current(path) !== text);
  const pages = existsSync(join(root, RULE_PAGES)) ? readdirSync(join(root, RULE_PAGES)) : [];
  const stray = pages.map((name) => `${RULE_PAGES}/${name}`).filter((path) => !wanted.has(path));
  if (check) {
    for (const [path] of stale) console.error(`${path} is stale`);
    for (const path of stray) console.error(`${path} belongs to no rule`);
    if (stale.length + stray.length > 0) console.error('Run: npm run generate');
    return stale.length + stray.length > 0 ? 1 : 0;
  }
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const path of stray) rmSync(join(root, path));
  console.log(`${wanted.size} files, ${stale.length} written, ${stray.length} removed`);
  return 0;
}

process.exitCode = main(process.argv.includes('--check'));
