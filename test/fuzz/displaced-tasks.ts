import fc from 'fast-check';

/** What moves as one in a draft: a line of a table, or a paragraph with the lines that follow it. */
type PieceKind = 'row' | 'header' | 'point' | 'heading' | 'other';

interface Piece {
  readonly kind: PieceKind;
  /** Its lines, without the last one's end. */
  readonly text: string;
  /** What stands behind it: the line's end, and blank lines. */
  readonly gap: string;
}

type Change = (pieces: readonly Piece[]) => readonly Piece[];

/** Each is a number of what it chooses from, so that a case shrinks to few changes at early places. */
const CHOICE = fc.nat(2 ** 30);

const KINDS: fc.Arbitrary<PieceKind> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<PieceKind>('row') },
  { weight: 5, arbitrary: fc.constant<PieceKind>('point') },
  { weight: 2, arbitrary: fc.constant<PieceKind>('heading') },
  { weight: 1, arbitrary: fc.constant<PieceKind>('header') },
  { weight: 1, arbitrary: fc.constant<PieceKind>('other') },
);
const RUN = fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 12 }));

/** What a page's end leaves in the middle of a table. */
const PAGE_ENDS = ['\n\n', '\n\n第 7 页\n\n', '\n<!-- 见附件 -->\n', '\n\n— 12 —\n\n<br>\n\n'] as const;

/** A change of the order or number of tasks, as it comes about by cutting and pasting. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: KINDS, at: CHOICE, length: RUN }).map(({ kind, at, length }) => runs(kind, at, length, () => [])),
  fc
    .record({ kind: KINDS, at: CHOICE, length: RUN })
    .map(({ kind, at, length }) => runs(kind, at, length, (run) => [...run, ...run])),
  fc
    .record({ kind: KINDS, at: CHOICE, length: fc.integer({ min: 2, max: 8 }) })
    .map(({ kind, at, length }) => runs(kind, at, length, (run) => [...run].reverse())),
  fc
    .record({ kind: KINDS, at: CHOICE, length: RUN, to: CHOICE, near: fc.boolean() })
    .map(({ kind, at, length, to, near }) => moved(kind, at, length, to, near)),
  fc.record({ kind: KINDS, one: CHOICE, two: CHOICE }).map(({ kind, one, two }) => exchanged(kind, one, two)),
  fc
    .record({ kind: KINDS, at: CHOICE, to: fc.oneof(fc.nat(99), CHOICE), near: fc.boolean() })
    .map(({ kind, at, to, near }) => renumbered(kind, at, to, near)),
  fc
    .record({ kind: KINDS, at: CHOICE, length: fc.integer({ min: 2, max: 30 }), by: fc.integer({ min: -3, max: 3 }) })
    .map(({ kind, at, length, by }) =>
      runs(kind, at, length, (run) => run.map((piece) => withNumber(piece, (n) => n + by))),
    ),
  fc
    .record({ at: CHOICE, end: fc.constantFrom(...PAGE_ENDS) })
    .map(({ at, end }) => runs('row', at, 1, ([row]) => (row === undefined ? [] : [{ ...row, gap: end }]))),
  CHOICE.map(headed),
  fc.record({ kind: KINDS, at: CHOICE, words: CHOICE }).map(({ kind, at, words }) => broken(kind, at, words)),
);

/** Drafts whose tasks have been moved about, several times over; each of the texts of a draft by itself. */
export function displaced(drafts: fc.Arbitrary<readonly string[]>, most = 5): fc.Arbitrary<readonly string[]> {
  return fc
    .tuple(
      drafts,
      fc.array(fc.tuple(change, CHOICE), { minLength: 1, maxLength: most }),
      fc.oneof({ weight: 4, arbitrary: fc.constant('\n') }, fc.constant('\r\n')),
    )
    .map(([texts, changes, lineEnd]) => {
      const held = texts.map((text) => piecesOf(text));
      for (const [disturb, which] of changes) {
        const index = which % held.length;
        held[index] = disturb(held[index] ?? []);
      }
      return held.map((pieces) =>
        pieces
          .map(({ text, gap }) => text + gap)
          .join('')
          .replaceAll('\n', lineEnd),
      );
    });
}

