import type { Subject } from '#shared/rules/subject.ts';
import { oncePerSubject } from '#shared/rules/support/once-per-subject.ts';
import type { Locale } from '#shared/text/localized.ts';
import { normalForm } from '#shared/text/normal-form.ts';
import type { Unit } from '#shared/units/unit.ts';
import { validityIn } from '#shared/units/validity.ts';
import { dateText } from '../../date-text.ts';
import { unitsOf } from '../../lookup.ts';
import { fitOf } from './pinyin.ts';

/** A name that may be meant, with what is said beside it. */
export interface UnitItem {
  readonly name: string;
  readonly detail: string;
  readonly isRetired: boolean;
}

/**
 * The units that may be meant, those valid in the document's year first and those that the list has already last; among
 * equals the ones that fit best, and that the document names most often.
 */
export function unitItems(
  typed: string,
  listed: readonly string[],
  subject: Subject,
  locale: Locale,
): readonly UnitItem[] {
  const { directory, year } = subject;
  const keys = new Set(listed.map((name) => directory.keyOf(name)));
  const ranked: { readonly item: UnitItem; readonly rank: readonly number[] }[] = [];
  const add = (item: UnitItem, names: readonly string[], tier: number) => {
    const fits = names.flatMap((name) => fitOf(typed, name) ?? []);
    if (fits.length === 0) return;
    const isListed = keys.has(directory.keyOf(item.name)) ? 1 : 0;
    const count = counts(subject).get(item.name) ?? 0;
    ranked.push({ item, rank: [isListed, tier, Math.min(...fits), -count] });
  };
  for (const unit of directory.units) {
    const validity = validityIn(unit, year);
    const names = [
      unit.name,
      ...(unit.fullName === undefined ? [] : [unit.fullName]),
      ...unit.aliases.map(({ name }) => name),
    ];
    const item = { name: unit.name, detail: detailOf(unit, locale), isRetired: validity !== 'valid' };
    add(item, names, validity === 'valid' ? 0 : 2);
  }
  for (const name of counts(subject).keys()) {
    if (directory.unit(name) !== undefined) continue;
    const { kind } = directory.identify(name, year);
    // An alias is found by its unit; a name that nobody knows is a slip more often than not.
    if (kind === 'unit' || (kind === 'unknown' && directory.covers(subject.place))) continue;
    const detail = locale === 'zh' ? '本文件已有的名称' : 'used in this document';
    add({ name, detail, isRetired: false }, [name], 1);
  }
  return ranked.sort((a, b) => compare(a.rank, b.rank) || (a.item.name < b.item.name ? -1 : 1)).map(({ item }) => item);
}

function detailOf(unit: Unit, locale: Locale): string {
  const zh = locale === 'zh';
  const parts = [unit.fullName ?? unit.kind];
  if (unit.from !== undefined) parts.push(zh ? `${dateText(unit.from, locale)}起` : `since ${unit.from}`);
  if (unit.to !== undefined) parts.push(zh ? `${dateText(unit.to, locale)}起停用` : `not valid since ${unit.to}`);
  if (unit.successor !== undefined) parts.push(`→ ${unit.successor}`);
  return parts.join(zh ? '，' : ', ');
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** How often the document names each unit. */
const counts = oncePerSubject((subject): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const { mention } of unitsOf(subject)) {
    const name = normalForm(mention.name);
    found.set(name, (found.get(name) ?? 0) + 1);
  }
  return found;
});
