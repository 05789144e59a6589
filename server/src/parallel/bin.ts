import { join } from 'node:path';
import { loadKept } from '../launch/code-cache.ts';

/** Put in by the bundler: the path of the program, relative to this file. */
declare const BIZENV_PROGRAM: string;

const path = join(__dirname, BIZENV_PROGRAM);
const program = loadKept<typeof import('../cli/program.ts')>(path, require, 'thread', process.env);
program.exports.work(program.keep);
