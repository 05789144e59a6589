import { parse } from 'jsonc-parser';

/** The directory files that a configuration names, as it writes them. */
export function unitFiles(config: string | undefined): readonly string[] {
  const value: unknown = config === undefined ? undefined : parse(config);
  if (typeof value !== 'object' || value === null || !('units' in value) || !Array.isArray(value.units)) return [];
  return value.units.filter((path) => typeof path === 'string');
}
