import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtInDirectory } from '#server/directories/built-in.ts';
import type { Finding } from '#shared/findings/finding.ts';
import { lint } from '#shared/lint.ts';
import type { Point, Row, TaskList, WorkPoints } from '#shared/model/policy-document.ts';
import { readDocument } from '#shared/model/read-document.ts';
import { SourceText } from '#shared/text/source-text.ts';

/** Slips of order and number, put in turn at several places of a clean pair by what the reader says of it. */
const text = readFileSync(new URL('../fixtures/clean/shenzhen-2024.md', import.meta.url), 'utf8');
const directory = builtInDirectory();
const document = readDocument(new SourceText(text), { directory });
const { points, sections, domains } = document.workPoints[0] as WorkPoints;
const { rows, sections: sectionRows } = document.taskLists[0] as TaskList;

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function changed(changes: readonly Change[]): string {
  const ordered = [...changes].sort((a, b) => b.start - a.start || b.end - a.end);
  return ordered.reduce((result, { start, end, text }) => result.slice(0, start) + text + result.slice(end), text);
}

function findingsIn(changedText: string): readonly Finding[] {
  const result = lint([new SourceText(changedText)], { directory });
  assert.deepEqual(result.failures, []);
  return result.files.flatMap(({ findings }) => findings).filter(({ severity }) => severity !== 'info');
}

function assertOne(rule: string, changes: readonly Change[]): Finding {
  const found = findingsIn(changed(changes));
  assert.deepEqual(
    found.map((finding) => finding.rule),
    [rule],
    found.map(({ message }) => message.zh).join('\n'),
  );
  return found[0] as Finding;
}

/** The slip is told once, and its first fix leaves nothing to tell. */
function assertCured(rule: string, changes: readonly Change[]): void {
  const { fixes, source } = assertOne(rule, changes);
  const ordered = [...(fixes[0]?.edits ?? [])].sort((a, b) => b.start - a.start || b.end - a.end);
  assert.ok(ordered.length > 0, 'no fix');
  const cured = ordered.reduce(
    (result, { start, end, text }) => result.slice(0, start) + text + result.slice(end),
    source.text,
  );
  assert.deepEqual(
    findingsIn(cured).map(({ rule, message }) => `${rule} ${message.zh}`),
    [],
  );
}

const number = ({ label }: Point | Row, value: number): Change => {
  assert.ok(label);
  return { ...label.digits, text: String(value) };
};
const numberOf = ({ label }: Point | Row) => label?.value ?? 0;
const shift = (members: readonly (Point | Row)[], by: number) =>
  members.map((member) => number(member, numberOf(member) + by));
const line = ({ tableRow }: Row) => ({ start: tableRow.span.start, end: tableRow.span.end + 1 });
const block = ({ span }: Point) => ({
  start: span.start,
  end: text.startsWith('\n\n', span.end) ? span.end + 2 : span.end,
});
const cut = (range: { start: number; end: number }): Change => ({ ...range, text: '' });
const exchange = (a: { start: number; end: number }, b: { start: number; end: number }): readonly Change[] => [
  { ...a, text: text.slice(b.start, b.end) },
  { ...b, text: text.slice(a.start, a.end) },
];
const behindNumber = ({ label, span }: Point) => ({ start: label.span.end, end: span.end });

const NEW = '建设海洋生态观测站，定期发布珊瑚礁监测年报。';
const newPoint = (value: number) => `${value}. ${NEW}（市发展改革委）\n\n`;
const newRow = (at: Row, value: number) => `| ${value} | ${at.domain?.text} | 建设观测站 | ${NEW} | 市发展改革委 | |\n`;

/** The first and last task, and some beside the bounds of sections and domains. */
const places = [0, 3, 4, 5, points.length - 1];
const inner = places.slice(1);

