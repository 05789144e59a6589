import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const RULE = '-'.repeat(78);

/**
 * The licences of packages, and of works that tables of ours were made from, for the programs that hold them.
 * @param {string} root the project's folder
 * @param {Awaited<ReturnType<typeof import('./shipped-packages.mjs').shippedPackages>>} packages
 * @param {readonly string[]} inputs paths of the bundled files, relative to it, as esbuild names them
 */
export async function thirdPartyNotices(root, packages, inputs) {
  const notices = packages.map(async ({ folder, name, version, license }) => {
    const file = (await readdir(join(root, folder))).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
    const text = file === undefined ? `License: ${license}` : await readFile(join(root, folder, file), 'utf8');
    return `${RULE}\n${name} ${version} (${license})\n\n${text.trim()}`;
  });
  const head =
    'This package holds code of the packages below, and tables made from the works named after them, each under its own licence.';
  return `${[head, ...(await Promise.all(notices)), ...(await worksBehind(root, inputs))].join('\n\n')}\n`;
}

/** A file that was made from somebody's work has the licence beside it: `table.ts`, `table.licence.txt`. */
async function worksBehind(root, inputs) {
  const paths = [...new Set(inputs)].filter((path) => path.endsWith('.ts')).sort();
  const texts = paths.map((path) =>
    readFile(join(root, path.replace(/\.ts$/, '.licence.txt')), 'utf8').catch(() => undefined),
  );
  return (await Promise.all(texts)).flatMap((text) => (text === undefined ? [] : [`${RULE}\n${text.trim()}`]));
}
