import { parseArgs } from 'node:util';
import { nearestWord } from '#shared/text/nearest-word.ts';
import { InputError } from '../files/input-error.ts';
import type { OptionSpec } from './options.ts';

/** The options as given. A name that the command does not have is a defect of the program, not of the call. */
export class OptionValues {
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(values: ReadonlyMap<string, readonly string[]>) {
    this.#values = values;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** The value; the last one where it was given more than once. */
  value(name: string): string | undefined {
    return this.#values.get(name)?.at(-1);
  }

  values(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }
}

export interface ParsedArguments {
  readonly options: OptionValues;
  readonly operands: readonly string[];
}

/**
 * Takes the arguments apart by a table of options.
 * @throws InputError for an unknown option (with the nearest one), a missing or a wrong value.
 */
export function parseArguments(argv: readonly string[], specs: readonly OptionSpec[]): ParsedArguments {
  const { tokens } = tokensOf(argv, specs);
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  let open: OptionSpec | undefined;
  for (const token of tokens) {
    if (token.kind === 'positional') {
      const values =
        open?.moreEndIn !== undefined && token.value.endsWith(open.moreEndIn) ? given.get(open.name) : undefined;
      (values ?? operands).push(token.value);
      if (values === undefined) open = undefined;
    }
    if (token.kind !== 'option') continue;
    const spec = specs.find(({ name }) => name === token.name);
    if (spec === undefined) throw unknownOption(token.rawName, specs);
    const value = checkedValue(spec, token.rawName, token.value, token.inlineValue === true);
    given.set(spec.name, [...(given.get(spec.name) ?? []), value]);
    open = spec;
  }
  return { options: new OptionValues(given), operands };
}

/** The first word that is no option of these: the command, which may stand behind common options. */
export function firstOperand(argv: readonly string[], specs: readonly OptionSpec[]) {
  return tokensOf(argv, specs).tokens.find((token) => token.kind === 'positional');
}

/** The value of an option, whatever else is wrong with the call: errors too must come in the right language. */
export function peekOption(argv: readonly string[], specs: readonly OptionSpec[], name: string): string | undefined {
  const found = tokensOf(argv, specs).tokens.findLast((token) => token.kind === 'option' && token.name === name);
  return found?.kind === 'option' ? found.value : undefined;
}

function tokensOf(argv: readonly string[], specs: readonly OptionSpec[]) {
  const options = Object.fromEntries(
    specs.map(({ name, short, value }) => [
      name,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        ...(short === undefined ? {} : { short }),
      },
    ]),
  );
  return parseArgs({ args: [...argv], options, allowPositionals: true, strict: false, tokens: true });
}

function checkedValue(spec: OptionSpec, typed: string, value: string | undefined, inline: boolean): string {
  if (spec.value === undefined) {
    if (value === undefined) return '';
    throw new InputError({
      what: { zh: `选项 ${typed} 不带值`, en: `option ${typed} takes no value` },
      cure: { zh: `请只写 ${typed}。`, en: `Write ${typed} alone.` },
    });
  }
  if (value === undefined || value === '' || (!inline && value.startsWith('-') && value !== '-'))
    throw new InputError({
      what: { zh: `选项 ${typed} 缺少值`, en: `option ${typed} needs a value` },
      cure: { zh: `请写成 ${typed} ${spec.value.zh}。`, en: `Write ${typed} ${spec.value.en}.` },
    });
  const choice = spec.choiceTakesFile === true ? (value.split('=', 1)[0] ?? value) : value;
  if (spec.choices !== undefined && !spec.choices.includes(choice)) throw unknownChoice(spec.choices, typed, choice);
  return value;
}

function unknownChoice(choices: readonly string[], typed: string, value: string): InputError {
  const near = nearestWord(value, choices);
  return new InputError({
    what: { zh: `选项 ${typed} 没有“${value}”这个值`, en: `option ${typed} has no value “${value}”` },
    cure:
      near === undefined
        ? { zh: `可用的有：${choices.join('、')}。`, en: `Known: ${choices.join(', ')}.` }
        : { zh: `是不是“${near}”？`, en: `Did you mean “${near}”?` },
  });
}

function unknownOption(typed: string, specs: readonly OptionSpec[]): InputError {
  const near = nearestWord(
    typed,
    specs.map(({ name }) => `--${name}`),
  );
  return new InputError({
    what: { zh: `没有 ${typed} 这个选项`, en: `there is no option ${typed}` },
    cure:
      near === undefined
        ? { zh: '运行 bizenv --help 可列出全部选项。', en: 'bizenv --help lists the options.' }
        : { zh: `是不是 ${near}？`, en: `Did you mean ${near}?` },
  });
}
