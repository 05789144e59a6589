import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
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

/** What an XPath expression finds in a report that keeps to its schema. */
function xmlValues(schema: string, text: string, path: string): readonly string[] {
  const definition = XmlDocument.fromBuffer(readFileSync(new URL(`../fixtures/schemas/${schema}`, import.meta.url)));
  const validator = XsdValidator.fromDoc(definition);
  const report = XmlDocument.fromString(text);
  try {
    validator.validate(report);
    return report.find(path).map((node) => node.content);
  } finally {
    report.dispose();
    validator.dispose();
    definition.dispose();
  }
}

/** What tests look at in a node of Markdown. */
interface MarkdownNode {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly MarkdownNode[];
}

function allNodes(node: MarkdownNode): readonly MarkdownNode[] {
  return [node, ...(node.children ?? []).flatMap(allNodes)];
}

/** The words that a reader sees. */
function textOf(node: MarkdownNode): string {
  return allNodes(node)
    .map(({ value = '' }) => value)
    .join('')
    .replaceAll('\u200b', '');
}

/** The pair with another task of this number, and all later ones moved on. */
function withNewTask(text: string, number: number): string {
  const moved = text.replace(/^(\d+)\. |^\| *(\d+) *\|/gm, (mark, point = '0', row = '0') => {
    const old = Number(point) + Number(row);
    return old < number ? mark : mark.replace(String(old), String(old + 1));
  });
  return moved
    .replace(new RegExp(`^${number + 1}\\. `, 'm'), `${number}. 定期发布用工信息。（市人力资源保障局）\n\n$&`)
    .replace(
      new RegExp(`^\\| *${number + 1} *\\|`, 'm'),
      `| ${number} | 提高用工服务便利度 | 用工信息 | 定期发布用工信息。 | 市人力资源保障局 | |\n$&`,
    );
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

    it('keeps to what viewers and GitHub expect beyond the schema', async () => {
      const { runs } = JSON.parse(await output('sarif', { 'a.md': realPair, 'b.md': hostile }));
      const [{ tool, results, artifacts, originalUriBaseIds }] = runs;
      for (const { id, name, help, helpUri, defaultConfiguration, properties } of tool.driver.rules) {
        // A name that differs from the id in nothing but its case is left out.
        if (name === undefined) assert.doesNotMatch(id, /-/);
        else assert.match(name, /^([A-Z][a-z]*){2,}$/, id);
        assert.ok(help.text.length > 0 && help.markdown.length > 0 && helpUri.endsWith(`/${id}.zh-CN.md`));
        assert.ok(['error', 'warning', 'note'].includes(defaultConfiguration.level));
        assert.ok(properties.tags.length > 0 && properties.tags.length <= 20);
      }
      const uris = artifacts.map((artifact: { readonly location: { readonly uri: string } }) => artifact.location.uri);
      for (const result of results) {
        assert.equal(tool.driver.rules[result.ruleIndex].id, result.ruleId);
        assert.ok(!('suppressions' in result), 'all have suppressions or none');
        const places = [...result.locations, ...(result.relatedLocations ?? [])];
        for (const { physicalLocation } of places) {
          assert.ok(physicalLocation.artifactLocation.uriBaseId in originalUriBaseIds);
          assert.ok(uris.includes(physicalLocation.artifactLocation.uri));
        }
        assert.doesNotMatch(result.message.text, /(?<!\\)\]\(/, 'no link of a draft');
      }
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
      const later = fingerprints(await output('sarif', { 'a.md': withNewTask(realPair, 40) }));
      for (const fingerprint of real) assert.ok(later.includes(fingerprint));
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
    const validate = validatorOf('gitlab-code-quality.json');

    it('lists issues with the fields that GitLab needs, each with its own fingerprint', async () => {
      const issues = JSON.parse(await output('gitlab', { 'a.md': realPair, 'b.md': hostile }));
      validate(issues);
      for (const { check_name, location } of issues) {
        assert.ok(rules.some(({ id }) => id === check_name));
        assert.ok(['a.md', 'b.md'].includes(location.path));
      }
      const fingerprints = issues.map((issue: { readonly fingerprint: string }) => issue.fingerprint);
      assert.equal(new Set(fingerprints).size, issues.length);
    });

    it('prints an empty list where there is nothing', async () => {
      assert.equal(await output('gitlab', { 'a.md': pair }), '[]\n');
    });
  });

  describe('junit and checkstyle', () => {
    it('keep to their schemas, and give every message back', async () => {
      const json = JSON.parse(await output('json', { 'b & c.md': hostile }));
      const findings: readonly { readonly message: string; readonly severity: string }[] = json.files[0].findings;
      const shown = (list: typeof findings) => list.map(({ message }) => message.replaceAll('\u001b', '␛'));
      assert.deepEqual(
        xmlValues('junit.xsd', await output('junit', { 'b & c.md': hostile }), '//failure/@message'),
        shown(findings.filter(({ severity }) => severity !== 'info')),
      );
      const checkstyle = await output('checkstyle', { 'b & c.md': hostile });
      assert.deepEqual(xmlValues('checkstyle.xsd', checkstyle, '//error/@message'), shown(findings));
      assert.deepEqual(xmlValues('checkstyle.xsd', checkstyle, '//file/@name'), ['b & c.md']);
    });

    it('keep to their schemas where nothing is wrong, and where nothing was read', async () => {
      for (const format of ['junit', 'checkstyle'])
        for (const text of [pair, '# 说明\n'])
          assert.deepEqual(
            xmlValues(`${format}.xsd`, await output(format, { 'a.md': text }), '//failure | //error'),
            [],
          );
    });

    it('count tests and failures, and pass a clean file', async () => {
      const text = await output('junit', { 'a.md': realPair, 'b.md': pair });
      const values = (path: string) => xmlValues('junit.xsd', text, path);
      assert.deepEqual(values('/testsuites/@tests'), [String(values('//testcase').length)]);
      assert.deepEqual(values('/testsuites/@failures'), [String(values('//failure').length)]);
      assert.deepEqual(values('//testsuite[@name="b.md"]/@failures'), ['0']);
      assert.equal(values('//testsuite[@name="b.md"]/testcase').length, 1);
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
    it('folds each file, the worst first', async () => {
      const text = await output('markdown', { 'a.md': pair.replace('2026年优化', '2025年优化'), 'b.md': hostile });
      assert.deepEqual(
        [...text.matchAll(/<summary>(\S+)/g)].map(([, name]) => name),
        ['b.md', 'a.md'],
      );
    });

    it('lets no word of a draft be markup, a link, a call or a reference', async () => {
      const files = { 'a|`b`<i>@me #1.md': hostile };
      const findings: readonly { readonly severity: string; readonly message: string }[] = JSON.parse(
        await output('json', files),
      ).files[0].findings;
      const messages = (kind: string) =>
        findings.filter(({ severity }) => severity === kind).map(({ message }) => message.replaceAll('\u001b', '␛'));
      const tree = unified()
        .use(remarkParse)
        .use(remarkGfm)
        .parse(await output('markdown', files));
      const nodes = allNodes(tree);
      for (const { type, url = '', value = '' } of nodes) {
        if (type === 'link') assert.match(url, /\/shared\/docs\/rules\/[a-z-]+\.zh-CN\.md$/);
        if (type === 'html') assert.match(value, /^(<details><summary>[^<>]*<\/summary>|<\/details>)$/);
        if (type === 'text') assert.doesNotMatch(value, /[@#!$~%][\p{L}\p{N}]/u);
        assert.ok(!['emphasis', 'delete', 'image', 'footnoteReference'].includes(type), type);
      }
      const cells = nodes.filter(({ type }) => type === 'tableRow').map(({ children = [] }) => children.map(textOf));
      assert.deepEqual(
        cells.slice(1).map(([, , message]) => message),
        ['error', 'warning', 'info'].flatMap((kind) => messages(kind)),
      );
    });

    it('stays below the length of a comment, and says how much is left out', async () => {
      const names = Array.from({ length: 3 }, (_, index) => `${index}.md`);
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
      assert.match(html, /<h2>p\.md \+ l\.md <small>/);
      assert.equal([...html.matchAll(/<div class="pair(?: quiet)?"/g)].length, 3);
    });
  });
});
