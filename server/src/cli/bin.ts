#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { loadKept } from '../launch/code-cache.ts';

/** Put in by the bundler: the path of the program, relative to this file. */
declare const BIZENV_PROGRAM: string;

const args = process.argv.slice(2);
const [command = ''] = args;
const use = /^[a-z]{1,20}$/.test(command) ? command : 'options';
const path = fileURLToPath(new URL(BIZENV_PROGRAM, import.meta.url));
const program = loadKept<typeof import('./program.ts')>(path, use, process.env);
process.exitCode = await program.exports.run(args, program.keep);
