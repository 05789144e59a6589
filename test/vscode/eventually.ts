/** Milliseconds after which something is no longer waited for: many times what it takes on a slow and busy machine. */
const PATIENCE = 60_000;
const BETWEEN_LOOKS = 25;

/**
 * Waits until something holds, and gives what the look gave: undefined and false are “not yet”. An editor tells of nothing at
 * once, so whatever a test reads from it is waited for. @throws Error that says what never came.
 */
export async function eventually<Value>(
  what: string | (() => string),
  look: () => Value | undefined | false | Promise<Value | undefined | false>,
): Promise<Value> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const value = await look();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`never came: ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
  }
}
