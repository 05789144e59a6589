// Makes the VSIX: `npm run package [-- --out=FILE]`. What it holds is put together in a folder of its own, so that the manifest
// can leave out what only developers and npm need, and prints its size. Beside it: a bill of materials (CycloneDX).
import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';

// The archive notes when and with which permissions its files were written: the same everywhere.
process.env.TZ = 'UTC';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const { values: options } = parseArgs({ options: { out: { type: 'string' } } });
const vsix = resolve(root, options.out ?? `${manifest.name}-${manifest.version}.vsix`);
const stage = join(root, '.cache/vsix');
const bill = vsix.replace(/\.vsix$/, '.cdx.json');

/** Files and folders of the package that run or are shown. */
const shipped = [
  'package.nls.json',
  'package.nls.zh-cn.json',
  'README.md',
  'README.zh-CN.md',
  'CHANGELOG.md',
  'LICENSE',
  'client/l10n',
  'client/language-configuration.json',
  'client/media',
  'client/snippets',
  'dist/extension',
  'seeds/units/shenzhen.json',
  'seeds/units/common.json',
  'seeds/units/unit-directory.schema.json',
  'server/schemas',
  'syntaxes',
];

/** What the editor never reads. */
const unused = [
  'private',
  'type',
  'bin',
  'files',
  'imports',
  'scripts',
  'dependencies',
  'devDependencies',
  'allowScripts',
];

await rm(stage, { recursive: true, force: true });
await mkdir(stage, { recursive: true });
execFileSync(process.execPath, ['.scripts/build.mjs', '--only=extension', `--outdir=${join(stage, 'dist')}`], {
  cwd: root,
  stdio: 'inherit',
});
for (const path of shipped.filter((path) => !path.startsWith('dist/'))) {
  await cp(join(root, path), join(stage, path), { recursive: true });
}
const own = Object.fromEntries(Object.entries(manifest).filter(([key]) => !unused.includes(key)));
own.description = '%description%';
own.engines = { vscode: manifest.engines.vscode };
await writeFile(join(stage, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
for (const name of ['ThirdPartyNotices.txt', 'bom.cdx.json'])
  await rename(join(stage, 'dist/extension', name), join(stage, name));
await cp(join(stage, 'bom.cdx.json'), bill);

await openToAll(stage);
// vsce asks for one; everything in this folder is to be shipped.
await writeFile(join(stage, '.vscodeignore'), '**/*.map\n');
// The same commit makes the same bytes on any day.
process.env.SOURCE_DATE_EPOCH ??= commitTime();
await createVSIX({ cwd: stage, packagePath: vsix, dependencies: false });
const { size } = await stat(vsix);
console.log(`${vsix}: ${(size / 1024).toFixed(0)} KB`);
console.log(`${bill}: what it is made of`);

/** Whatever permissions the checkout has. */
async function openToAll(folder) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
}

/** In seconds; where there is no repository, the first that an archive can hold. */
function commitTime() {
  try {
    return execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return String(Date.UTC(1980, 0, 2) / 1000);
  }
}
