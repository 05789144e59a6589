import { now } from '../../launch/clock.ts';
import type { CommandContext } from '../context.ts';

/** A run that is over before nobody looks shows none, in milliseconds. */
const DELAY = 400;
const INTERVAL = 100;
const BAR = 24;

export interface Progress {
  readonly update: (done: number) => void;
  /** Takes the bar away. */
  readonly end: () => void;
}

/**
 * A bar on standard error, where that is a terminal; undefined where it is none, or where there is little to do.
 * @param clock the time in milliseconds.
 */
export function startProgress(
  total: number,
  { environment, locale }: CommandContext,
  clock: () => number = now,
): Progress | undefined {
  const { stderr, env } = environment;
  if (!stderr.isTTY || env.TERM === 'dumb' || total < 3) return undefined;
  let last = clock() + DELAY - INTERVAL;
  let shown = false;
  return {
    update: (done) => {
      const time = clock();
      if (time - last < INTERVAL) return;
      last = time;
      shown = true;
      const [word, width] = locale === 'zh' ? ['检查', 4] : ['Checking', 8];
      const count = `${done}/${total}`;
      // A line that is broken could not be taken away.
      const room = Math.min(BAR, (stderr.columns ?? 80) - width - count.length - 3);
      const filled = Math.round((done / total) * room);
      const bar = room > 0 ? `${'█'.repeat(filled)}${'░'.repeat(room - filled)} ` : '';
      stderr.write(`\r${word} ${bar}${count}\u001b[K`);
    },
    end: () => {
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}
