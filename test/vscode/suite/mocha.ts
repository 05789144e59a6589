import 'mocha/mocha.js';
import { startFromCleanSlate } from './clean-slate.ts';

/**
 * The browser's build of mocha, which runs in both extension hosts, without what it asks of a page. What is waited for and
 * never comes ends in a failure: an editor that hangs would hang the whole run. A whole editor does not always do what it is
 * told on a busy machine, so a test that fails is tried twice more, from the start.
 */
const runner = new Mocha({
  ui: 'bdd',
  reporter: 'spec',
  timeout: 180_000,
  retries: 2,
  color: false,
  forbidOnly: true,
});
runner.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', runner);
startFromCleanSlate();

/** At the end of each line of the report: a workbench in a browser logs much else. */
const MARK = '\u200b';
const log = console.log.bind(console);
Mocha.reporters.Base.consoleLog = (...args: unknown[]) => log(`${format(args)}${MARK}`);

/** `%s` and `%d` as consoles know them. */
function format([pattern = '', ...values]: readonly unknown[]): string {
  const line = String(pattern).replace(/%[sd]/g, () => String(values.shift() ?? ''));
  return [line, ...values].join(' ');
}

/** Runs all tests that were declared so far; rejects when one fails. */
export function runMocha(): Promise<void> {
  return new Promise((resolve, reject) => {
    runner
      .run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`))))
      .on('retry', ({ title }: Mocha.Test, { message }: Error) => {
        Mocha.reporters.Base.consoleLog(`    tried again: ${title}: ${message}`);
      });
  });
}
