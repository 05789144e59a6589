import assert from 'node:assert/strict';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { Client } from '../lsp/client.ts';
import { attacks, hostilePair } from './hostile-text.ts';

interface Markdown {
  readonly type: string;
  readonly url?: string;
  readonly children?: readonly Markdown[];
}

describe('hovers over a hostile document', () => {
  let client: Client;
  before(async () => {
    client = Client.start();
    await client.initialize();
  });
  after(() => client.stop());

  for (const [index, attack] of attacks.entries())
    it(`hold text, and no link but into the document: ${JSON.stringify(attack).slice(0, 50)}`, async () => {
      const uri = `untitled:${index}.md`;
      await client.open(uri, hostilePair(attack));
      const lines = client.text(uri).split(/\r\n|[\r\n]/);
      let found = 0;
      for (const [line, text] of lines.entries())
        for (let character = 0; character < text.length; character += 4) {
          const hover = await client.ask<{ readonly contents: { readonly value: string } } | null>('hover', uri, {
            line,
            character,
          });
          if (hover === null) continue;
          found++;
          assertHarmless(hover.contents.value, uri);
        }
      assert.ok(found > 0, 'no hover was found');
    });
});

function assertHarmless(text: string, uri: string): void {
  assert.doesNotMatch(text, /(?!\n)\p{Cc}/u);
  // The editor makes links of addresses that nobody marked, where nothing parts them.
  assert.doesNotMatch(text.replace(/\]\([^)]*\)/g, ''), /:\/\/|www\.|(?<!\\)@/i);
  const walk = (node: Markdown): void => {
    assert.ok(!['html', 'image', 'imageReference', 'definition', 'linkReference'].includes(node.type), text);
    if (node.type === 'link')
      assert.ok(
        node.url?.startsWith(`${uri}#`) || node.url?.startsWith('https://github.com/bizenv/'),
        `${node.url}: ${text}`,
      );
    for (const child of node.children ?? []) walk(child);
  };
  walk(unified().use(remarkParse).parse(text) as Markdown);
}