describe('one slip of order or number, wherever it is', () => {
  for (const at of places) {
    const point = points[at] as Point;
    const row = rows[at] as Row;
    const later = { points: points.slice(at + 1), rows: rows.slice(at + 1) };
    const here = { points: points.slice(at), rows: rows.slice(at) };
    const n = at + 1;

    it(`is told by missing-point and cured: point ${n} is gone, renumbered or not`, () => {
      assertCured('missing-point', [cut(block(point))]);
      assertCured('missing-point', [cut(block(point)), ...shift(later.points, -1)]);
    });
    it(`is told by missing-row and cured: row ${n} is gone, renumbered or not`, () => {
      assertCured('missing-row', [cut(line(row))]);
      assertCured('missing-row', [cut(line(row)), ...shift(later.rows, -1)]);
    });
    it(`is told by missing-row: a point is put before point ${n}, renumbered or not`, () => {
      const insertion = { start: point.span.start, end: point.span.start, text: newPoint(n) };
      assertOne('missing-row', [insertion]);
      assertOne('missing-row', [insertion, ...shift(here.points, 1)]);
    });
    it(`is told by missing-point: a row is put before row ${n}, renumbered or not`, () => {
      const { start } = line(row);
      const insertion = { start, end: start, text: newRow(row, n) };
      assertOne('missing-point', [insertion]);
      assertOne('missing-point', [insertion, ...shift(here.rows, 1)]);
    });
    it(`is told by point-numbering or row-numbering and cured: number ${n} is mistyped`, () => {
      for (const wrong of [n + 1, n + 60]) {
        assertCured('point-numbering', [number(point, wrong)]);
        assertCured('row-numbering', [number(row, wrong)]);
      }
    });
    it(`is told by duplicate-task: point or row ${n} is pasted again, renumbered or not`, () => {
      const copiedPoint = (value: number) => ({
        start: block(point).end,
        end: block(point).end,
        text: `${at === points.length - 1 ? '\n\n' : ''}${value}.${text.slice(point.label.span.end, point.span.end)}\n\n`,
      });
      assertOne('duplicate-task', [copiedPoint(n)]);
      assertOne('duplicate-task', [copiedPoint(n + 1), ...shift(later.points, 1)]);
      const end = line(row).end;
      const copiedRow = (value: number) => ({
        start: end,
        end,
        text: `| ${value} ${text.slice(row.label?.digits.end ?? 0, end).trimStart()}`,
      });
      assertOne('duplicate-task', [copiedRow(n)]);
      assertOne('duplicate-task', [copiedRow(n + 1), ...shift(later.rows, 1)]);
    });
  }

  for (const at of inner) {
    const n = at + 1;
    it(`is told once and cured: number ${n} is passed over in one part or in both`, () => {
      assertCured('point-numbering', shift(points.slice(at), 1));
      assertCured('row-numbering', shift(rows.slice(at), 1));
      assertCured('point-numbering', [...shift(points.slice(at), 1), ...shift(rows.slice(at), 1)]);
    });
    it(`is told once and cured: tasks ${n - 1} and ${n} change places with their numbers`, () => {
      const [before, point] = [points[at - 1] as Point, points[at] as Point];
      assertCured('point-numbering', exchange(before.span, point.span));
      assertCured('row-numbering', exchange((rows[at - 1] as Row).tableRow.span, (rows[at] as Row).tableRow.span));
    });
    it(`is told once and cured: the numbers of tasks ${n - 1} and ${n} are exchanged`, () => {
      assertCured('point-numbering', [number(points[at - 1] as Point, n), number(points[at] as Point, n - 1)]);
      assertCured('row-numbering', [number(rows[at - 1] as Row, n), number(rows[at] as Row, n - 1)]);
    });
    it(`is told by duplicate-task: point ${n} says what the one before says`, () => {
      assertOne('duplicate-task', [{ ...(points[at] as Point).text.span, text: (points[at - 1] as Point).text.text }]);
    });
  }

  it('is told by row-numbering: two tasks change places in one part, and the numbers stay in order', () => {
    const [first, second] = [points[1] as Point, points[2] as Point];
    assertOne('row-numbering', exchange(behindNumber(first), behindNumber(second)));
  });

  it('is told once and cured: several neighbouring rows or points are lost', () => {
    assertCured(
      'missing-row',
      rows.slice(3, 7).map((row) => cut(line(row))),
    );
    assertCured(
      'missing-point',
      points.slice(3, 7).map((point) => cut(block(point))),
    );
  });

  it('is told by section-mismatch and cured: a section row is lost, or stands a row too high or too low', () => {
    for (const { row } of sectionRows)
      assertCured('section-mismatch', [cut({ start: row.span.start, end: row.span.end + 1 })]);
    for (const section of sectionRows.slice(1)) {
      const whole = { start: section.row.span.start, end: section.row.span.end + 1 };
      const first = rows.findIndex((row) => row.section === section);
      const moved = (to: number) => [cut(whole), { start: to, end: to, text: text.slice(whole.start, whole.end) }];
      assertCured('section-mismatch', moved(line(rows[first] as Row).end));
      assertCured('section-mismatch', moved(line(rows[first - 1] as Row).start));
    }
  });

  it('is told once: a section heading is lost', () => {
    const lost = ({ heading }: { heading: { block: { span: { start: number; end: number } } } }) => [
      cut({ start: heading.block.span.start, end: heading.block.span.end + 2 }),
    ];
    const [first, middle, last] = [sections[0], sections[1], sections.at(-1)];
    assert.ok(first && middle && last);
    assertOne('section-mismatch', lost(first));
    assertCured('section-numbering', lost(middle));
    assertOne('section-mismatch', lost(last));
  });

  it('is told once and cured: a domain heading is lost', () => {
    for (const { heading } of domains.slice(1)) {
      const found = findingsIn(changed([cut({ start: heading.block.span.start, end: heading.block.span.end + 2 })]));
      assert.equal(found.length, 1, found.map(({ message }) => message.zh).join('\n'));
      assert.ok(found.every(({ rule }) => rule === 'section-numbering' || rule === 'domain-mismatch'));
    }
  });
});

