import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Point, Row } from '#shared/model/policy-document.ts';
import { MappedText } from '#shared/text/mapped-text.ts';
import { runs } from '../../runs.ts';
import { type Known, numbered, pairKnown, points, renumbered, rows, stranger } from './real-pair.ts';

const WORDS = MappedText.verbatim('建设海洋生态观测站，定期发布珊瑚礁监测年报，培训志愿巡护队员。', 0, 31);
const newPoint = (at: number) =>
  stranger(points[at] as Known<Point>, (point) => ({ ...point, text: WORDS, units: undefined }));
const newRow = (at: number) =>
  stranger(rows[at] as Known<Row>, (row) => ({ ...row, task: WORDS, measures: WORDS, leadUnits: undefined }));

const without = <T>(members: readonly T[], at: number) => members.filter((_, index) => index !== at);
const withNew = <T>(members: readonly T[], at: number, fresh: T) => [
  ...members.slice(0, at),
  fresh,
  ...members.slice(at),
];
const swapped = <T>(members: readonly T[], at: number) => [
  ...members.slice(0, at),
  ...members.slice(at, at + 2).reverse(),
  ...members.slice(at + 2),
];

function assertPaired(
  left: readonly Known<Point>[],
  right: readonly Known<Row>[],
  alone: Partial<Record<'points' | 'rows', number>> = {},
): void {
  const outcome = pairKnown(left, right);
  assert.deepEqual(outcome.wrong, []);
  assert.deepEqual(outcome.pointsAlone, alone.points === undefined ? [] : [alone.points]);
  assert.deepEqual(outcome.rowsAlone, alone.rows === undefined ? [] : [alone.rows]);
}

/** Every fourth task, and those that share fewest words with their rows. */
const places = [...points.keys()].filter(
  (place) => place % 4 === 0 || [8, 29, 68, 70, 89, 96, 100].includes(place + 1),
);

describe('pairing of the real pair', () => {
  it('pairs each of the 100 points with the row of its number', () => {
    assertPaired(points, rows);
    const { pairing } = pairKnown(points, rows);
    assert.equal(pairing.pairs.length, 100);
    assert.ok(pairing.pairs.every((pair) => pair.points.length === 1 && pair.rows.length === 1));
    assert.ok(pairing.pairs.every(({ similarity }) => similarity > 0.3 && similarity <= 1));
  });

  it('leaves exactly the counterpart alone when any task is taken out of one part, renumbered or not', () => {
    for (const place of places) {
      const task = place + 1;
      assertPaired(without(points, place), rows, { rows: task });
      assertPaired(renumbered(without(points, place)), rows, { rows: task });
      assertPaired(points, without(rows, place), { points: task });
      assertPaired(points, renumbered(without(rows, place)), { points: task });
    }
  });

  it('leaves exactly the new task alone when one is put anywhere in one part, renumbered or not', () => {
    for (const place of places) {
      assertPaired(withNew(points, place, newPoint(place)), rows, { points: -1 });
      assertPaired(renumbered(withNew(points, place, newPoint(place))), rows, { points: -1 });
      assertPaired(points, withNew(rows, place, newRow(place)), { rows: -1 });
      assertPaired(points, renumbered(withNew(rows, place, newRow(place))), { rows: -1 });
    }
  });

  it('pairs by content when two neighbours change places in one part, renumbered or not', () => {
    for (const at of places.slice(0, -1)) {
      assertPaired(swapped(points, at), rows);
      assertPaired(renumbered(swapped(points, at)), rows);
      assertPaired(points, renumbered(swapped(rows, at)));
    }
  });

  it('pairs a point whose number is mistyped', () => {
    for (const [at, point] of points.entries()) {
      const wrong = points.map((other, index) => (index === at ? numbered(point, 173) : other));
      assertPaired(wrong, rows);
    }
  });

  it('pairs everything when a block of the list moves, renumbered or not', () => {
    const moved = [...rows.slice(0, 20), ...rows.slice(30, 60), ...rows.slice(20, 30), ...rows.slice(60)];
    assertPaired(points, moved);
    assertPaired(points, renumbered(moved));
  });

  it('pairs everything when no row has a number', () => {
    const bare = rows.map(({ task, member }) => ({ task, member: { ...member, label: undefined } }));
    assertPaired(points, bare);
  });

  it('pairs a point and a row that share number and place but not a word', () => {
    for (const [at, point] of points.entries()) {
      const reworded = { task: point.task, member: { ...point.member, text: WORDS } };
      assertPaired(
        points.map((other, index) => (index === at ? reworded : other)),
        rows,
      );
    }
  });

  const positions = points.map((_, position) => position);
  const at = <T>(members: readonly T[], chosen: readonly number[]) =>
    chosen.flatMap((position) => members[position] ?? []);

  it('pairs each task with itself in whatever order the list is', () => {
    const order = fc.shuffledSubarray(positions, { minLength: positions.length });
    fc.assert(
      fc.property(order, (shuffled) => {
        assert.deepEqual(pairKnown(points, at(rows, shuffled)).wrong, []);
      }),
      { ...runs(20), endOnFailure: true },
    );
  });

  it('hardly ever pairs two different tasks when both parts lose some', () => {
    const some = fc.subarray(positions, { minLength: 85 });
    fc.assert(
      fc.property(some, some, (left, right) => {
        const { wrong } = pairKnown(at(points, left), at(rows, right));
        assert.ok(wrong.length <= 2, wrong.join());
      }),
      { ...runs(30), endOnFailure: true },
    );
  });

  it('puts each point and each row in one pair or in none', () => {
    fc.assert(
      fc.property(fc.subarray(positions), fc.subarray(positions), (left, right) => {
        const { pairing } = pairKnown(at(points, left), at(rows, right));
        const inPairs = pairing.pairs.flatMap((pair) => [...pair.points, ...pair.rows]);
        const all = [...inPairs, ...pairing.pointsWithoutRow, ...pairing.rowsWithoutPoint];
        assert.equal(new Set(all).size, all.length);
        assert.equal(all.length, left.length + right.length);
      }),
      { ...runs(20), endOnFailure: true },
    );
  });
});

