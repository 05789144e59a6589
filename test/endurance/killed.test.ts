import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, rmSync, watch } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { builtProgram } from '../built.ts';
import { Folder, fixable } from '../cli/bizenv.ts';

const draft = Buffer.from(fixable.replaceAll('2. ', '2.'));
/** Of each of seven kinds; with `FUZZ_KILLS=44` they are more than 300. `FUZZ_RUNS` is for what costs less than processes. */
const KILLS = Number(process.env.FUZZ_KILLS ?? 12);

/** From 0 to 1, all alike: moments that are drawn towards the ends fall before a run or behind it. */
const MOMENT = fc.noBias(fc.integer({ min: 0, max: 1000 })).map((thousandths) => thousandths / 1000);

/** What is run, and the files that it writes. */
const works: readonly { readonly args: readonly string[]; readonly writes: readonly string[] }[] = [
  { args: ['lint', '2026.md', '--fix'], writes: ['2026.md'] },
  { args: ['format', '2026.md'], writes: ['2026.md'] },
  { args: ['draft', '--from', '2026.md', '--year', '2027', '--out', '2027.md', '--force'], writes: ['2027.md'] },
  { args: ['lint', '2026.md', '--write-baseline', 'baseline.json'], writes: ['baseline.json'] },
  { args: ['lint', '2026.md', '-f', 'json=a.json', '-f', 'html=a.html'], writes: ['a.json', 'a.html'] },
  { args: ['lint', '2026.md', '-f', 'sarif=a.sarif', '-f', 'junit=a.xml'], writes: ['a.sarif', 'a.xml'] },
  { args: ['lint', '2026.md', '--cache', '--cache-location', 'cache'], writes: [] },
];

describe('a run that is killed at any moment', () => {
  let folder: Folder;
  before(() => {
    folder = new Folder();
  });
  after(() => folder.remove());

  for (const { args, writes } of works)
    it(`leaves each file old or new, and whole: ${args.join(' ')}`, async () => {
      const old = new Map(writes.map((name) => [name, name === '2026.md' ? draft : Buffer.from(`old ${name}`)]));
      const reset = () => {
        for (const name of readdirSync(folder.path)) rmSync(join(folder.path, name), { recursive: true });
        folder.write('2026.md', draft);
        for (const [name, content] of old) folder.write(name, content);
      };
      reset();
      const run = () => spawnSync(process.execPath, [builtProgram(), ...args], { cwd: folder.path });
      const whole = run();
      const fresh = new Map(writes.map((name) => [name, folder.read(name)]));
      // The first run compiles the program, and takes far longer than those that are killed.
      reset();
      const started = performance.now();
      run();
      let duration = performance.now() - started;
      const killed: string[] = [];
      await fc.assert(
        fc.asyncProperty(MOMENT, async (moment) => {
          reset();
          const begun = performance.now();
          killed.push(await killedRun(args, folder.path, moment < 0.5 ? 'writing' : (moment * 2 - 1) * duration * 1.1));
          // The machine may have been busier when the duration was measured: the moments are to fall within a run.
          if (killed.at(-1) === 'ended') duration = Math.min(duration, performance.now() - begun);
          for (const name of writes) {
            const found = folder.read(name);
            assert.ok(old.get(name)?.equals(found) || fresh.get(name)?.equals(found), `${name} is neither old nor new`);
          }
          if (!writes.includes('2026.md')) assert.ok(folder.read('2026.md').equals(draft));
          for (const name of readdirSync(folder.path))
            assert.match(name, /^(?:2026\.md|2027\.md|baseline\.json|a\.\w+|cache|\.bizenv-\d+-[0-9a-f]{12}\.tmp)$/);
          // What is left disturbs nobody: the next run does the work.
          if (killed.length % 10 === 1) {
            const next = spawnSync(process.execPath, [builtProgram(), ...args], { cwd: folder.path });
            if (writes.includes('2026.md')) return;
            assert.deepEqual([next.status, next.stdout.toString()], [whole.status, whole.stdout.toString()]);
            for (const name of writes) assert.ok(fresh.get(name)?.equals(folder.read(name)));
          }
        }),
        { numRuns: KILLS },
      );
      assert.ok(killed.includes('killed'), 'no run was killed in time');
    });
});

/** @param when after so many milliseconds, or as soon as a file is being written. */
async function killedRun(args: readonly string[], cwd: string, when: number | 'writing'): Promise<'killed' | 'ended'> {
  const child = spawn(process.execPath, [builtProgram(), ...args], { cwd, stdio: 'ignore' });
  const ended = new Promise<'killed' | 'ended'>((resolve) =>
    child.once('exit', (_, signal) => resolve(signal === null ? 'ended' : 'killed')),
  );
  if (when === 'writing') {
    const watcher = watch(cwd, (_, name) => {
      if (name?.endsWith('.tmp')) child.kill('SIGKILL');
    });
    void ended.then(() => watcher.close());
  } else setTimeout(() => child.kill('SIGKILL'), when);
  return await ended;
}
