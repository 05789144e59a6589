import { visible } from './visible.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#10;',
};

/** A text for an attribute or an element of XML or HTML; characters that XML cannot hold are shown by their code. */
export function escapeXml(text: string): string {
  return visible(text, 'lines')
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replace(/[&<>"'\n]/g, (character) => entities[character] ?? character);
}

/** `<name a="b">`, with every value escaped; numbers are written as they are. */
export function openTag(name: string, attributes: Readonly<Record<string, string | number>>): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  return `<${name}${list.join('')}>`;
}

/** `<name a="b"/>` */
export function emptyTag(name: string, attributes: Readonly<Record<string, string | number>>): string {
  return openTag(name, attributes).replace(/>$/, '/>');
}
