import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { decodeText } from '../../../client/src/decode-text.ts';

describe('a file that the editor reads for the server', () => {
  const text = '1. 推进“一网通办”。（市政务服务数据管理局）\r\n';

  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'gb18030']) {
    it(`is read in ${encoding}`, () => {
      const addBOM = encoding.startsWith('utf-16');
      assert.equal(decodeText(iconv.encode(text, encoding, { addBOM })), text);
    });
  }

  it('loses its byte order mark', () => {
    assert.equal(decodeText(iconv.encode(text, 'utf-8', { addBOM: true })), text);
  });
});
