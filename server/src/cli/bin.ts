#!/usr/bin/env node
import module from 'node:module';
import { processEnvironment } from './environment.ts';

// Kept compiled between runs where Node can do so (22.1 and later): half of a short run is compiling.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2), processEnvironment());
