import assert from 'node:assert/strict';
import { formatDocument } from '#shared/drafting/format.ts';
import { lint } from '#shared/lint.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { hostileDrafts } from './hostile-drafts.ts';
import { options } from './judged.ts';

/** So many pieces, and four times as many. */
const FEW = 250;
/** Kinds that cost little are tried with more, until they cost this much (in milliseconds). */
const ENOUGH = 25;
/** Four times the text costs four times as much; the square of it would be sixteen times. */
const MOST = 10;

/** The least that the work cost of a few tries, in milliseconds of this process. */
function cost(text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 2; i++) {
    const before = process.cpuUsage();
    lint([new SourceText(text, 'draft.md')], options);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** How much more four times the text costs: the least of a few measurements, for the machine does other things besides. */
function growth(make: (n: number) => string): number {
  let n = FEW;
  while (n < 60_000 && cost(make(n)) < ENOUGH) n *= 2;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 6 && least > MOST; i++) least = Math.min(least, cost(make(4 * n)) / cost(make(n)));
  return least;
}

describe('the cost of a text grows with its length', () => {
  before(() => {
    for (const make of Object.values(hostileDrafts)) lint([new SourceText(make(50), 'draft.md')], options);
  });

  for (const [name, make] of Object.entries(hostileDrafts))
    it(`of ${name}`, () => {
      const factor = growth(make);
      assert.ok(factor <= MOST, `four times the text cost ${factor.toFixed(1)} times as much`);
    });
});

describe('no text is too deep or too wide', () => {
  const deep = Object.entries(hostileDrafts).filter(([name]) =>
    /brackets|quotes|titles open|^md |html|^lt$|comments|stars|pipes|wide|marks|blanks|terms/.test(name),
  );

  it('is tried in many ways', () => assert.ok(deep.length > 15));

  for (const [name, make] of deep)
    it(`of 100,000 ${name}`, () => {
      const source = new SourceText(make(100_000), 'draft.md');
      assert.deepEqual(lint([source], options).failures, []);
      formatDocument(source, options);
    });

  it('of a million cells', () => {
    const row = `|${' 1 |'.repeat(1000)}\n`;
    const source = new SourceText(`${row}|${'---|'.repeat(1000)}\n${row.repeat(1000)}`, 'draft.md');
    assert.deepEqual(lint([source], options).failures, []);
    formatDocument(source, options);
  });

  it('of a line of a million characters', () => {
    const source = new SourceText(`1. ${'推进改革，'.repeat(200_000)}。（市商务局）\n`, 'draft.md');
    assert.deepEqual(lint([source], options).failures, []);
    formatDocument(source, options);
  });
});
