// Asks the registry for known vulnerabilities in what ships: `npm run audit`, after a build. A registry that has no answer is no failure.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const bills = await Promise.all(
  ['dist/bom.cdx.json', 'dist/extension/bom.cdx.json'].map(async (path) => JSON.parse(await readFile(path, 'utf8'))),
);
const shipped = new Set(
  bills.flatMap(({ components }) =>
    components.map(({ group, name }) => (group === undefined ? name : `${group}/${name}`)),
  ),
);
const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', shell: process.platform === 'win32' });
const report = parse(stdout);
if (report?.vulnerabilities === undefined) {
  console.log(`The registry does not tell of vulnerabilities: ${report?.message ?? 'no answer'}`);
} else {
  const found = Object.values(report.vulnerabilities).filter(({ name }) => shipped.has(name));
  for (const { name, severity, range } of found) console.error(`${name} ${range}: ${severity}`);
  console.log(`${shipped.size} packages ship; ${found.length} of them have known vulnerabilities.`);
  if (found.length > 0) process.exitCode = 1;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