function piecesOf(text: string): readonly Piece[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const pieces: Piece[] = [];
  for (let at = 0; at < lines.length; ) {
    const from = at;
    const kind = kindOf(lines[at] ?? '', lines[at + 1] ?? '');
    at += kind === 'header' ? 2 : 1;
    if (kind === 'point' || kind === 'other')
      while (at < lines.length && lines[at] !== '' && kindOf(lines[at] ?? '', '') === 'other') at++;
    const held = lines.slice(from, at).join('\n');
    const behind = at;
    while (at < lines.length && lines[at] === '') at++;
    pieces.push({ kind, text: held, gap: '\n'.repeat(at - behind + (at < lines.length || behind < at ? 1 : 0)) });
  }
  return pieces;
}

function kindOf(line: string, next: string): PieceKind {
  if (line.startsWith('|')) return isDelimiter(next) ? 'header' : 'row';
  if (/^(#|\*\*|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/.test(line)) return 'heading';
  return /^(\d+[.．、]|（\d+）)/.test(line) ? 'point' : 'other';
}

const isDelimiter = (line: string) => /^\|[\s:|-]+\|$/.test(line);

/** Puts something in place of a run of pieces of one kind. */
function runs(kind: PieceKind, at: number, length: number, to: (run: readonly Piece[]) => readonly Piece[]): Change {
  return (pieces) => {
    const start = placeOf(pieces, kind, at);
    if (start === undefined) return pieces;
    const end = start + length;
    return [...pieces.slice(0, start), ...to(pieces.slice(start, end)), ...pieces.slice(end)];
  };
}

/** To another piece of the kind, a few further on where it is `near`; or anywhere. */
function moved(kind: PieceKind, at: number, length: number, to: number, near: boolean): Change {
  return (pieces) => {
    const start = placeOf(pieces, kind, at);
    if (start === undefined) return pieces;
    const run = pieces.slice(start, start + length);
    const rest = [...pieces.slice(0, start), ...pieces.slice(start + length)];
    const place = near ? Math.max(0, start + (to % 13) - 6) : (placeOf(rest, kind, to) ?? 0);
    return [...rest.slice(0, place), ...run, ...rest.slice(place)];
  };
}

function exchanged(kind: PieceKind, one: number, two: number): Change {
  return (pieces) => {
    const [a, b] = [placeOf(pieces, kind, one), placeOf(pieces, kind, two)];
    if (a === undefined || b === undefined) return pieces;
    const changed = [...pieces];
    [changed[a], changed[b]] = [pieces[b] as Piece, pieces[a] as Piece];
    return changed;
  };
}

/** Gives a piece another number: any, or one that is near its own. */
function renumbered(kind: PieceKind, at: number, to: number, near: boolean): Change {
  return runs(kind, at, 1, (run) => run.map((piece) => withNumber(piece, (n) => (near ? n + (to % 5) - 2 : to))));
}

function withNumber(piece: Piece, change: (number: number) => number): Piece {
  const text = piece.text.replace(
    /^([|（\s]*)(\d+)/,
    (_, before: string, digits: string) => `${before}${Math.max(0, change(Number(digits)))}`,
  );
  return { ...piece, text };
}

/** A row with a delimiter line under it, as converters leave the first row of a page. */
function headed(at: number): Change {
  return (pieces) => {
    const start = placeOf(pieces, 'row', at);
    const row = start === undefined ? undefined : pieces[start];
    if (start === undefined || row === undefined) return pieces;
    const columns = Math.max(1, row.text.split('|').length - 2);
    const before = pieces[start - 1];
    return [
      ...pieces.slice(0, start - 1),
      ...(before === undefined ? [] : [{ ...before, gap: '\n\n' }]),
      { ...row, kind: 'header', text: `${row.text}\n|${'---|'.repeat(columns)}` },
      ...pieces.slice(start + 1),
    ];
  };
}

/** A piece torn in two by a blank line. */
function broken(kind: PieceKind, at: number, words: number): Change {
  return runs(kind, at, 1, (run) =>
    run.map((piece) => {
      const place = words % (piece.text.length + 1);
      return { ...piece, text: `${piece.text.slice(0, place)}\n\n${piece.text.slice(place)}` };
    }),
  );
}

function placeOf(pieces: readonly Piece[], kind: PieceKind, at: number): number | undefined {
  const places = pieces.flatMap((piece, index) => (piece.kind === kind ? [index] : []));
  return places[at % places.length];
}