describe('one slip in a part whose numbers restart in each section', () => {
  const restarted = (members: readonly (Point | Row)[]) => {
    let value = 0;
    return members.map((member, at) => {
      value = member.section === members[at - 1]?.section ? value + 1 : 1;
      return number(member, value);
    });
  };
  const anew = [...restarted(points), ...restarted(rows)];
  const firstOf = (section: TaskList['sections'][number]) => rows.findIndex((row) => row.section === section);

  it('is none where there is no slip', () => {
    assert.deepEqual(findingsIn(changed(anew)), []);
  });

  it('is told by section-mismatch alone: a section row stands a row too high or too low', () => {
    for (const section of sectionRows.slice(1)) {
      const whole = { start: section.row.span.start, end: section.row.span.end + 1 };
      const first = firstOf(section);
      const moved = (to: number) => [cut(whole), { start: to, end: to, text: text.slice(whole.start, whole.end) }];
      assertOne('section-mismatch', [...anew, ...moved(line(rows[first] as Row).end)]);
      assertOne('section-mismatch', [...anew, ...moved(line(rows[first - 1] as Row).start)]);
    }
  });

  it('is told by empty-cell alone: a number is left out', () => {
    for (const at of rows.keys()) {
      const digits = (rows[at] as Row).label?.digits;
      assert.ok(digits);
      const others = anew.filter(({ start }) => start !== digits.start);
      assertOne('empty-cell', [...others, { ...digits, text: '' }]);
    }
  });

  it('is told by row-numbering alone: a number is mistyped', () => {
    for (const row of rows) {
      const others = anew.filter(({ start }) => start !== row.label?.digits.start);
      assertOne('row-numbering', [...others, number(row, 41)]);
    }
  });
});

describe('one slip in a part that counts on through its sections', () => {
  it('is told by row-numbering or point-numbering once: the first of a section is 1', () => {
    for (const section of sectionRows.slice(1)) {
      const at = rows.findIndex((row) => row.section === section);
      assertCured('row-numbering', [number(rows[at] as Row, 1)]);
      assertCured('point-numbering', [number(points[at] as Point, 1)]);
    }
  });
});
