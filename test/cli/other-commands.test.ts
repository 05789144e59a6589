import assert from 'node:assert/strict';
import { documentedRules as rules } from '#shared/rules/documented.ts';
import { folderForEach, list, pair, points } from './bizenv.ts';

describe('bizenv', () => {
  const folder = folderForEach();

  it('prints help when asked, in both languages, and fails without a command', async () => {
    const asked = await folder().run(['--help']);
    assert.match(asked.stdout, /^.*\n\n常用：\n {2}bizenv lint /);
    assert.deepEqual(await folder().run(['help']), asked);
    assert.deepEqual(await folder().run(['help', 'lint']), await folder().run(['lint', '--help']));
    assert.equal(asked.code, 0);
    assert.match(asked.stdout, /bizenv lint/);
    assert.match((await folder().run(['--help', '--locale', 'en'])).stdout, /Commands:/);
    for (const command of ['lint', 'rules', 'explain', 'inspect'])
      assert.match((await folder().run([command, '--help'])).stdout, new RegExp(`用法：bizenv ${command}`));
    const bare = await folder().run([]);
    assert.equal(bare.code, 2);
    assert.equal(bare.stdout, '');
    assert.match(bare.stderr, /bizenv lint/);
  });

  it('names every option of lint in its help', async () => {
    const { stdout } = await folder().run(['lint', '-h', '--locale', 'en']);
    const options =
      'format fix fix-suggestions rule year units config no-config locale max-warnings quiet stdin stdin-filename color no-color help version';
    for (const option of options.split(' ')) assert.match(stdout, new RegExp(`--${option}\\b`));
  });

  it('takes common options in front of the command', async () => {
    const { stdout, code } = await folder().run(['--locale', 'en', '--no-color', 'explain', 'lead-order']);
    assert.equal(code, 0);
    assert.match(stdout, /What to do/);
  });

  it('prints its version', async () => {
    assert.match((await folder().run(['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
  });
});

describe('bizenv rules', () => {
  const folder = folderForEach();

  it('lists every rule in a table, and as JSON', async () => {
    const table = (await folder().run(['rules'])).stdout;
    const json = JSON.parse((await folder().run(['rules', '--format', 'json', '--locale', 'en'])).stdout);
    for (const rule of rules) assert.match(table, new RegExp(`^${rule.id} `, 'm'));
    assert.deepEqual(
      json.rules.map((rule: { readonly id: string; readonly summary: string }) => [rule.id, rule.summary]),
      rules.map((rule) => [rule.id, rule.docs.summary.en]),
    );
  });

  it('takes no arguments', async () => {
    assert.equal((await folder().run(['rules', 'lead-order'])).code, 2);
  });
});

describe('bizenv explain', () => {
  const folder = folderForEach();

  for (const rule of rules)
    it(`explains ${rule.id} in both languages`, async () => {
      for (const locale of ['zh', 'en'] as const) {
        const run = await folder().run(['explain', rule.id, '--locale', locale]);
        assert.equal(run.code, 0);
        for (const text of [rule.docs.summary, rule.docs.why, rule.docs.remedy])
          assert.ok(run.stdout.includes(text[locale]));
      }
    });

  it('wants one rule', async () => {
    assert.equal((await folder().run(['explain'])).code, 2);
    assert.equal((await folder().run(['explain', 'lead-order', 'missing-lead'])).code, 2);
  });
});

describe('bizenv inspect', () => {
  const folder = folderForEach();

  it('prints what was read as JSON in the documented shape', async () => {
    folder().write('a.md', pair);
    const run = await folder().run(['inspect', 'a.md', '--format', 'json']);
    const json = JSON.parse(run.stdout);
    assert.deepEqual(Object.keys(json), ['version', 'path', 'year', 'place', 'title', 'points', 'rows', 'pairs']);
    assert.deepEqual([json.version, json.path, json.year, json.place], [1, 'a.md', 2026, '云州市']);
    const start = pair.indexOf('2. 上线');
    assert.deepEqual(json.points[1], {
      number: 2,
      section: '优化市场准入环境',
      domain: '完善市场准入机制',
      text: '上线企业服务专区。',
      leadUnits: ['市司法局'],
      responsibleUnits: [],
      deadline: null,
      start: { line: 9, column: 1, offset: start },
      end: { line: 9, column: 19, offset: start + 18 },
    });
    assert.deepEqual(Object.keys(json.rows[0]), [
      'number',
      'section',
      'domain',
      'task',
      'measures',
      'leadUnits',
      'responsibleUnits',
      'deadline',
      'start',
      'end',
    ]);
    assert.deepEqual(
      json.pairs.map((each: { readonly point: number; readonly row: number }) => [each.point, each.row]),
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    );
    for (const { similarity } of json.pairs) assert.equal(similarity, Math.round(similarity * 100) / 100);
  });

  it('prints the same for people, in both languages', async () => {
    folder().write('a.md', pair);
    const { stdout } = await folder().run(['inspect', 'a.md']);
    assert.match(stdout, /^ {2}2\. 上线企业服务专区。 {2}\(9:1\)$/m);
    assert.match(stdout, /^ {5}牵头：市司法局$/m);
    assert.match((await folder().run(['inspect', 'a.md', '--locale', 'en'])).stdout, /^ {5}lead: 市司法局$/m);
  });

  it('pairs with the other file that the front matter names, and prints its own part', async () => {
    folder().write('要点.md', `---\npair: 清单.md\n---\n\n${points}`);
    folder().write('清单.md', list);
    const json = JSON.parse((await folder().run(['inspect', '要点.md', '-f', 'json'])).stdout);
    assert.equal(json.points.length, 3);
    assert.equal(json.rows.length, 0);
    assert.equal(json.pairs.length, 3);
  });

  it('reads a file that holds neither part', async () => {
    folder().write('a.md', '你好\n');
    const run = await folder().run(['inspect', 'a.md', '-f', 'json']);
    assert.equal(run.code, 0);
    assert.deepEqual(JSON.parse(run.stdout).points, []);
  });

  it('fails on a file that cannot be read', async () => {
    assert.equal((await folder().run(['inspect', 'a.md'])).code, 2);
    assert.equal((await folder().run(['inspect'])).code, 2);
  });
});
