import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import { XmlDocument } from 'libxml2-wasm';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { folderForEach, pair, type Run } from '../cli/bizenv.ts';
import { attacks, hostilePair } from './hostile-text.ts';

/** What a terminal obeys or hides; a line feed is what ends a line. */
const unsafe =
  /(?!\n)\p{Cc}|[\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\p{Cs}]|[\u{e0000}-\u{e007f}]/u;

interface Markdown {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Markdown[];
}

describe('what a hostile document makes the command line say', () => {
  const folder = folderForEach();
  const run = async (...args: readonly string[]): Promise<Run> => {
    const done = await folder().run(args);
    assert.match(done.stderr, /^(?!.*internal error)(?!.*内部错误)/s);
    assertPlain(done.stderr);
    return done;
  };

  for (const attack of attacks)
    it(`is harmless in every format: ${JSON.stringify(attack).slice(0, 50)}`, async () => {
      folder().write('a.md', hostilePair(attack));
      folder().write('b.md', pair.replaceAll('2026', '2025'));
      for (const args of [
        ['lint', 'a.md'],
        ['lint', 'a.md', '--locale', 'en'],
        ['lint', 'a.md', '-f', 'github'],
        ['units', 'a.md'],
        ['compare', 'b.md', 'a.md'],
        ['inspect', 'a.md'],
      ])
        assertPlain((await run(...args)).stdout);
      const coloured = await folder().run(['lint', 'a.md', '--color'], { isTTY: true, columns: 80 });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours.
      assertPlain(coloured.stdout.replace(/\u001b\[\d+(?:;\d+)*m/g, ''));

      const tried = await folder().run(['lint', 'a.md', '--fix-dry-run'], { isTTY: true });
      assertPlain(tried.stdout);
      const drafted = await folder().run(['draft', '--from', 'a.md', '--year', '2027'], { isTTY: true });
      assert.equal(drafted.code, 0);
      assertPlain(drafted.stdout);

      for (const format of ['json', 'sarif', 'gitlab', 'rdjson'])
        assertJson((await run('lint', 'a.md', '-f', format)).stdout);
      for (const args of [
        ['units', 'a.md'],
        ['compare', 'b.md', 'a.md'],
        ['inspect', 'a.md'],
      ])
        assertJson((await run(...args, '--format', 'json')).stdout);

      for (const format of ['junit', 'checkstyle']) {
        const { stdout } = await run('lint', 'a.md', '-f', format);
        assertPlain(stdout);
        XmlDocument.fromString(stdout).dispose();
      }
      for (const args of [
        ['lint', 'a.md'],
        ['units', 'a.md'],
        ['compare', 'b.md', 'a.md'],
      ])
        assertPage((await run(...args, '--format', 'html')).stdout);
      for (const args of [
        ['lint', 'a.md', '-f', 'markdown'],
        ['units', 'a.md', '--format', 'md'],
        ['compare', 'b.md', 'a.md', '--format', 'md'],
      ])
        assertMarkdown((await run(...args)).stdout);
      assertCsv((await run('units', 'a.md', '--format', 'csv')).stdout);
    });

  it('is harmless where it stands in a name, an option, a configuration, a directory, a baseline or a report', async () => {
    folder().write('a.md', pair);
    for (const attack of attacks) {
      const name = attack.replaceAll(/[/\0\p{Cs}]/gu, '');
      const files = {
        'config.json': { [attack]: 1, rules: { [attack]: 'off' }, extends: attack },
        'units.json': { version: 1, [attack]: attack, units: [{ name: attack, kind: attack, aliases: [attack] }] },
        'baseline.json': {
          version: 1,
          [attack]: 1,
          files: { [attack]: [{ rule: attack, task: attack, words: attack }] },
        },
        'known.json': { version: 1, files: { 'a.md': [{ rule: attack, task: attack, words: attack }] } },
        'report.json': { version: 1, files: [{ path: attack, [attack]: 1 }], summary: attack },
      };
      for (const [file, content] of Object.entries(files)) folder().write(file, JSON.stringify(content));
      for (const args of [
        [name],
        ['lint', name],
        ['lint', `--${name}`],
        ['lint', 'a.md', '--format', name],
        ['lint', 'a.md', '--config', 'config.json'],
        ['lint', 'a.md', '--units', 'units.json'],
        ['lint', 'a.md', '--baseline', 'baseline.json'],
        ['lint', 'a.md', '--baseline', 'known.json'],
        ['merge', 'report.json'],
        ['explain', name],
        ['units', 'a.md', '--unit', name],
        ['draft', '--from', 'a.md', '--year', '2027', '--carry', name, '--out', 'x.md'],
      ])
        assertPlain((await run(...args)).stdout);
    }
  });

  it('has no key of a prototype for a word of its own', async () => {
    folder().write('a.md', pair);
    const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
    for (const key of keys) {
      folder().write(
        'c.json',
        `{ "rules": { "${key}": "off" }, "${key}": { "polluted": true }, "columns": { "${key}": ["x"] } }`,
      );
      assert.equal((await run('lint', 'a.md', '--config', 'c.json')).code, 2, key);
      folder().write('u.json', `{ "version": 1, "${key}": { "polluted": true }, "units": [] }`);
      assert.equal((await run('lint', 'a.md', '--units', 'u.json')).code, 2, key);
      folder().write('b.json', `{ "version": 1, "files": { "${key}": [] }, "${key}": { "polluted": true } }`);
      await run('lint', 'a.md', '--baseline', 'b.json');
      folder().write('r.json', `{ "version": 1, "files": [], "${key}": { "polluted": true } }`);
      await run('merge', 'r.json');
      folder().write('d.md', `---\n${key}: polluted\n---\n${pair.replaceAll('市司法局', key)}`);
      await run('units', 'd.md');
    }
    assert.ok(!('polluted' in {}), 'Object.prototype was changed');
    assert.equal(typeof {}.toString, 'function');
  });

  it('is a clear message for a configuration or a directory beyond all measure, which is not even read', async () => {
    folder().write('a.md', pair);
    folder().write('c.json', '{ "units": ["huge.json"] }');
    for (const size of [100_000_000, 5_000_000_000]) {
      // A file with a hole takes no room on the disk.
      truncateSync(folder().write('huge.json', ''), size);
      for (const option of [
        ['--config', 'c.json'],
        ['--units', 'huge.json'],
        ['--config', 'huge.json'],
      ]) {
        const { code, stderr } = await run('lint', 'a.md', ...option);
        assert.deepEqual([code, /huge\.json/.test(stderr), /超过上限 64 MB/.test(stderr)], [2, true, true], stderr);
      }
    }
  });

  it('is a clear message for JSON that is nested without end', async () => {
    folder().write('a.md', pair);
    for (const deep of [
      '['.repeat(200_000),
      `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
      '['.repeat(100_000) + ']'.repeat(100_000),
    ]) {
      folder().write('deep.json', deep);
      for (const args of [
        ['lint', 'a.md', '--config', 'deep.json'],
        ['lint', 'a.md', '--units', 'deep.json'],
        ['lint', 'a.md', '--baseline', 'deep.json'],
        ['merge', 'deep.json'],
      ])
        assert.equal((await run(...args)).code, 2, args.join(' '));
    }
  });
});

function assertPlain(text: string): void {
  assert.equal(unsafe.exec(text)?.[0], undefined, JSON.stringify(text).slice(0, 2000));
}

function assertJson(text: string): void {
  assertPlain(text);
  assert.ok(JSON.parse(text));
}

const tags = new Set(
  'blockquote form fieldset legend output html head meta title style script body header main footer h1 h2 h3 h4 p div span section article table caption thead tbody tr th td ul ol li dl dt dd a b i em strong del ins mark code pre small time details summary nav label input select option button br hr svg path'.split(
    ' ',
  ),
);

/** The script of the page itself, which is last; it holds nothing of a document. */
function ownScript(page: string): string {
  const start = page.lastIndexOf('<script');
  const own = start < 0 ? '' : page.slice(start, page.indexOf('</script>', start));
  for (const attack of attacks) if (attack.length > 8) assert.ok(!own.includes(attack));
  return own;
}

/** Text is text: no element, attribute or address but the page's own. */
function assertPage(page: string): void {
  assertPlain(page);
  const withoutOwn = page.replace(/<style>[^<]*<\/style>/, '').replace(ownScript(page), '');
  assert.match(page, /Content-Security-Policy" content="default-src (?:'|&#39;)none/);
  for (const [tag, name] of withoutOwn.matchAll(/<\/?([^\s>/]+)[^>]*/g)) {
    assert.ok(tags.has(name?.replace('!DOCTYPE', 'html') ?? ''), tag);
    assert.doesNotMatch(tag, /\son\w+\s*=|javascript:|srcdoc/i);
  }
  for (const [, address] of withoutOwn.matchAll(/\s(?:href|src)="([^"]*)"/g))
    assert.match(address ?? '', /^(?:#|https:\/\/github\.com\/bizenv\/)/);
  assert.doesNotMatch(withoutOwn, /<script/i);
}

/** No picture, no HTML but what folds, and no link but to the rules’ pages. */
function assertMarkdown(text: string): void {
  // The report's own mark in addresses.
  assertPlain(text.replaceAll('\u200b', ''));
  const walk = (node: Markdown): void => {
    if (node.type === 'html') assert.doesNotMatch(node.value ?? '', /<(?!\/?(?:details|summary|ins|del|br)>)/);
    assert.ok(!['image', 'imageReference', 'definition'].includes(node.type), `${node.type}: ${text}`);
    if (node.type === 'link') assert.match(node.url ?? '', /^https:\/\/github\.com\/bizenv\//);
    for (const child of node.children ?? []) walk(child);
  };
  walk(unified().use(remarkParse).use(remarkGfm).parse(text) as Markdown);
}

/** Every cell is text to a spreadsheet. */
function assertCsv(text: string): void {
  assertPlain(text.slice(1).replaceAll('\r\n', '\n'));
  for (const line of text.slice(1).split('\r\n'))
    for (const [, cell = ''] of line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g))
      assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠]/);
}
