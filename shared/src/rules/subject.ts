import type { Memory } from '../memory/memory.ts';
import type { Point, PolicyDocument, Row, TaskList, WorkPoints } from '../model/policy-document.ts';
import type { Pairing } from '../pairing/pairing.ts';
import type { UnitDirectory } from '../units/unit.ts';

/**
 * What a rule judges: one file, or the two files of a pair. Every point and row carries its own `source`,
 * so a rule need not know how many files there are.
 */
export interface Subject {
  readonly documents: readonly PolicyDocument[];
  readonly workPoints: readonly WorkPoints[];
  readonly taskLists: readonly TaskList[];
  /** Empty unless both parts are there. */
  readonly pairings: readonly Pairing[];
  readonly points: readonly Point[];
  readonly rows: readonly Row[];
  readonly directory: UnitDirectory;
  /** The year names and targets are judged by. */
  readonly year: number | undefined;
  readonly place: string | undefined;
  /** What earlier versions of the texts gave; rules find the same with it and without. */
  readonly memory: Memory | undefined;
}
