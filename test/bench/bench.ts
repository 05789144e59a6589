import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { renderResults, renderSection } from './report.ts';
import { type Section, sections } from './sections.ts';

/**
 * `npm run bench [-- --only=pair]`: everything that we promise of speed and size, side by side with what else there is, in
 * some minutes. RESULTS.md gets what was measured; after a run of one part, the others as they were last measured here.
 */

const { values } = parseArgs({ options: { only: { type: 'string' } } });
if (values.only !== undefined && !(values.only in sections))
  throw new Error(`--only is one of ${Object.keys(sections).join(', ')}`);
const peers = fileURLToPath(new URL('peers/', import.meta.url));
/** What is measured of us alone. */
const alone = ['typing', 'extension', 'profile'];
if (!alone.includes(values.only ?? '') && !existsSync(join(peers, 'node_modules'))) {
  console.log('Installing the peers');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peers, stdio: 'inherit' });
}
const kept = fileURLToPath(new URL('../../.cache/bench/', import.meta.url));
mkdirSync(kept, { recursive: true });
for (const [name, measure] of Object.entries(sections)) {
  if (values.only !== undefined && values.only !== name) continue;
  const folder = mkdtempSync(join(tmpdir(), 'bizenv-bench-'));
  try {
    const measured = await measure(folder);
    for (const section of measured) console.log(renderSection(section).join('\n'));
    writeFileSync(join(kept, `${name}.json`), JSON.stringify(measured));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const known = Object.keys(sections)
  .map((name) => join(kept, `${name}.json`))
  .filter(existsSync);
const results = known.flatMap((path): readonly Section[] => JSON.parse(readFileSync(path, 'utf8')));
writeFileSync(fileURLToPath(new URL('RESULTS.md', import.meta.url)), renderResults(results));
