import './mocha.ts';
import './folders.test.ts';
import { runMocha } from './mocha.ts';

export function run(): Promise<void> {
  return runMocha();
}
