/** As much of `node:assert` as the suite needs; it runs in a browser too. */

export function ok(value: unknown, message = 'expected to hold'): asserts value {
  if (!value) throw new Error(message);
}

export function equal(actual: unknown, expected: unknown): void {
  if (!Object.is(actual, expected)) throw new Error(`expected ${show(expected)}, got ${show(actual)}`);
}

export function deepEqual(actual: unknown, expected: unknown): void {
  if (show(actual) !== show(expected)) throw new Error(`expected ${show(expected)}, got ${show(actual)}`);
}

export function match(actual: string, expected: RegExp): void {
  if (!expected.test(actual)) throw new Error(`expected ${expected}, got ${show(actual)}`);
}

export function doesNotMatch(actual: string, unwanted: RegExp): void {
  if (unwanted.test(actual)) throw new Error(`expected not ${unwanted}, got ${show(actual)}`);
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
