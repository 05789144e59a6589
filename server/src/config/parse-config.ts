import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { type JsonPath, JsonText } from '#shared/units/json-text.ts';
import { InputError } from '../files/input-error.ts';
import type { Config, NamedFile, RelativePattern, Settings } from './config.ts';
import { describeProblem, type PlaceOf } from './describe-problem.ts';
import { type ConfigFile, configSchema } from './schema.ts';

/** A configuration as one file has it: what it extends is named, not yet read. */
export interface ParsedConfig {
  readonly config: Config;
  readonly extends: readonly NamedFile[];
}

export interface ParseConfigOptions {
  /** The file's own path, absolute: what it names is relative to its folder. */
  readonly path: string;
  /** How messages name it. */
  readonly shown: string;
  /** The rules there are. */
  readonly ruleIds: readonly string[];
}

/**
 * Reads the text of a configuration file.
 * @throws InputError with every mistake it found, each with line and column.
 */
export function parseConfig(text: string, options: ParseConfigOptions): ParsedConfig {
  const json = new JsonText(text);
  const [syntax] = json.problems;
  if (syntax !== undefined) {
    const { message, ...place } = syntax;
    const cure = { zh: '请改正这一处。', en: 'Correct this place.' };
    throw new InputError({ at: { path: options.shown, ...place }, what: message, cure });
  }
  const placeOf: PlaceOf = (path, atKey) => ({ path: options.shown, ...json.placeOf(path, atKey) });
  const schema = configSchema(options.ruleIds);
  // To valibot a list is an object too.
  const parsed = v.safeParse(schema, Array.isArray(json.value) ? undefined : json.value);
  if (!parsed.success) throw new InputError(...parsed.issues.map((issue) => describeProblem(issue, placeOf, schema)));
  return new ConfigReader(parsed.output, placeOf, options.path).read();
}

class ConfigReader {
  readonly #file: ConfigFile;
  readonly #placeOf: PlaceOf;
  readonly #path: string;
  readonly #folder: string;

  constructor(file: ConfigFile, placeOf: PlaceOf, path: string) {
    this.#file = file;
    this.#placeOf = placeOf;
    this.#path = path;
    this.#folder = dirname(path);
  }

  read(): ParsedConfig {
    const { include, exclude = [], units = [], pairs = [], overrides = [] } = this.#file;
    return {
      extends: this.#extends(),
      config: {
        path: this.#path,
        sources: [this.#path],
        include: include === undefined ? undefined : this.#patterns(include),
        exclude: this.#patterns(exclude),
        units: units.map((path, index) => this.#named(path, ['units', index])),
        pairs: pairs.map((pair, i) => pair.map((path, j) => this.#named(path, ['pairs', i, j]))),
        overrides: overrides.map((override) => ({
          files: this.#patterns(override.files),
          ...settingsOf(override),
        })),
        ...settingsOf(this.#file),
      },
    };
  }

  #extends(): readonly NamedFile[] {
    const bases = this.#file.extends ?? [];
    if (typeof bases === 'string') return [this.#named(bases, ['extends'])];
    return bases.map((path, index) => this.#named(path, ['extends', index]));
  }

  #patterns(patterns: readonly string[]): readonly RelativePattern[] {
    return patterns.map((pattern) => ({ folder: this.#folder, pattern }));
  }

  #named(path: string, at: JsonPath): NamedFile {
    return { path: resolve(this.#folder, path), at: this.#placeOf(at, false) };
  }
}

/** Copies, without the keys that say `undefined`. */
function settingsOf(file: Pick<ConfigFile, 'rules' | 'year' | 'columns'>): Settings {
  return { rules: stated(file.rules), year: file.year, columns: stated(file.columns) };
}

function stated<Value>(record: Readonly<Record<string, Value | undefined>> | undefined): Record<string, Value> {
  const result: Record<string, Value> = {};
  for (const [key, value] of Object.entries(record ?? {})) if (value !== undefined) result[key] = value;
  return result;
}
