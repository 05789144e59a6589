import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Put in by the bundler. */
declare const BIZENV_VERSION: string;

/** The package's version; where the sources themselves are run, that of the nearest `package.json` above this file. */
export function version(): string {
  if (typeof BIZENV_VERSION === 'string') return BIZENV_VERSION;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  const manifest: { readonly version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return manifest.version;
}
