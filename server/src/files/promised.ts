import * as fs from 'node:fs';
import { promisify } from 'node:util';

/*
 * What the command line needs of `node:fs/promises` in every run: that module brings with it what watches folders and reads
 * lines, and takes longer to load than a run whose results are known takes to print them.
 */
export const access = promisify(fs.access);
export const readdir = promisify(fs.readdir);
export const readFile = promisify(fs.readFile);
export const readlink = promisify(fs.readlink);
export const realpath = promisify(fs.realpath.native);
export const rename = promisify(fs.rename);
export const rm = promisify(fs.rm);
export const stat = promisify(fs.stat);
export const utimes = promisify(fs.utimes);
export const writeFile = promisify(fs.writeFile);
