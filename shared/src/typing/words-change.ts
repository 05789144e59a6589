import type { Point, Row } from '../model/policy-document.ts';
import type { Subject } from '../rules/subject.ts';

/**
 * A point or a row whose words were edited: the text of the point, or the task or the measures of the row. Its number, its
 * units and its other cells are the same, and so are those of all others, and which point is paired with which row.
 * Each of the two stands in the text that it was read from.
 */
export type WordsChange =
  | { readonly before: Point; readonly after: Point }
  | { readonly before: Row; readonly after: Row };

/**
 * What the findings of a rule have to do with the words of a task.
 * - `task`: those in a task come from its own words, and no other finding depends on them.
 * - `none`: no finding depends on them, but those of the words where it stands.
 * - A function: no finding depends on them as long as it says so of an edit. It is given the subject of the last whole look,
 *   whose year, place and titles are still those of the draft, but not its tasks.
 */
export type WordsReach = 'task' | 'none' | ((change: WordsChange, subject: Subject) => boolean);
