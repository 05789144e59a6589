/** A text in one line: where it was broken, the blanks around the break become `between`. */
export function joinLines(text: string, between: string): string {
  const [first = '', ...rest] = text.split(/[\r\n]/);
  const last = rest.pop();
  if (last === undefined) return text;
  const middle = rest.map((line) => line.trim()).filter((line) => line !== '');
  return [first.trimEnd(), ...middle, last.trimStart()].join(between);
}
