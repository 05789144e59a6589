import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { COMPARE, type CompareResult } from '#shared/protocol.ts';
import { Client } from './client.ts';

describe('the comparison of two pairs', () => {
  const real = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');
  const [old, now, notes] = ['untitled:2023.md', 'untitled:2024.md', 'untitled:notes.md'];
  let client: Client;

  before(async () => {
    client = Client.start();
    await client.initialize();
    await client.open(old, real);
    await client.open(now, real.replaceAll('2023', '2024'));
    await client.open(notes, '# 笔记\n');
  });

  after(() => client.stop());

  const compared = (one: string, other: string) => client.request<CompareResult>(COMPARE, { one, other });

  it('puts the older year first, whichever is named first', async () => {
    const result = await compared(now, old);
    assert.ok('text' in result);
    assert.match(result.text, /^# 任务比较\n/);
    assert.match(result.text, /2023 年.*→.*2024 年/);
    assert.match(result.text, /新增 0，不再列入 0/);
    assert.deepEqual(await compared(old, now), result);
  });

  it('says why there is none', async () => {
    assert.match(JSON.stringify(await compared(old, notes)), /refusal.*不是要点或清单/);
    assert.match(JSON.stringify(await compared(old, old)), /refusal.*同一对/);
  });
});
