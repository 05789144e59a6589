import assert from 'node:assert/strict';
import { citations } from '#shared/content/citations.ts';
import { textOf } from './side-texts.ts';

function titles(words: string): readonly string[] {
  return citations(textOf(words)).map(({ title }) => title);
}

describe('citations of a text', () => {
  it('reads titles without white space and in one width', () => {
    assert.deepEqual(titles('修订《深圳市 2023 年临时用地管理办法（试行）》'), ['深圳市2023年临时用地管理办法(试行)']);
  });

  it('counts a nested title to the outer one, however its marks are written', () => {
    assert.deepEqual(titles('《关于印发〈方案〉的通知》'), ['关于印发〈方案〉的通知']);
    assert.deepEqual(titles('《关于印发《方案》的通知》'), ['关于印发〈方案〉的通知']);
  });

  it('is not misled by a mark without its partner', () => {
    assert.deepEqual(titles('《甲办法，落实《乙条例》'), ['乙条例']);
    assert.deepEqual(titles('甲办法》，落实《乙条例》'), ['乙条例']);
  });

  it('gives the range with the marks', () => {
    const words = '修订《临时用地 管理办法》，完善管理';
    const [citation] = citations(textOf(words));
    assert.equal(citation && words.slice(citation.span.start, citation.span.end), '《临时用地 管理办法》');
  });
});
