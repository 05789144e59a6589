import type { Span } from '../../text/span.ts';
import { splitNames } from '../../units/split-names.ts';
import type { Subject } from '../subject.ts';
import { oncePerSubject } from './once-per-subject.ts';
import { unitCounts } from './unit-counts.ts';

/** Shorter words of a document (`福田区`) are the beginnings of longer names. */
const SHORTEST = 4;

/**
 * The names that a text runs together, as ranges of it: names that a directory knows, or else names that stand apart in
 * other lists of the subject. Undefined where it is not made up of such names.
 */
export function runTogether(text: string, subject: Subject): readonly Span[] | undefined {
  const { directory } = subject;
  const byDirectory = directory.split(text);
  const identified = directory.identify(text, undefined);
  // Behind the name of another unit even a usual name is only the end of a run: 人民银行徐州市分行徐州金融监管分局.
  const isWhole = identified.kind === 'common' ? identified.level.length < SHORTEST : identified.kind !== 'unknown';
  if (byDirectory !== undefined || isWhole) return byDirectory;
  const names = namesApart(subject);
  return splitNames(text, (piece) => (piece.length >= SHORTEST && names.has(piece) ? 1 : undefined));
}

const namesApart = oncePerSubject((subject): ReadonlySet<string> => {
  const names = [...unitCounts(subject).listed.keys()];
  return new Set(names.filter((name) => subject.directory.looksLikeUnit(name)));
});
