import type { Config, Settings } from './config.ts';
import { matchesAny } from './match-patterns.ts';

/** What holds for one file (absolute): the configuration with the overrides that mean the file, the later one first. */
export function settingsFor(path: string, config: Config): Settings {
  let { rules, year, columns } = config;
  for (const override of config.overrides) {
    if (!matchesAny(path, override.files)) continue;
    rules = { ...rules, ...override.rules };
    year = override.year ?? year;
    columns = { ...columns, ...override.columns };
  }
  return { rules, year, columns };
}
