import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Point } from '#shared/model/policy-document.ts';
import { normalForm } from '#shared/text/normal-form.ts';
import { names, read } from './fixtures.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/layouts/', import.meta.url));
const TEXTS = readdirSync(FOLDER).map((name) => [name, readFileSync(FOLDER + name, 'utf8')] as const);
const STRAYS = ['— 12 —', '第 3 页 共 9 页', '某某集团 2024-03-01 09:30:00', '12', '<!-- 批注 -->'];

const view = (text: string) => {
  const { workPoints, taskLists } = read(text);
  return {
    points: workPoints.flatMap(({ points }) => points.map(viewPoint)),
    rows: taskLists.flatMap(({ rows }) =>
      rows.map((row) => [row.label?.value, row.domain?.text, names(row.leadUnits), names(row.responsibleUnits)]),
    ),
  };
};
const viewPoint = ({ label, section, domain, text, units }: Point) => [
  label.value,
  section?.heading.title.text,
  domain?.heading.title.text,
  normalForm(text.text),
  names(units),
];

/** Each fifth paragraph that begins with a number, as offsets of its first character and its end. */
function someItems(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/^[\d０-９]+[.．][^|\n]{30,}$/gm)]
    .filter((_, index) => index % 5 === 1)
    .map((found) => ({ start: found.index, end: found.index + found[0].length }));
}

describe('a single change to a clean document', () => {
  for (const [name, text] of TEXTS) {
    const whole = view(text);

    it(`changes nothing that is read when a page ends inside a point of ${name}`, () => {
      for (const { start, end } of someItems(text)) {
        // Inside the words, inside a name, before the list: never so that the new line begins with a number.
        for (const share of [0.3, 0.7, 0.9]) {
          let at = start + Math.floor((end - start) * share);
          while (at < end && /[\d（(一二三四五六七八九十第]/.test(text[at] ?? '')) at++;
          if (at >= end || text.slice(at, at + 2).includes('：')) continue;
          const torn = `${text.slice(0, at)}\n\n${STRAYS[at % STRAYS.length]}\n\n${text.slice(at)}`;
          assert.deepEqual(view(torn), whole, `${text.slice(at - 6, at)}↵${text.slice(at, at + 6)}`);
        }
      }
    });

    it(`changes nothing when a stray line stands between two points of ${name}`, () => {
      for (const { start } of someItems(text))
        for (const stray of STRAYS)
          assert.deepEqual(view(`${text.slice(0, start)}${stray}\n\n${text.slice(start)}`), whole);
    });

    it(`reads half-width punctuation in ${name} as full-width`, () => {
      const half = text.replace(/[，；：（）]/g, (sign) => normalForm(sign));
      assert.deepEqual(
        view(half).points.map(([number, , , , units]) => [number, units]),
        whole.points.map(([number, , , , units]) => [number, units]),
      );
      assert.deepEqual(view(half).rows, whole.rows);
    });

    it(`loses no point of ${name} and no other list when one list is missing or misspelt`, () => {
      for (const { start, end } of someItems(text)) {
        const line = text.slice(start, end);
        const list = /[（〔][^（）〔〕]*[局委办][^（）〔〕]*[）〕]$/.exec(line);
        if (list === null) continue;
        const cut = start + list.index;
        const without = view(text.slice(0, cut) + text.slice(end));
        assert.equal(without.points.length, whole.points.length);
        const differing = without.points.filter((point, index) => point[4] !== whole.points[index]?.[4]);
        assert.equal(differing.length, 1);
        const slip = list[0].replace(/局/, '居');
        const misspelt = view(text.slice(0, cut) + slip + text.slice(end));
        assert.deepEqual(
          misspelt.points.map(([, , , words]) => words),
          whole.points.map(([, , , words]) => words),
        );
      }
    });
  }
});
