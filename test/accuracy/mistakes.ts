import { contentMistakes } from './mistakes/content.ts';
import type { Mistake } from './mistakes/mistake.ts';
import { numberingMistakes } from './mistakes/numbering.ts';
import { officeMistakes } from './mistakes/office.ts';
import { structureMistakes } from './mistakes/structure.ts';
import { unitMistakes } from './mistakes/units.ts';
import { writingMistakes } from './mistakes/writing.ts';

/** Every kind of single slip, each with the rule meant for it. */
export const mistakes: readonly Mistake[] = [
  ...numberingMistakes,
  ...structureMistakes,
  ...unitMistakes,
  ...contentMistakes,
  ...writingMistakes,
  ...officeMistakes,
];
