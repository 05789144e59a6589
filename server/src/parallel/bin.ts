import { startProgram } from '../launch/start.ts';

const program = startProgram<typeof import('../cli/program.ts')>(__dirname, require, 'thread', process.env);
program.exports.work(program.keep);
