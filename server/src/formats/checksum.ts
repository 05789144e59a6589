import { createHash } from 'node:crypto';

/** A hash of what JSON values say one after the other, however they are laid out. No two are held at once. */
export class Checksum {
  readonly #hash = createHash('sha256');

  add(value: unknown): void {
    this.#hash.update(`${JSON.stringify(value)}\n`);
  }

  /** To be asked for once, at the end. */
  get hex(): string {
    return this.#hash.digest('hex');
  }
}
