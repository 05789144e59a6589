import assert from 'node:assert/strict';
import specification from 'commonmark-spec';
import { formatDocument } from '#shared/drafting/format.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { smallPair } from '../lsp/pair-text.ts';
import { findingsOf, gist, judged, options } from './judged.ts';

/** The examples of the CommonMark specification; `→` stands for a tab in them. */
const commonMark = specification.tests.map(({ markdown }) => markdown.replaceAll('→', '\t'));

/** What GitHub's Markdown adds, each construct whole, torn and in the wrong place. */
const gitHub = [
  '| a | b |\n| - | - |\n| c | d |\n',
  '| a | b |\n| :-: | -: |\nc | d\n',
  '| f\\|o |\n| --- |\n| b `\\|` c |\n| b **\\|** d |\n',
  '| a | b |\n| --- | --- |\n| c | d |\n> e\n',
  '| a | b |\n| --- |\n| c |\n',
  '| a | b |\n| --- | --- |\n| c |\n| c | d | e |\n\nf',
  '| a |\n| --- |\n',
  'a | b\n--- | ---\n| c\n',
  '- [ ] a\n- [x] b\n  - [X] c\n',
  '- [ ]a\n1. [x] 推进改革。\n',
  '~~a~~ ~b~ ~~~c~~~\n\n~~d\n\ne~~\n',
  'www.a.cn/b_(c) https://a.cn?b=c&d；http://a.cn。a@b.cn mailto:a@b.cn xmpp:a@b.cn/c\n',
  '<strong> <title> <style> <em>\n\n<blockquote>\n  <xmp> a <XMP>\n</blockquote>\n',
  '<script>\n| a |\n|---|\n</script>\n',
  'a[^1] b[^二]\n\n[^1]: c\n    d\n[^二]: | e |\n',
];

const rules = [...commonMark, ...gitHub];

describe('Markdown of every kind', () => {
  it('is all there', () => assert.ok(commonMark.length > 640));

  it('is no draft', () => {
    const found = rules.filter((text) => judged([text]).files.some(({ findings }) => findings.length > 0));
    assert.deepEqual(found, []);
  });

  it('is left as it is by the formatter', () => {
    for (const text of rules) assert.equal(formatDocument(new SourceText(text), options).text, text);
  });

  it('can stand anywhere in a draft', () => {
    const lines = smallPair.split('\n');
    for (const [index, text] of rules.entries())
      for (const line of [index % lines.length, (index * 7 + 3) % lines.length])
        judged([[...lines.slice(0, line), text, ...lines.slice(line)].join('\n')]);
  });

  it('can stand within any line of a draft', () => {
    for (const [index, text] of rules.entries()) {
      const at = (index * 131) % smallPair.length;
      judged([smallPair.slice(0, at) + text + smallPair.slice(at)]);
    }
  });

  it('changes nothing where it stands above a draft as a paragraph of its own', () => {
    const plain = findingsOf(judged([smallPair])).map(gist);
    const words = commonMark.filter((text) => /^[A-Za-z0-9 ,.\n]+$/.test(text));
    assert.ok(words.length > 5);
    for (const text of words) assert.deepEqual(findingsOf(judged([`${text}\n\n${smallPair}`])).map(gist), plain, text);
  });
});
