// Loaded before a program: writes the path of everything that it opens or lists to the file that RECORD names.
import fs, { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const append = appendFileSync;
const target = process.env.RECORD;
const record = (path) => {
  if (typeof path === 'number' || typeof path === 'object') {
    if (!(path instanceof URL)) return;
  }
  const name = path instanceof URL ? fileURLToPath(path) : resolve(String(path));
  if (name !== target) append(target, `${JSON.stringify(name)}\n`);
};
const names = ['open', 'readFile', 'readdir', 'opendir', 'readlink', 'createReadStream', 'cp', 'copyFile'];
for (const module of [fs, fs.promises])
  for (const name of [...names, ...names.map((each) => `${each}Sync`)]) {
    const original = module[name];
    if (typeof original !== 'function') continue;
    module[name] = function recorded(path, ...rest) {
      record(path);
      return original.call(this, path, ...rest);
    };
  }
syncBuiltinESMExports();