describe('pairing with a list of titles alone', () => {
  const titled = (at: number, title: string, text: string) => {
    const point = points[at] as Known<Point>;
    const row = rows[at] as Known<Row>;
    const written = MappedText.verbatim(text, 0, text.length);
    const task = MappedText.verbatim(title, 0, title.length);
    return {
      point: { ...point, member: { ...point.member, text: written } },
      row: { ...row, member: { ...row.member, task, measures: undefined } },
    };
  };
  const tasks = [
    titled(0, '加强海洋生态保护', '定期发布珊瑚礁监测年报，培训志愿巡护队员三百名以上。'),
    titled(1, '推进政府采购全流程电子化', '完善电子卖场功能，全面推行采购合同线上签订和线上支付。'),
    titled(2, '支持跨境电商发展', '推进跨境电子商务综合试验区建设，培育产业园区5个，新增海外仓面积10万平方米。'),
    titled(3, '规范招标投标活动', '推行远程异地评标和“双盲”评审，依法必须招标项目全流程电子化率达到100%。'),
    titled(4, '打造特色产业园区', '建设一批专精特新集聚区，新增标准厂房一百万平方米以上。'),
    titled(5, '优化通关作业流程', '推广“提前申报”“两步申报”，压缩进出口货物整体通关时间。'),
  ];
  const left = tasks.map(({ point }) => point);
  const right = tasks.map(({ row }) => row);

  it('does not pair a title with a point elsewhere for a phrase that both happen to have', () => {
    assertPaired(left, right);
  });

  it('does so neither without units', () => {
    assertPaired(
      left.map(({ task, member }) => ({ task, member: { ...member, units: undefined } })),
      right.map(({ task, member }) => ({ task, member: { ...member, leadUnits: undefined } })),
    );
  });

  it('pairs a title whose number is mistyped, and whose words the point does not have', () => {
    for (const [at, row] of right.entries())
      assertPaired(
        left,
        right.map((other, index) => (index === at ? numbered(row, 71) : other)),
      );
  });

  it('pairs a title that moved with the point that holds its words', () => {
    const [first, second] = [right[2], right[5]].map((row) => row as Known<Row>) as [Known<Row>, Known<Row>];
    const renamed = {
      ...first,
      member: { ...first.member, task: MappedText.verbatim('推进跨境电子商务综合试验区建设', 0, 15) },
    };
    const moved = right.map((row, index) => (index === 2 ? second : index === 5 ? renamed : row));
    const { pairing } = pairKnown(left, renumbered(moved));
    const row = pairing.pairs.find((pair) => pair.points[0]?.label.value === 3)?.rows[0];
    assert.equal(row?.task?.text, '推进跨境电子商务综合试验区建设');
  });
});

describe('layouts with several rows or points to a task', () => {
  const split = rows.slice(0, 10).flatMap(({ task, member }): Known<Row>[] => {
    const { label, measures } = member;
    assert.ok(label && measures);
    const middle = measures.length >> 1;
    return [
      { task, member: { ...member, label: { ...label, sub: 1 }, measures: measures.slice(0, middle) } },
      { task, member: { ...member, label: { ...label, sub: 2 }, measures: measures.slice(middle) } },
    ];
  });
  const relabelled = (change: (row: Row, index: number) => Row['label']) =>
    split.map(({ task, member }, index) => ({ task, member: { ...member, label: change(member, index) } }));

  it('pairs a point with its rows 3-1 and 3-2', () => {
    assertPaired(points.slice(0, 10), split);
  });

  it('pairs a point with a run of rows under its number', () => {
    assertPaired(
      points.slice(0, 10),
      relabelled(({ label }) => label && { ...label, sub: undefined }),
    );
  });

  it('pairs a point with the rows below its number whose own cells are empty', () => {
    assertPaired(
      points.slice(0, 10),
      relabelled(({ label }, index) => (index % 2 === 0 ? label && { ...label, sub: undefined } : undefined)),
    );
  });

  it('pairs a point with its rows when the list counts on through them', () => {
    assertPaired(
      points.slice(0, 10),
      relabelled(({ label }, index) => label && { ...label, value: index + 1, sub: undefined }),
    );
  });

  it('pairs several points with the row that names their range', () => {
    const ranges = [rows[0], rows[3], rows[6]].map((row, index): Known<Row> => {
      const { task, member } = row as Known<Row>;
      assert.ok(member.label);
      return { task, member: { ...member, label: { ...member.label, value: index * 3 + 1, sub: index * 3 + 3 } } };
    });
    const { pairing } = pairKnown(points.slice(0, 9), ranges);
    assert.deepEqual(
      pairing.pairs.map((pair) => pair.points.map(({ label }) => label.value)),
      [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ],
    );
  });
});
