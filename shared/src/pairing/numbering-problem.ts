/** What is wrong with a sequence of numbers. Positions are indices into it. */
export interface NumberingProblem {
  /**
   * `gap`: the numbers `missing` are passed over before `position`. `duplicate`: the number was used before, at `first`.
   * `misnumbered`: the number does not fit. `disorder`: the numbers from `position` to `last` belong elsewhere.
   */
  readonly kind: 'gap' | 'duplicate' | 'misnumbered' | 'disorder';
  readonly position: number;
  /** The last one of a run that stands at the wrong place; otherwise `position`. */
  readonly last: number;
  /** The number that would follow from the one before. */
  readonly expected: number;
  /** The first and last number passed over; only of a gap. */
  readonly missing: { readonly from: number; readonly to: number } | undefined;
  /** Where the number was used before; only of a duplicate. */
  readonly first: number | undefined;
  /** The main number whose sub-numbers these are (3 for `3-1`, `3-3`); undefined in the main sequence. */
  readonly within: number | undefined;
  /** True where the numbers after it go on from it, so that a cure renumbers them too. */
  readonly shifts: boolean;
}
