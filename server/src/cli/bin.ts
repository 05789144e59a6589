#!/usr/bin/env node
import { startProgram } from '../launch/start.ts';

const args = process.argv.slice(2);
const [command = ''] = args;
const use = /^[a-z]{1,20}$/.test(command) ? command : 'options';
// A script: what Node loads to run a module takes longer than a run whose results are known takes for the rest.
const program = startProgram<typeof import('./program.ts')>(__dirname, require, use, process.env);
program.exports.run(args, program.keep).then((code) => {
  process.exitCode = code;
});
