import './mocha.ts';
import './editor.test.ts';
import './check-drafts.test.ts';
import './navigation.test.ts';
import './json.test.ts';
import './tasks.test.ts';
import './draft.test.ts';
import './views.test.ts';
import { runMocha } from './mocha.ts';

export function run(): Promise<void> {
  return runMocha();
}
