import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { renderResults, renderSection } from './report.ts';
import { type Section, sections } from './sections.ts';

/**
 * `npm run bench [-- --only=pair]`: everything that we promise of speed and size, side by side with what else there is, in
 * some minutes. A whole run is written to RESULTS.md; one of a single part is only printed.
 */

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const peers = fileURLToPath(new URL('peers/', import.meta.url));
if (!existsSync(join(peers, 'node_modules'))) {
  console.log('Installing the peers');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peers, stdio: 'inherit' });
}
const done: Section[] = [];
for (const [name, measure] of Object.entries(sections)) {
  if (values.only !== undefined && values.only !== name) continue;
  const folder = mkdtempSync(join(tmpdir(), 'bizenv-bench-'));
  try {
    for (const section of await measure(folder)) {
      done.push(section);
      console.log(renderSection(section).join('\n'));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
if (values.only === undefined)
  writeFileSync(fileURLToPath(new URL('RESULTS.md', import.meta.url)), renderResults(done));
