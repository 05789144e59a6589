import type { Config } from './config.ts';

/**
 * A configuration on top of the one it extends: rules and columns one by one, overrides after those of the base,
 * anything else as a whole.
 */
export function mergeConfig(base: Config, own: Config): Config {
  return {
    path: own.path,
    sources: [...base.sources, ...own.sources],
    include: own.include ?? base.include,
    exclude: own.exclude.length > 0 ? own.exclude : base.exclude,
    units: own.units.length > 0 ? own.units : base.units,
    pairs: own.pairs.length > 0 ? own.pairs : base.pairs,
    rules: { ...base.rules, ...own.rules },
    year: own.year ?? base.year,
    columns: { ...base.columns, ...own.columns },
    overrides: [...base.overrides, ...own.overrides],
  };
}
