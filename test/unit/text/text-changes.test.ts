import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '#shared/findings/apply-fixes.ts';
import { changesBetween } from '#shared/text/text-changes.ts';
import { runs } from '../../runs.ts';

describe('the changes between two texts', () => {
  it('make the one of the other, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '市', '\n', '\r\n', '😀', '\ud83d'), { maxLength: 40 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [old, fresh] = [before.join(''), after.join('')];
        assert.equal(applyEdits(old, changesBetween(old, fresh)), fresh);
      }),
      runs(2000),
    );
  });

  it('touch only the characters that differ', () => {
    const changes = changesBetween('一\n二二二\n三\n四\n', '一\n二两二\n三\n新\n四\n');
    assert.deepEqual(changes, [
      { start: 3, end: 4, text: '两' },
      { start: 8, end: 8, text: '新\n' },
    ]);
  });

  it('never part CR from LF, nor the halves of a character', () => {
    assert.deepEqual(changesBetween('a\r\nb', 'a\nb'), [{ start: 1, end: 3, text: '\n' }]);
    assert.deepEqual(changesBetween('😀', '😁'), [{ start: 0, end: 2, text: '😁' }]);
  });
});
