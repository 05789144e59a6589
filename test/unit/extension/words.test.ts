import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { rules } from '#shared/rules/all.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const words = (path: string): Readonly<Record<string, string>> => JSON.parse(read(path));

const english = words('package.nls.json');
const chinese = words('package.nls.zh-cn.json');
const manifest = JSON.parse(read('package.json'));

/** Every text that the client shows: the first argument of `l10n.t`. */
function shownTexts(): readonly string[] {
  const sources = readdirSync(new URL('client/src', root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => read(`client/src/${path}`));
  return sources.flatMap((source) =>
    [...source.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text = '']) => text),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\d\}/g)].map(String).sort();

describe('the words of the extension', () => {
  it('are there in both languages for the manifest', () => {
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
  });

  it('are those that the manifest asks for', () => {
    const asked = new Set([...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));
    // The extension's package has its description in both languages; npm's has it in English.
    asked.add('description');
    assert.deepEqual([...asked].sort(), Object.keys(english).sort());
  });

  it('are there in Chinese for the client, and no others', () => {
    const bundle = words('client/l10n/bundle.l10n.zh-cn.json');
    assert.deepEqual(Object.keys(bundle).sort(), [...new Set(shownTexts())].sort());
    for (const [key, text] of Object.entries(bundle)) assert.deepEqual(placeholders(text), placeholders(key), key);
  });

  it('say in Chinese what is Chinese', () => {
    for (const [key, text] of Object.entries(chinese)) assert.match(text, /\p{Script=Han}/u, key);
    for (const [key, text] of Object.entries(english)) {
      if (key !== 'welcome' && !key.startsWith('rule.')) assert.doesNotMatch(text, /\p{Script=Han}/u, key);
    }
  });
});

describe('the manifest', () => {
  it('lists the rules there are', () => {
    const listed = Object.keys(manifest.contributes.configuration.properties['bizenv.rules'].properties);
    assert.deepEqual(listed.sort(), rules.map(({ id }) => id).sort());
  });

  it('describes each rule as the rule does', () => {
    for (const { id, docs } of rules) {
      assert.equal(chinese[`rule.${id}`], docs.summary.zh);
      assert.equal(english[`rule.${id}`], docs.summary.en);
    }
  });

  it('names only commands that it declares', () => {
    const declared = new Set(manifest.contributes.commands.map(({ command }: { command: string }) => command));
    const used = [...JSON.stringify(manifest.contributes.menus).matchAll(/"command":"([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual(
      used.filter((id) => !declared.has(id)),
      [],
    );
  });

  it('starts only where Markdown is opened', () => {
    assert.deepEqual(manifest.activationEvents, ['onLanguage:markdown']);
  });
});
