import assert from 'node:assert/strict';
import { fixable, folderForEach, list, mismatched, pair, parseJson, points, rulesOf } from './bizenv.ts';

describe('bizenv lint', () => {
  const folder = folderForEach();

  it('exits 0 and says so when there is nothing to report', async () => {
    folder().write('a.md', pair);
    const run = await folder().run(['lint', 'a.md']);
    assert.deepEqual(run, { code: 0, stdout: '✔ 1 个文件，没有问题\n', stderr: '' });
  });

  it('exits 1 when there is an error', async () => {
    folder().write('a.md', mismatched);
    const run = await folder().run(['lint', 'a.md', '--format', 'json']);
    assert.equal(run.code, 1);
    assert.deepEqual(rulesOf(run), ['lead-mismatch']);
    assert.equal(run.stderr, '');
  });

  it('exits 0 when there are only warnings', async () => {
    folder().write('a.md', fixable);
    const run = await folder().run(['lint', 'a.md', '--format', 'json']);
    assert.equal(run.code, 0);
    assert.deepEqual(rulesOf(run), ['document-number']);
  });

  it('exits 1 when there are more warnings than --max-warnings, also when --quiet hides them', async () => {
    folder().write('a.md', fixable);
    assert.equal((await folder().run(['lint', 'a.md', '--max-warnings', '1'])).code, 0);
    const run = await folder().run(['lint', 'a.md', '--max-warnings=0', '--quiet']);
    assert.equal(run.code, 1);
    assert.equal(run.stdout, '✔ 1 个文件，没有问题\n');
    assert.match(run.stderr, /警告 1 个，超过上限 0 个/);
  });

  it('lists errors only with --quiet', async () => {
    folder().write('a.md', mismatched.replace('## 一、', '云政办发[2026]1号\n\n## 一、'));
    assert.deepEqual(rulesOf(await folder().run(['lint', 'a.md', '-f', 'json'])), ['document-number', 'lead-mismatch']);
    const run = await folder().run(['lint', 'a.md', '-f', 'json', '-q']);
    assert.deepEqual(rulesOf(run), ['lead-mismatch']);
    assert.deepEqual(parseJson(run).summary, { files: 1, errors: 1, warnings: 0, infos: 0, fixable: 0 });
  });

  it('sets severities by --rule', async () => {
    folder().write('a.md', mismatched);
    const run = await folder().run(['lint', 'a.md', '--rule', 'lead-mismatch=info', '--rule', 'lead-order=off']);
    assert.equal(run.code, 0);
    assert.match(run.stdout, /错误 0，警告 0，提示 1/);
    const off = await folder().run(['lint', 'a.md', '--rule', 'lead-mismatch=off']);
    assert.equal(off.stdout, '✔ 1 个文件，没有问题\n');
  });

  it('judges by --year, and says null where no year is known', async () => {
    folder().write('a.md', pair.replaceAll('2026年', ''));
    const unknown = await folder().run(['lint', 'a.md', '-f', 'json']);
    assert.equal(parseJson(unknown).files[0]?.year, null);
    const given = await folder().run(['lint', 'a.md', '-f', 'json', '--year', '2025']);
    assert.equal(parseJson(given).files[0]?.year, 2025);
  });

  it('reads standard input under the name it is given', async () => {
    const run = await folder().run(['lint', '--stdin', '--stdin-filename', 'drafts/a.md', '-f', 'json'], {
      stdin: mismatched,
    });
    assert.equal(run.code, 1);
    assert.equal(parseJson(run).files[0]?.path, 'drafts/a.md');
  });

  it('passes over a file that holds neither part', async () => {
    folder().write('a.md', '# 会议纪要\n\n讨论了几件事。\n');
    folder().write('b.md', pair);
    const run = await folder().run(['lint', 'a.md', 'b.md', '-f', 'json']);
    assert.equal(run.code, 0);
    assert.deepEqual(
      parseJson(run).files.map((file) => file.path),
      ['b.md'],
    );
    assert.equal((await folder().run(['lint', 'a.md'])).code, 0);
  });

  it('speaks the language of --locale, then of the environment, else Chinese', async () => {
    folder().write('a.md', pair);
    const say = async (args: readonly string[], env = {}) =>
      (await folder().run(['lint', 'a.md', ...args], { env })).stdout;
    assert.match(await say([]), /没有问题/);
    assert.match(await say([], { LANG: 'C.UTF-8' }), /没有问题/);
    assert.match(await say([], { LANG: 'en_US.UTF-8' }), /no findings/);
    assert.match(await say([], { LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }), /没有问题/);
    assert.match(await say(['--locale', 'en'], { LC_ALL: 'zh_CN.UTF-8' }), /no findings/);
  });

  it('judges the files of a pair together when the front matter of one names the other', async () => {
    folder().write('要点.md', `---\npair: 清单.md\n---\n\n${points}`);
    folder().write('清单.md', list.replace('| 市司法局 |', '| 市教育局 |'));
    const run = await folder().run(['lint', '要点.md', '-f', 'json']);
    assert.deepEqual(
      parseJson(run).files.map((file) => [file.path, file.findings.map((finding) => finding.rule)]),
      [
        ['要点.md', []],
        ['清单.md', ['lead-mismatch']],
      ],
    );
    const related = parseJson(run).files[1]?.findings[0]?.related?.[0];
    assert.equal(related?.path, '要点.md');
  });

  it('reports the findings of the other rules when one throws, and exits 2', async () => {
    const { rules } = await import('#shared/rules/all.ts');
    const broken = rules.find((rule) => rule.id === 'lead-order');
    assert.ok(broken);
    const { check } = broken;
    const throwing = () => {
      throw new Error('out of \u001b[31mink');
    };
    folder().write('a.md', fixable);
    Object.assign(broken, { check: throwing });
    try {
      const run = await folder().run(['lint', 'a.md', '--fix', '-f', 'json']);
      assert.equal(run.code, 2);
      assert.deepEqual(rulesOf(run), ['document-number']);
      assert.match(run.stderr, /规则 lead-order 出现内部错误：out of ␛\[31mink/);
      assert.equal(folder().read('a.md').toString(), fixable, 'nothing is written');
    } finally {
      Object.assign(broken, { check });
    }
  });
});

describe('bizenv lint --format json', () => {
  const folder = folderForEach();

  it('has the documented shape, with lines and columns from 1 and offsets of the text without its byte order mark', async () => {
    folder().write('drafts/2026.md', `\uFEFF${mismatched}`);
    const run = await folder().run(['lint', 'drafts', '-f', 'json', '--locale', 'en']);
    const json = parseJson(run);
    const start = mismatched.indexOf('市司法局 |');
    const finding = json.files[0]?.findings[0];
    assert.equal(json.version, 1);
    assert.deepEqual(
      json.files.map(({ path, year }) => ({ path, year })),
      [{ path: 'drafts/2026.md', year: 2026 }],
    );
    assert.equal(mismatched.slice(finding?.start.offset, finding?.end.offset).trim(), '市司法局');
    const lines = mismatched.slice(0, finding?.start.offset).split('\n');
    assert.equal(finding?.start.line, lines.length);
    assert.equal(finding?.start.column, (lines.at(-1)?.length ?? 0) + 1);
    assert.equal(finding?.end.line, finding?.start.line);
    assert.ok(start > 0);
    assert.deepEqual(Object.keys(finding ?? {}), [
      'rule',
      'severity',
      'message',
      'start',
      'end',
      'fix',
      'related',
      'data',
    ]);
    assert.deepEqual(json.summary, { files: 1, errors: 1, warnings: 0, infos: 0, fixable: 0 });
  });

  it('leaves out fix and related where there are none', async () => {
    folder().write(
      'a.md',
      pair
        .replace('出台市场准入便利化措施。（', '出台XX措施。（')
        .replace('| 出台市场准入便利化措施。', '| 出台XX措施。'),
    );
    const run = await folder().run(['lint', 'a.md', '-f', 'json']);
    const found = parseJson(run).files[0]?.findings.find((finding) => finding.rule === 'placeholder');
    assert.ok(found !== undefined && !('fix' in found));
  });

  it('lists a clean file with an empty list', async () => {
    folder().write('a.md', pair);
    assert.deepEqual(parseJson(await folder().run(['lint', 'a.md', '-f', 'json'])), {
      version: 1,
      files: [{ path: 'a.md', year: 2026, findings: [] }],
      summary: { files: 1, errors: 0, warnings: 0, infos: 0, fixable: 0 },
    });
  });

  it('names the file of an edit that stands in the other file of the pair', async () => {
    folder().write('bizenv.config.json', '{ "pairs": [["a.md", "b.md"]] }');
    folder().write('a.md', points.replace('3. 修订', '4. 修订'));
    folder().write('b.md', list.replace('| 3 |', '| 4 |'));
    const run = await folder().run(['lint', 'a.md', '-f', 'json']);
    const edits = parseJson(run).files.flatMap((file) =>
      file.findings.flatMap((finding) => finding.fix?.edits.map((edit) => [file.path, edit.path]) ?? []),
    );
    assert.ok(edits.length > 0);
    for (const [own, other] of edits) assert.notEqual(own, other);
  });

  it('escapes what a terminal would obey', async () => {
    folder().write('a.md', mismatched.replace('（市教育局）', '（市教育局\u009b31m）'));
    const run = await folder().run(['lint', 'a.md', '-f', 'json']);
    assert.doesNotMatch(run.stdout, /(?!\n)\p{Cc}/u);
    assert.doesNotThrow(() => parseJson(run));
  });
});
