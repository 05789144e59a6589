import fc from 'fast-check';

/**
 * Property tests see the same cases in every run, so that a failure is the change's and not the dice's. `FUZZ_SEED` casts
 * them anew, `FUZZ_RUNS` says how often where a test does not say it itself.
 */
const { FUZZ_SEED, FUZZ_RUNS } = process.env;
fc.configureGlobal({
  seed: FUZZ_SEED === undefined ? 20230226 : Number(FUZZ_SEED),
  ...(FUZZ_RUNS === undefined ? {} : { numRuns: Number(FUZZ_RUNS) }),
});
