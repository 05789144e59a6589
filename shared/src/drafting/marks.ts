/** What a draft carries where a person must decide: a blank that the rule `placeholder` finds until it is taken out. */
export const MARK = '【请确认】';

/** A mark that says what is to be decided. */
export function markOf(what: string): string {
  return `【请确认：${what}】`;
}
