import assert from 'node:assert/strict';
import { folderForEach, list, mismatched, pair, parseJson, points, rulesOf } from './bizenv.ts';

describe('bizenv.config.json', () => {
  const folder = folderForEach();

  async function failure(config: string, args: readonly string[] = ['lint', 'a.md']) {
    folder().write('bizenv.config.json', config);
    folder().write('a.md', pair);
    const run = await folder().run(args);
    assert.equal(run.code, 2, run.stdout + run.stderr);
    assert.equal(run.stdout, '');
    return run.stderr;
  }

  it('is found upwards from the file, with comments and trailing commas', async () => {
    folder().write('bizenv.config.json', '{\n  // 先关掉\n  "rules": { "lead-mismatch": "off", },\n}\n');
    folder().write('x/y/a.md', mismatched);
    assert.equal((await folder().run(['lint', 'x/y/a.md'])).code, 0);
    folder().write('x/bizenv.config.json', '{}');
    assert.equal((await folder().run(['lint', 'x/y/a.md'])).code, 1, 'the nearest one holds');
  });

  it('is passed over with --no-config and replaced with --config', async () => {
    folder().write('bizenv.config.json', '{ "rules": { "lead-mismatch": "off" } }');
    folder().write('ci.json', '{ "rules": { "lead-mismatch": "warning" } }');
    folder().write('a.md', mismatched);
    assert.equal((await folder().run(['lint', 'a.md', '--no-config'])).code, 1);
    const run = await folder().run(['lint', 'a.md', '--config', 'ci.json', '-f', 'json']);
    assert.equal(parseJson(run).summary.warnings, 1);
    assert.equal((await folder().run(['lint', 'a.md', '-c', 'none.json'])).code, 2);
  });

  it('gives way to the command line', async () => {
    folder().write('bizenv.config.json', '{ "year": 2024, "rules": { "lead-mismatch": "off" } }');
    folder().write('a.md', mismatched);
    const run = await folder().run(['lint', 'a.md', '-f', 'json', '--rule', 'lead-mismatch=error', '--year', '2026']);
    assert.deepEqual(rulesOf(run), ['lead-mismatch']);
    assert.equal(parseJson(run).files[0]?.year, 2026);
  });

  it('gives the year, before the title and after the front matter', async () => {
    folder().write('bizenv.config.json', '{ "year": 2024 }');
    folder().write('a.md', pair);
    folder().write('b.md', `---\nyear: 2025\n---\n\n${pair}`);
    const run = await folder().run(['lint', 'a.md', 'b.md', '-f', 'json', '--rule', 'stale-year=off']);
    assert.deepEqual(
      parseJson(run).files.map((file) => file.year),
      [2024, 2025],
    );
  });

  it('names further columns', async () => {
    folder().write(
      'a.md',
      pair.replaceAll(/\|$/gm, '| 6月底 |').replace('单位 | 6月底', '单位 | 交卷').replace('--- | 6月底', '--- | ---'),
    );
    const deadline = async () =>
      JSON.parse((await folder().run(['inspect', 'a.md', '-f', 'json'])).stdout).rows[0].deadline;
    assert.equal(await deadline(), null);
    folder().write('bizenv.config.json', '{ "columns": { "deadline": ["交卷"] } }');
    assert.equal(await deadline(), '6月底');
  });

  it('puts the files of a pair together, whichever is named', async () => {
    folder().write('bizenv.config.json', '{ "pairs": [["要点/a.md", "清单/a.md"]] }');
    folder().write('要点/a.md', points.replace('（市司法局）', '（市教育局）'));
    folder().write('清单/a.md', list);
    for (const args of [['要点/a.md'], ['清单/a.md'], ['.'], ['清单/a.md', '要点/a.md']]) {
      const run = await folder().run(['lint', ...args, '-f', 'json']);
      assert.deepEqual(rulesOf(run), ['lead-mismatch'], args.join(' '));
      assert.equal(parseJson(run).files.length, 2);
    }
  });

  it('says where a pair names a file that is missing', async () => {
    assert.match(
      await failure('{\n  "pairs": [\n    ["a.md", "b.md"]\n  ]\n}').catch(async () => {
        const run = await folder().run(['lint', 'a.md']);
        return run.stderr;
      }),
      /bizenv\.config\.json:3:14: 与本文件成对的 b\.md：文件不存在/,
    );
  });

  it('has overrides for some of the files, the later one winning', async () => {
    folder().write(
      'bizenv.config.json',
      `{
        "rules": { "lead-mismatch": "warning" },
        "overrides": [
          { "files": ["old/**"], "rules": { "lead-mismatch": "off" } },
          { "files": ["old/b.md"], "rules": { "lead-mismatch": "info" }, "year": 2020 }
        ]
      }`,
    );
    for (const name of ['a.md', 'old/a.md', 'old/b.md']) folder().write(name, mismatched);
    const json = parseJson(await folder().run(['lint', '.', '-f', 'json', '--rule', 'stale-year=off']));
    assert.deepEqual(
      json.files.map((file) => [file.path, file.year, ...file.findings.map((finding) => finding.severity)]),
      [
        ['a.md', 2026, 'warning'],
        ['old/a.md', 2026],
        ['old/b.md', 2020, 'info'],
      ],
    );
  });

  it('extends others: rules one by one, lists as a whole, paths relative to the file that has them', async () => {
    folder().write(
      'shared/base.json',
      '{ "rules": { "lead-mismatch": "warning", "placeholder": "error" }, "include": ["x.md"] }',
    );
    folder().write('shared/x.md', mismatched);
    folder().write('bizenv.config.json', '{ "extends": "./shared/base.json", "rules": { "placeholder": "off" } }');
    const run = await folder().run(['lint', '-f', 'json']);
    assert.equal(run.stderr, '');
    assert.deepEqual(
      parseJson(run).files.map((file) => [file.path, file.findings.map((finding) => finding.severity)]),
      [['shared/x.md', ['warning']]],
    );
  });

  it('names line and column of a syntax error', async () => {
    assert.equal(
      await failure('{\n  "year": 2024\n  "rules": {}\n}\n'),
      'bizenv: bizenv.config.json:3:3: JSON 语法错误：两项之间缺少逗号。请改正这一处。\n',
    );
    assert.match(await failure(''), /bizenv\.config\.json:1:1: JSON 语法错误/);
    assert.match(await failure('['.repeat(100_000)), /bizenv\.config\.json:1:\d+: JSON 语法错误/);
  });

  it('names the key meant, with line and column', async () => {
    assert.equal(
      await failure('{\n  "rule": {}\n}'),
      'bizenv: bizenv.config.json:2:3: 没有“rule”这一项。是不是“rules”？\n',
    );
    assert.match(
      await failure('{ "rules": { "led-mismatch": "off" } }'),
      /:1:14: 没有“led-mismatch”这条规则。是不是“lead-mismatch”？/,
    );
    assert.match(
      await failure('{ "rules": { "lead-mismatch": "err" } }'),
      /:1:31: “rules\.lead-mismatch”应为 off、info、warning、error 之一/,
    );
    assert.match(await failure('{ "columns": { "measure": ["x"] } }'), /是不是“measures”？/);
    assert.match(
      await failure('{ "overrides": [{ "files": ["a"], "yaer": 2024 }] }'),
      /:1:35: 没有“yaer”这一项。是不是“year”？/,
    );
    assert.match(await failure('{ "overrides": [{ "rules": {} }] }'), /:1:17: “overrides\.0\.files”/);
    assert.match(await failure('{ "year": "2024" }'), /:1:11: “year”应为四位数的年份，例如 2024/);
    assert.match(await failure('{ "include": "a.md" }'), /:1:14: “include”应为 \[ \] 括起来的路径或通配符/);
    assert.match(await failure('{ "pairs": [["a.md"]] }'), /:1:13: “pairs\.0”应为成组的路径/);
    assert.match(await failure('{ "extends": 3 }'), /:1:14: “extends”应为相对于本配置文件的路径/);
    assert.match(await failure('[]'), /:1:1: 配置应为 \{ \} 括起来的若干项/);
  });

  it('takes no harm from keys of the prototype', async () => {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      assert.match(await failure(`{ "${key}": { "year": 2024 } }`), new RegExp(`没有“${key}”这一项`));
      assert.match(await failure(`{ "rules": { "${key}": "off" } }`), new RegExp(`没有“${key}”这条规则`));
    }
    assert.equal(Object.hasOwn(Object.prototype, 'year'), false);
  });

  it('refuses to extend itself', async () => {
    folder().write('b.json', '{ "extends": "bizenv.config.json" }');
    assert.match(
      await failure('{ "extends": ["b.json"] }'),
      /b\.json:1:14: “extends”绕成一圈：bizenv\.config\.json → b\.json → bizenv\.config\.json/,
    );
  });

  it('says where it extends a file that is missing or broken', async () => {
    assert.match(await failure('{ "extends": "none.json" }'), /bizenv\.config\.json:1:14: none\.json：文件不存在/);
    folder().write('broken.json', '{ "yea": 1 }');
    assert.match(await failure('{ "extends": "broken.json" }'), /broken\.json:1:3: 没有“yea”这一项/);
  });

  it('is told once, however many files it holds for', async () => {
    folder().write('b.md', pair);
    const stderr = await failure('{ "yaer": 2024 }', ['lint', 'a.md', 'b.md']);
    assert.equal(stderr.trimEnd().split('\n').length, 1);
  });

  it('may be a folder, or no text, and is refused as such', async () => {
    folder().write('a.md', pair);
    folder().write('bizenv.config.json/x', '');
    const run = await folder().run(['lint', 'a.md']);
    assert.equal(run.code, 2);
    assert.match(run.stderr, /bizenv\.config\.json: 这是一个文件夹/);
  });
});
