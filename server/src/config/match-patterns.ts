import { dirname, isAbsolute, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import type { RelativePattern } from './config.ts';

/** Whether a file (absolute), or a folder it stands in, is meant by one of the patterns. */
export function matchesAny(path: string, patterns: readonly RelativePattern[]): boolean {
  return patterns.some((pattern) => matches(path, pattern));
}

function matches(path: string, { folder, pattern }: RelativePattern): boolean {
  const inner = relative(folder, path).split(sep).join('/');
  if (inner.startsWith('../') || isAbsolute(inner)) return false;
  // Without extglobs: their regular expressions can take exponential time, and a configuration may come by mail.
  const isMatch = picomatch(pattern.replace(/^\.\//, '').replace(/\/$/, ''), { dot: true, noextglob: true });
  for (let current = inner; current !== '.'; current = dirname(current)) if (isMatch(current)) return true;
  return false;
}
