import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { rules } from '#shared/rules/all.ts';
import { folderForEach, list, mismatched, pair, points } from './bizenv.ts';
import { hostile } from './reports.ts';

const realPair = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');

function validatorOf(name: string) {
  const schema = JSON.parse(readFileSync(new URL(`../fixtures/schemas/${name}`, import.meta.url), 'utf8'));
  // Both are of draft 4, which differs from what Ajv knows in nothing that they use but the name of `id`.
  delete schema.$schema;
  delete schema.id;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (value: unknown) => assert.ok(validate(value), JSON.stringify(validate.errors?.slice(0, 5), null, 2));
}

function parseXml(text: string): Element {
  const root = new DOMParser({
    onError: (_level, message) => {
      throw new Error(message);
    },
  }).parseFromString(text, 'text/xml').documentElement;
  assert.ok(root !== null);
  return root;
}

function elements(root: Element, name: string): readonly Element[] {
  return [...root.getElementsByTagName(name)];
}

describe('report formats', () => {
  const folder = folderForEach();

  async function output(format: string, files: Readonly<Record<string, string>>, ...more: string[]): Promise<string> {
    for (const [name, text] of Object.entries(files)) folder().write(name, text);
    const run = await folder().run(['lint', ...Object.keys(files), '--format', format, ...more]);
    assert.equal(run.stderr, '');
    return run.stdout;
  }

  for (const format of ['json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'rdjson', 'markdown', 'html'])
    it(`prints ${format} in both languages for clean, broken and hostile drafts, and no character that a terminal obeys`, async () => {
      for (const locale of ['zh', 'en']) {
        const text = await output(
          format,
          { 'a.md': pair, 'b & c.md': hostile, 'd.md': mismatched },
          '--locale',
          locale,
        );
        assert.doesNotMatch(text, /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
        assert.match(text, /lead-mismatch/);
      }
    });

  describe('sarif', () => {
    const validate = validatorOf('sarif-schema-2.1.0.json');

    it('keeps to the official schema for every kind of draft', async () => {
      validate(JSON.parse(await output('sarif', { 'a.md': realPair })));
      validate(JSON.parse(await output('sarif', { 'a b.md': hostile, 'c.md': pair }, '--locale', 'en')));
    });

    it('lists every rule, and names the place, the other side and the fix of a finding', async () => {
      const { runs } = JSON.parse(await output('sarif', { 'a 甲.md': mismatched }));
      const [run] = runs;
      assert.deepEqual(
        run.tool.driver.rules.map((rule: { readonly id: string }) => rule.id),
        rules.map(({ id }) => id),
      );
      assert.equal(run.columnKind, 'utf16CodeUnits');
      const [result] = run.results;
      assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      assert.equal(decodeURIComponent(artifactLocation.uri), 'a 甲.md');
      const line = mismatched.split('\n')[region.startLine - 1] ?? '';
      assert.equal(line.slice(region.startColumn - 1, region.endColumn - 1), '市司法局');
      assert.ok(result.relatedLocations.length > 0);
      const [replacement] = result.fixes[0].artifactChanges[0].replacements;
      assert.equal(replacement.insertedContent.text, '市教育局');
    });

    it('gives fingerprints that are unique, and stay when lines are put in and tasks renumbered', async () => {
      const fingerprints = (text: string): readonly string[] =>
        JSON.parse(text).runs[0].results.map(
          (result: { readonly partialFingerprints: Readonly<Record<string, string>> }) =>
            result.partialFingerprints['bizenvFinding/v1'],
        );
      const before = fingerprints(await output('sarif', { 'a.md': mismatched }));
      const moved = mismatched
        .replace('## 一、', '发文说明。\n\n## 一、')
        .replace('2. 上线', '12. 上线')
        .replace('| 2 |', '| 12 |');
      const after = fingerprints(await output('sarif', { 'a.md': moved }));
      for (const fingerprint of before) assert.ok(after.includes(fingerprint));
      const real = fingerprints(await output('sarif', { 'a.md': realPair }));
      assert.equal(new Set(real).size, real.length);
    });
  });

  describe('github', () => {
    it('puts errors first and the totals last, and escapes what GitHub would read', async () => {
      const text = await output('github', { 'a,b:c%.md': hostile });
      const lines = text.trimEnd().split('\n');
      const kinds = lines.map((line) => /^::(\w+) /.exec(line)?.[1]);
      assert.deepEqual(
        kinds.filter((kind) => kind !== undefined),
        [
          ...kinds.filter((kind) => kind === 'error'),
          ...kinds.filter((kind) => kind === 'warning'),
          ...kinds.filter((kind) => kind === 'notice'),
        ],
      );
      assert.match(
        lines[0] ?? '',
        /^::error file=a%2Cb%3Ac%25\.md,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[a-z-]+::/,
      );
      assert.match(text, /'%25::服务␛/);
      assert.match(text, /\n✖ 1 个文件/);
    });
  });

  describe('gitlab', () => {
    it('lists issues with the fields that GitLab needs, each with its own fingerprint', async () => {
      const issues = JSON.parse(await output('gitlab', { 'a.md': realPair, 'b.md': hostile }));
      for (const { description, check_name, fingerprint, severity, location } of issues) {
        assert.ok(description.length > 0 && rules.some(({ id }) => id === check_name));
        assert.match(fingerprint, /^[0-9a-f]{64}$/);
        assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(severity));
        assert.ok(['a.md', 'b.md'].includes(location.path) && location.lines.begin >= 1);
      }
      const fingerprints = issues.map((issue: { readonly fingerprint: string }) => issue.fingerprint);
      assert.equal(new Set(fingerprints).size, issues.length);
    });

    it('prints an empty list where there is nothing', async () => {
      assert.equal(await output('gitlab', { 'a.md': pair }), '[]\n');
    });
  });

  describe('junit and checkstyle', () => {
    it('are well-formed XML that gives every message back', async () => {
      const json = JSON.parse(await output('json', { 'b & c.md': hostile }));
      const messages: readonly string[] = json.files[0].findings.map((finding: { readonly message: string }) =>
        finding.message.replaceAll('\u001b', '␛'),
      );
      const junit = parseXml(await output('junit', { 'b & c.md': hostile }));
      assert.deepEqual(
        elements(junit, 'failure').map((failure) => failure.getAttribute('message')),
        messages.filter((_, index) => json.files[0].findings[index].severity !== 'info'),
      );
      const checkstyle = parseXml(await output('checkstyle', { 'b & c.md': hostile }));
      assert.deepEqual(
        elements(checkstyle, 'error').map((error) => error.getAttribute('message')),
        messages,
      );
      assert.equal(elements(checkstyle, 'file')[0]?.getAttribute('name'), 'b & c.md');
    });

    it('count tests and failures, and pass a clean file', async () => {
      const root = parseXml(await output('junit', { 'a.md': realPair, 'b.md': pair }));
      assert.equal(Number(root.getAttribute('tests')), elements(root, 'testcase').length);
      assert.equal(Number(root.getAttribute('failures')), elements(root, 'failure').length);
      const clean = elements(root, 'testsuite').find((suite) => suite.getAttribute('name') === 'b.md');
      assert.equal(clean?.getAttribute('failures'), '0');
      assert.equal(clean?.getElementsByTagName('testcase').length, 1);
    });
  });

  describe('rdjson', () => {
    const validate = validatorOf('rdjson-schema.json');

    it('keeps to reviewdog’s schema, with columns in bytes', async () => {
      validate(JSON.parse(await output('rdjson', { 'a.md': realPair })));
      const { diagnostics } = JSON.parse(await output('rdjson', { 'b.md': mismatched }));
      validate({ diagnostics });
      const { range } = diagnostics[0].location;
      const line = Buffer.from(mismatched.split('\n')[range.start.line - 1] ?? '');
      assert.equal(line.subarray(range.start.column - 1, range.end.column - 1).toString(), '市司法局');
      assert.equal(diagnostics[0].suggestions[0].text, '市教育局');
    });
  });

  describe('markdown', () => {
    it('folds each file, the worst first, and lets no word of a draft be markup, a link or a call', async () => {
      const text = await output('markdown', { 'a.md': pair.replace('2026年优化', '2025年优化'), 'b.md': hostile });
      const summaries = [...text.matchAll(/<summary>(\S+)/g)].map(([, name]) => name);
      assert.equal(summaries[0], 'b.md');
      assert.doesNotMatch(text, /<b>|@all|\]\(http:/);
      for (const row of text.split('\n').filter((line) => line.startsWith('| 🔴')))
        assert.equal(row.replaceAll('\\|', '').split('|').length, 6, row);
    });

    it('stays below the length of a comment, and says how much is left out', async () => {
      const names = Array.from({ length: 12 }, (_, index) => `${index}.md`);
      const text = await output('markdown', Object.fromEntries(names.map((name) => [name, realPair])));
      assert.ok(text.length < 65_536);
      const rows = text.split('\n').filter((line) => /^\| [🔴🟡🔵]/u.test(line)).length;
      const [, left = '0'] = /另有 (\d+) 个问题没有列出/.exec(text) ?? [];
      const [, all = '0'] = /(\d+) 个问题：/.exec(text) ?? [];
      assert.equal(rows + Number(left), Number(all));
    });
  });

  describe('html', () => {
    it('is one page whose policy admits its own script and style only', async () => {
      const html = await output('html', { 'a.md': realPair });
      const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
      for (const [tag, directive] of [
        ['style', 'style-src'],
        ['script', 'script-src'],
      ] as const) {
        const [, body = ''] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html) ?? [];
        const hash = createHash('sha256').update(body).digest('base64');
        assert.ok(policy.includes(`${directive} 'sha256-${hash}'`));
      }
      assert.match(policy, /^default-src 'none';/);
      assert.doesNotMatch(html, /<(img|link|iframe)|\son\w+=|\sstyle=|src="/);
    });

    it('shows every finding once, and every task beside its partner', async () => {
      const html = await output('html', { 'a.md': realPair });
      const { summary } = JSON.parse(await output('json', { 'a.md': realPair }));
      const cards = [...html.matchAll(/<article class="finding (\w+)"/g)];
      assert.equal(cards.length, summary.errors + summary.warnings + summary.infos);
      assert.equal([...html.matchAll(/<div class="pair(?: quiet)?"/g)].length, 100);
    });

    it('escapes everything from a draft, and marks the words in place', async () => {
      const html = await output('html', { 'a<i>.md': hostile });
      assert.doesNotMatch(html, /企业<b>|<i>/);
      assert.match(html, /企业&lt;b&gt;&amp;&quot;&#39;%/);
      assert.match(html, /<mark class="warning">待定<\/mark>/);
    });

    it('puts the two files of a pair side by side', async () => {
      const marked = `---\npair: l.md\n---\n\n${points.replace('（市司法局）', '（市教育局）')}`;
      const html = await output('html', { 'p.md': marked, 'l.md': list });
      assert.match(html, /<h2>p\.md \+ l\.md<\/h2>/);
      assert.equal([...html.matchAll(/<div class="pair(?: quiet)?"/g)].length, 3);
    });
  });
});
