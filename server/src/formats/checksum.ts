import { createHash } from 'node:crypto';

/** A hash of what a JSON value says, however it is laid out. */
export function checksumOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
