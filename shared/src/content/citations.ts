import type { MappedText } from '../text/mapped-text.ts';
import { normalMapped } from '../text/normal-form.ts';
import { titles } from './enclosures.ts';
import { type Stated, statedAt } from './stated.ts';

/** A document named by its title: `《深圳市临时用地管理办法》`. The span holds the marks too. */
export interface Citation extends Stated {
  /** The title without its marks, in the form in which titles are compared. */
  readonly title: string;
}

/** The documents that a text names, in order. A title inside a title belongs to the outer one. */
export function citations(text: MappedText): readonly Citation[] {
  if (!text.text.includes('《')) return [];
  const normal = normalMapped(text);
  return titles(normal.text)
    .filter((title) => title.from < title.to)
    .map((title) => ({
      ...statedAt(normal, title.at, title.end),
      title: titleForm(normal.text.slice(title.from, title.to)),
    }));
}

/** Inner marks are written 〈〉 by the standard and 《》 by many: no difference of the title. */
function titleForm(title: string): string {
  return title.replaceAll('《', '〈').replaceAll('》', '〉');
}
