import assert from 'node:assert/strict';
import { contains, overlaps } from '#shared/text/span.ts';

const span = (start: number, end: number) => ({ start, end });

describe('spans', () => {
  it('overlap when they share a code unit', () => {
    assert.ok(overlaps(span(0, 3), span(2, 5)));
    assert.ok(overlaps(span(0, 9), span(2, 5)));
    assert.ok(!overlaps(span(0, 3), span(3, 5)));
  });

  it('overlap when an empty one stands within the other or at the place of another empty one', () => {
    assert.ok(overlaps(span(3, 3), span(2, 5)));
    assert.ok(overlaps(span(3, 3), span(3, 3)));
    assert.ok(!overlaps(span(2, 2), span(2, 5)));
    assert.ok(!overlaps(span(2, 5), span(5, 5)));
  });

  it('contain what does not reach beyond them', () => {
    assert.ok(contains(span(1, 4), span(1, 4)));
    assert.ok(contains(span(1, 4), span(4, 4)));
    assert.ok(!contains(span(1, 4), span(0, 2)));
  });
});
