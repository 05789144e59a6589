import { fileURLToPath } from 'node:url';
import { loadKept } from '../launch/code-cache.ts';

/** Put in by the bundler: the path of the program, relative to this file. */
declare const BIZENV_PROGRAM: string;

const path = fileURLToPath(new URL(BIZENV_PROGRAM, import.meta.url));
const program = loadKept<typeof import('../cli/program.ts')>(path, 'thread', process.env);
program.exports.work(program.keep);
