#!/usr/bin/env node
import { join } from 'node:path';
import { loadKept } from '../launch/code-cache.ts';

/** Put in by the bundler: the path of the program, relative to this file. */
declare const BIZENV_PROGRAM: string;

const args = process.argv.slice(2);
const [command = ''] = args;
const use = /^[a-z]{1,20}$/.test(command) ? command : 'options';
// A script: what Node loads to run a module takes longer than a run whose results are known takes for the rest.
const path = join(__dirname, BIZENV_PROGRAM);
const program = loadKept<typeof import('./program.ts')>(path, require, use, process.env);
program.exports.run(args, program.keep).then((code) => {
  process.exitCode = code;
});
