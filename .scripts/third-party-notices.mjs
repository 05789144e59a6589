import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The licences of packages, for the programs that hold them.
 * @param {string} root the project's folder
 * @param {Awaited<ReturnType<typeof import('./shipped-packages.mjs').shippedPackages>>} packages
 */
export async function thirdPartyNotices(root, packages) {
  const notices = packages.map(async ({ folder, name, version, license }) => {
    const file = (await readdir(join(root, folder))).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
    const text = file === undefined ? `License: ${license}` : await readFile(join(root, folder, file), 'utf8');
    return `${'-'.repeat(78)}\n${name} ${version} (${license})\n\n${text.trim()}`;
  });
  const head = 'This package holds code of the packages below, each under its own licence.';
  return `${[head, ...(await Promise.all(notices))].join('\n\n')}\n`;
}
