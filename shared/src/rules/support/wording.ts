import type { NumberLabel, Point, Row } from '../../model/policy-document.ts';
import type { Localized } from '../../text/localized.ts';

/** How messages name a point: `要点第 37 项`. */
export function pointName(point: Point): Localized {
  const number = numberText(point.label);
  return { zh: `要点第 ${number} 项`, en: `point ${number}` };
}

/** As much of a title as a message shows. */
const SHOWN = 20;

/** How messages name a row: `清单第 37 行`; a row without a number is named by its task. */
export function rowName(row: Row): Localized {
  if (row.label === undefined) {
    const words = ((row.task ?? row.measures)?.text ?? '').replace(/\s+/g, '');
    if (words === '') return { zh: '清单中无序号的一行', en: 'a row without a number' };
    const characters = [...words];
    const title = characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : words;
    return { zh: `清单“${title}”一行`, en: `the row “${title}”` };
  }
  const number = numberText(row.label);
  return { zh: `清单第 ${number} 行`, en: `row ${number}` };
}

/** Names in Chinese quotation marks, joined by 、. */
export function quotedZh(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join('、');
}

/** Names in Chinese quotation marks, joined by commas. */
export function quotedEn(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}

/** What a message adds when it rests on a fact of the unit directory that has no source. */
export const unsourcedFact: Localized = {
  zh: '（单位目录未注明这一写法的出处，请核实。）',
  en: ' (The unit directory gives no source for this: please verify.)',
};

function numberText(label: NumberLabel): string {
  return label.sub === undefined ? String(label.value) : `${label.value}-${label.sub}`;
}
