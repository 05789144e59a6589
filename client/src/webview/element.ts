/** An element with text or other elements in it. Text stays text: nothing is parsed as HTML. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (string | HTMLElement)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
