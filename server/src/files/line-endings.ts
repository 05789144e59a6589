/**
 * The changed text with the line endings of the original: where all of those were CRLF, a lone line feed that a fix
 * brought in becomes one too.
 */
export function keepLineEndings(original: string, changed: string): string {
  const isCrlf = original.includes('\r\n') && !/(?<!\r)\n/.test(original);
  return isCrlf ? changed.replace(/(?<!\r)\n/g, '\r\n') : changed;
}
