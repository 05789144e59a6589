import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Colours a text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

const plain: Paint = (_style, text) => text;

/** Whether to colour was decided before: Node must not decide again by its own standard output. */
const coloured: Paint = (style, text) => styleText(style, text, { validateStream: false });

export interface ColorChoice {
  /** `--color` (true), `--no-color` (false), or neither. */
  readonly option: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: boolean;
}

/** Options first, then FORCE_COLOR and NO_COLOR as Node reads them, then: only on a terminal. */
export function choosePaint({ option, env, isTTY }: ColorChoice): Paint {
  return (option ?? forced(env) ?? (isTTY && env.TERM !== 'dumb')) ? coloured : plain;
}

function forced(env: ColorChoice['env']): boolean | undefined {
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return env.NO_COLOR === undefined || env.NO_COLOR === '' ? undefined : false;
}
