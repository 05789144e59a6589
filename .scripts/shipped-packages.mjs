import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The packages that bundles were made from, by name.
 * @param {string} root the project's folder
 * @param {readonly string[]} inputs paths of the bundled files, relative to it, as esbuild names them
 */
export async function shippedPackages(root, inputs) {
  const folders = [...new Set(inputs.flatMap((path) => packageFolder(path) ?? []))].sort();
  const { packages: locked } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const found = folders.map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
    if (license === undefined) throw new Error(`${name} names no licence`);
    return { folder, name, version, license, integrity: locked[folder]?.integrity };
  });
  // One that is there twice in one version is one.
  return [...new Map((await Promise.all(found)).map((each) => [`${each.name} ${each.version}`, each])).values()];
}

/** The folder of the package that a bundled file belongs to; undefined for the project's own files. */
function packageFolder(path) {
  return /^(?:[\w-]+:)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}
