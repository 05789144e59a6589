import { checkMistake, cleanLines, pointLines, rowLines } from './layout-pair.ts';

describe('two tasks that changed places, numbers and all', () => {
  const exchanged = (lines: readonly number[], one: number, other: number) => {
    const [a, b] = [lines[one] ?? 0, lines[other] ?? 0];
    return cleanLines.map((line, at) => cleanLines[at === a ? b : at === b ? a : at] ?? line).join('\n');
  };

  for (const [one, other] of [
    [2, 4],
    [3, 10],
  ] as const) {
    it(`are one finding, and go back, when ${other - one} apart among the rows`, () => {
      checkMistake('row-numbering', exchanged(rowLines, one, other), 'restores');
    });

    it(`are one finding, and go back, when ${other - one} apart among the points`, () => {
      checkMistake('point-numbering', exchanged(pointLines, one, other), 'restores');
    });
  }
});
