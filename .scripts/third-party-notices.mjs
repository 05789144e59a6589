import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The licences of all packages that a bundle was made from.
 * @param {string} root the project's folder
 * @param {readonly string[]} inputs paths of the bundled files, relative to it
 */
export async function thirdPartyNotices(root, inputs) {
  const folders = [...new Set(inputs.flatMap((path) => packageFolder(path) ?? []))].sort();
  const notices = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
    const file = (await readdir(join(root, folder))).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
    const text = file === undefined ? `License: ${license}` : await readFile(join(root, folder, file), 'utf8');
    if (file === undefined && license === undefined) throw new Error(`${name} names no licence`);
    notices.set(`${name} ${version} (${license})`, text.trim());
  }
  const head = 'This package holds code of the packages below, each under its own licence.';
  const parts = [...notices].map(([title, text]) => `${'-'.repeat(78)}\n${title}\n\n${text}`);
  return `${[head, ...parts].join('\n\n')}\n`;
}

/** The folder of the package that a bundled file belongs to; undefined for the project's own files. */
function packageFolder(path) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}
