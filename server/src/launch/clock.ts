/** Milliseconds since some moment. Node's `performance` says the same, once it has loaded all that it can measure. */
export function now(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}
