import assert from 'node:assert/strict';
import fc from 'fast-check';
import { explainNumbering, type TypedNumber } from '#shared/pairing/numbering.ts';
import type { NumberingProblem } from '#shared/pairing/numbering-problem.ts';

function typed(text: string): (TypedNumber | undefined)[] {
  return text.split(' ').map((word) => {
    if (word === '_') return undefined;
    const [value, sub] = word.split('-').map(Number);
    return { value: value ?? 0, sub };
  });
}

function told(text: string, start?: number): string[] {
  return explainNumbering(typed(text), start).map(describeProblem);
}

function describeProblem({ kind, position, last, expected, missing, within }: NumberingProblem): string {
  const range = missing === undefined ? '' : ` ${missing.from}${missing.to > missing.from ? `–${missing.to}` : ''}`;
  const main = within === undefined ? '' : `${within}-`;
  return `${kind} at ${position}${last > position ? `–${last}` : ''}${range || ` for ${main}${expected}`}`;
}

describe('numbering of a sequence', () => {
  const cases: readonly (readonly [numbers: string, problems: readonly string[]])[] = [
    ['1 2 3 4', []],
    ['12 13 14', []],
    ['1', []],
    ['1 2 3-1 3-2 4', []],
    ['1-3 4-6 7', []],
    ['3 3 4 4 5 5 6 6', []],
    ['1 2 _ 4', []],
    ['1 2 4 5', ['gap at 2 3']],
    ['1 2 6 7', ['gap at 2 3–5']],
    ['1 2 4 5 7 8', ['gap at 2 3', 'gap at 4 6']],
    ['1 2 2 3', ['duplicate at 2 for 3']],
    ['1 2 2 4', ['duplicate at 2 for 3']],
    ['1 2 2', ['duplicate at 2 for 3']],
    ['1 1 1 1', ['duplicate at 1–3 for 2']],
    ['1 2 73 4', ['misnumbered at 2 for 3']],
    ['1 2 3 73', ['misnumbered at 3 for 4']],
    ['7 2 3 4', ['misnumbered at 0 for 1']],
    ['1 2 73 3 4', ['misnumbered at 2 for 3']],
    ['1 2 5 4', ['misnumbered at 2 for 3']],
    ['1 2 3 5 6 7 7 8 9', ['misnumbered at 3–5 for 4']],
    ['1 2 3 5 6 7 8 8 9 10', ['misnumbered at 3–6 for 4']],
    ['1 2 3 3 4 5 7 8 9', ['duplicate at 3–5 for 4']],
    ['1 2 3 5 4 6', ['disorder at 3–4 for 4']],
    ['1 2 6 7 3 4 5 8', ['disorder at 2–3 for 6']],
    ['2 3 4 1', ['disorder at 3 for 1']],
    ['1 2 3-1 3-3 4', ['gap at 3 2']],
    ['1-1 1-2 9-1 2-2 3-1', ['misnumbered at 2 for 2-1']],
  ];
  for (const [numbers, problems] of cases)
    it(
      problems.length === 0 ? `finds nothing wrong with ${numbers}` : `tells once what is wrong with ${numbers}`,
      () => {
        assert.deepEqual(told(numbers), problems);
      },
    );

  it('misses the first number only where the sequence must begin with it', () => {
    assert.deepEqual(told('2 3 4'), []);
    assert.deepEqual(told('2 3 4', 1), ['gap at 0 1']);
  });

  it('misses nothing where the first place is empty', () => {
    assert.deepEqual(told('_ 2 3', 1), []);
    assert.deepEqual(told('_ 1 2 3', 1), []);
    assert.deepEqual(told('_ 2 4', 1), ['gap at 2 3']);
  });

  const sequence = fc
    .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 6, max: 60 }))
    .map(([first, length]) => Array.from({ length }, (_, index) => first + index));
  const explain = (numbers: readonly number[]) => explainNumbering(numbers.map((value) => ({ value, sub: undefined })));

  it('tells one mistyped number once, at its place', () => {
    fc.assert(
      fc.property(sequence, fc.nat(), fc.integer({ min: 1, max: 500 }), (numbers, place, value) => {
        const at = 1 + (place % (numbers.length - 2));
        fc.pre(numbers[at] !== value);
        const problems = explain(numbers.map((number, index) => (index === at ? value : number)));
        assert.equal(problems.length, 1);
        assert.equal(problems[0]?.position, at);
        assert.equal(problems[0]?.expected, numbers[at]);
      }),
    );
  });

  it('tells one number left out once, before the next', () => {
    fc.assert(
      fc.property(sequence, fc.nat(), (numbers, place) => {
        const at = 1 + (place % (numbers.length - 2));
        const problems = explain(numbers.filter((_, index) => index !== at));
        assert.deepEqual(
          problems.map(({ kind, position }) => [kind, position]),
          [['gap', at]],
        );
      }),
    );
  });

  it('never throws, and tells no more slips than numbers', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.option(fc.record({ value: fc.nat(40), sub: fc.option(fc.nat(4), { nil: undefined }) }), {
            nil: undefined,
          }),
        ),
        (numbers) => {
          assert.ok(explainNumbering(numbers).length <= numbers.length * 2);
        },
      ),
    );
  });
});
