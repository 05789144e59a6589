import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { folderForEach } from './bizenv.ts';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

describe('the README', () => {
  const folder = folderForEach();

  for (const [name, language] of [
    ['README.md', 'en_US.UTF-8'],
    ['README.zh-CN.md', 'zh_CN.UTF-8'],
  ] as const) {
    it(`shows reviewers in ${name} what the commands print today`, async () => {
      const blocks = [...read(name).matchAll(/^```\n(\$ bizenv lint 2023\.md [\s\S]*?)^```$/gm)].map(
        ([, block = '']) => block,
      );
      let shown = 0;
      for (const block of blocks) {
        folder().write('2023.md', read('seeds/shenzhen-2023.md'));
        for (const [, command = '', output = ''] of block.matchAll(/^\$ bizenv ([^\n]*)\n((?:(?!\$ )[^\n]*\n)*)/gm)) {
          const [words = ''] = command.split(/ +[>#]/);
          const run = await folder().run(words.split(' '), { env: { LANG: language } });
          assert.notEqual(run.code, 2, run.stderr);
          if (output === '') continue;
          assert.equal(command.includes('>') ? run.stderr : run.stdout + run.stderr, output, command);
          shown++;
        }
      }
      assert.equal(shown, 2);
    });

    it(`gives in ${name} a workflow whose inputs the action has`, () => {
      const [, block = ''] = /^```yaml\n(jobs:[\s\S]*?)^```$/m.exec(read(name)) ?? [];
      const { inputs } = parse(read('.github/actions/bizenv/action.yml'));
      const [job] = Object.values<{ readonly steps: readonly { readonly uses: string; readonly with?: object }[] }>(
        parse(block).jobs,
      );
      const step = job?.steps.find(({ uses }) => uses.includes('/actions/bizenv@'));
      assert.ok(Object.keys(step?.with ?? {}).length > 2);
      for (const input of Object.keys(step?.with ?? {})) assert.ok(input in inputs, input);
    });
  }
});
