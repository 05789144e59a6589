import { visibleJson } from './visible.ts';

/** Writes one value in pieces, each of them whole tokens; `indent` is that of the line it begins in. */
type PieceMaker = (indent: string) => Iterable<string>;

/**
 * An object as `JSON.stringify` lays it out with two blanks, in pieces: a report of a thousand files is never held whole.
 * A member is a value, or what `objectOf` and `listOf` give; one that is undefined is left out.
 */
export function objectOf(members: Readonly<Record<string, unknown>>): PieceMaker {
  const entries = Object.entries(members).filter(([, member]) => member !== undefined);
  return (indent) =>
    enclosed(
      ['{', '}'],
      indent,
      (function* () {
        for (const [name, member] of entries) yield [`${visibleJson(JSON.stringify(name))}: `, member] as const;
      })(),
    );
}

/** A list, whose items are made one by one as they are written. */
export function listOf(items: Iterable<unknown>): PieceMaker {
  return (indent) =>
    enclosed(
      ['[', ']'],
      indent,
      (function* () {
        for (const item of items) yield ['', item] as const;
      })(),
    );
}

/** A list as `listOf` gives it, with each item on a line of its own: half as long, for programs alone to read. */
export function linesOf(items: Iterable<unknown>): PieceMaker {
  return listOf(
    (function* () {
      for (const item of items) yield () => [visibleJson(JSON.stringify(item))];
    })(),
  );
}

/** A member whose value is known only when those before it have been written. */
export function later(value: () => unknown): PieceMaker {
  return () => [visibleJson(JSON.stringify(value()))];
}

/** The whole text of a report, safe to print, with a line feed at its end. */
export function* jsonText(value: PieceMaker): Iterable<string> {
  yield* value('');
  yield '\n';
}

function* enclosed(
  [open, close]: readonly [string, string],
  indent: string,
  members: Iterable<readonly [string, unknown]>,
): Iterable<string> {
  const inner = `${indent}  `;
  let isEmpty = true;
  for (const [head, member] of members) {
    yield `${isEmpty ? open : ','}\n${inner}${head}`;
    isEmpty = false;
    if (isPieceMaker(member)) yield* member(inner);
    else yield visibleJson(JSON.stringify(member, null, 2).replaceAll('\n', `\n${inner}`));
  }
  yield isEmpty ? `${open}${close}` : `\n${indent}${close}`;
}

function isPieceMaker(member: unknown): member is PieceMaker {
  return typeof member === 'function';
}
