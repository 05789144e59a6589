const { FUZZ_RUNS } = process.env;

/** How often a property is tried: as often as it usually needs, or `FUZZ_RUNS` times. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: FUZZ_RUNS === undefined ? usual : Number(FUZZ_RUNS) };
}
