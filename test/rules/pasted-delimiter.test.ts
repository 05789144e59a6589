import assert from 'node:assert/strict';
import { cleanLines, findAll, rowLines } from './layout-pair.ts';

describe('a delimiter line pasted between two rows with its header', () => {
  const header = cleanLines.find((line) => line.includes('序号')) ?? '';
  const delimiter = header.replace(/[^|]+/g, '---');
  const pasted = (...lines: readonly string[]) => cleanLines.toSpliced(rowLines[4] ?? 0, 0, ...lines).join('\n');
  const loud = (text: string) => findAll(text).filter(({ severity }) => severity !== 'info');

  it('is neither a section nor a row', () => {
    assert.match(header, /\|/);
    for (const lines of [[delimiter], [header, delimiter], ['|---|']])
      assert.deepEqual(
        loud(pasted(...lines)).map(({ rule }) => rule),
        [],
        lines.join(),
      );
  });
});
