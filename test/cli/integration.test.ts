import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { lintOptions, mergeOptions } from '#server/cli/options.ts';
import { folderForEach, mismatched, pair } from './bizenv.ts';
import { builtProgram } from './built.ts';
import { manyDrafts } from './reports.ts';

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
    assert.equal(shell(report, {}).status, 1);
    const whole = shell('npx bizenv lint drafts --format sarif', {});
    assert.equal(folder().read('bizenv.sarif').toString(), whole.stdout);
  });

  it('the GitLab template gives the report of one run', () => {
    for (const { name, text } of manyDrafts(20)) folder().write(name, text);
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

  it('the pre-commit hooks check the files that they are given', () => {
    for (const { entry } of yaml('.pre-commit-hooks.yaml')) {
      folder().write('a.md', pair);
      assert.equal(shell(`npx ${entry} a.md`, {}).status, 0, entry);
    }
  });
});

describe('the packed package', () => {
  const folder = folderForEach();

  it('can be imported by its name, with types, and holds no part of the editor', () => {
    builtProgram();
    const packed = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
    });
    const [{ files }] = JSON.parse(packed.stdout);
    const names: readonly string[] = files.map((file: { readonly path: string }) => file.path);
    assert.ok(names.includes('server/types/library.d.ts'));
    assert.ok(!names.some((name) => /^(client|syntaxes)\/|^dist\/extension\//.test(name)), names.join('\n'));
    folder().write('node_modules/bizenv-tasklist/package.json', readFileSync(join(root, 'package.json')));
    symlinkSync(join(root, '.cache/test-dist'), join(folder().path, 'node_modules/bizenv-tasklist/dist'));
    symlinkSync(join(root, 'server'), join(folder().path, 'node_modules/bizenv-tasklist/server'));
    folder().write('package.json', '{ "type": "module" }');
    folder().write(
      'use.ts',
      "import { type Finding, lint, version } from 'bizenv-tasklist';\nconst found: readonly Finding[] = lint({ path: 'a.md', text: '' }).flatMap((file) => file.findings);\nconsole.log(version, found.length);\n",
    );
    folder().write(
      'use.js',
      "import { lint } from 'bizenv-tasklist';\nconsole.log(lint({ path: 'a.md', text: '' }).length);\n",
    );
    assert.equal(spawnSync(process.execPath, ['use.js'], { cwd: folder().path, encoding: 'utf8' }).stdout, '1\n');
    const options = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--types',
      'node',
      '--typeRoots',
      join(root, 'node_modules/@types'),
      'use.ts',
    ];
    const checked = spawnSync(join(root, 'node_modules/.bin/tsc'), options, { cwd: folder().path, encoding: 'utf8' });
    assert.equal(checked.stdout, '');
  });
});
