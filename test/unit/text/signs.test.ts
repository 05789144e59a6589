import assert from 'node:assert/strict';
import { withoutPunctuation, withoutSigns } from '#shared/text/signs.ts';

describe('punctuation and symbols', () => {
  it('are told apart from words as Unicode has it, in usual texts and in unusual ones', () => {
    for (let code = 0; code < 0x10000; code++) {
      const character = String.fromCharCode(code);
      const isPunctuation = /^\p{P}$/u.test(character);
      const isSymbol = /^\p{S}$/u.test(character);
      for (const beside of ['字', 'é字']) {
        const text = `${character}${beside}${character}${character}`;
        const without = text.replaceAll(character, '');
        assert.equal(withoutPunctuation(text), isPunctuation ? without : text, code.toString(16));
        assert.equal(withoutSigns(text), isPunctuation || isSymbol ? without : text, code.toString(16));
      }
    }
  });

  it('go wherever they stand', () => {
    assert.equal(withoutPunctuation('（一）“优化”营商环境、A+B；1—3月。'), '一优化营商环境A+B13月');
    assert.equal(withoutSigns('（一）“优化”营商环境、A+B；1—3月。'), '一优化营商环境AB13月');
  });
});
