import { defineRule } from './define-rule.ts';
import type { Subject } from './subject.ts';
import { unitCounts } from './support/unit-counts.ts';
import { unitExample } from './support/unit-example.ts';
import { isRepeated } from './support/unit-identity.ts';
import { listsNaming, mentionPlace, nameInPlace } from './support/unit-lists.ts';
import { unsourcedFact } from './support/wording.ts';

export default defineRule({
  id: 'unit-alias',
  group: 'units',
  severity: 'warning',
  fix: 'safe',
  words: 'lists',
  docs: {
    summary: {
      zh: '单位用了别名或全称，而不是规范简称',
      en: 'A unit is named by an alias or its full name instead of its canonical short name',
    },
    why: {
      zh: '同一单位前后写法不一，读者会以为是两个单位，统计也会分成两处。',
      en: 'Two spellings of one bureau look like two bureaus, to readers and in every count.',
    },
    remedy: {
      zh: '改为单位目录里的规范简称。整份文件都用全称的，不提示全称；没有本地单位目录的地方，由 unit-variant 提示前后不一。',
      en: 'Use the canonical short name of the unit directory. A document that uses full names throughout keeps them; where no directory covers the place, unit-variant looks after consistency.',
    },
  },
  examples: [
    { name: { zh: '规范简称', en: 'Canonical short names' }, good: unitExample({ others: '市住房建设局' }) },
    {
      name: { zh: '没有单位目录的城市', en: 'A city without a directory' },
      good: unitExample({ units: '（市发改委）', leads: '市发改委', place: '云州市' }),
    },
    {
      name: { zh: '别名', en: 'An alias' },
      bad: unitExample({ units: '（市住房建设局）', leads: '⟦市住房城乡建设局⟧' }),
      says: ['“市住房城乡建设局”即“市住房建设局”，请用规范简称“市住房建设局”。'],
      fixed: unitExample({ units: '（市住房建设局）', leads: '市住房建设局' }),
    },
    {
      name: { zh: '全称', en: 'A full name' },
      bad: unitExample({ others: '⟦深圳市水务局⟧' }),
      says: ['“深圳市水务局”即“市水务局”，请用规范简称“市水务局”。'],
      fixed: unitExample({ others: '市水务局' }),
    },
  ],
  check(subject, report) {
    const { directory, year } = subject;
    if (!directory.covers(subject.place)) return;
    const isOther = (name: string) => {
      const identified = directory.identify(name, year);
      return identified.kind === 'unit' && identified.as !== 'name';
    };
    const others = new Set([...unitCounts(subject).listed.keys()].filter(isOther));
    if (others.size === 0) return;
    const fullNames = prefersFullNames(subject);
    for (const listed of listsNaming(subject, others)) {
      for (const mention of listed.list.mentions) {
        if (!others.has(mention.name)) continue;
        const identified = directory.identify(mention.name, year);
        // A retired name is retired-unit's finding, whichever of its forms was used.
        if (identified.kind !== 'unit' || identified.as === 'name' || identified.validity !== 'valid') continue;
        if (identified.as === 'full-name' && fullNames) continue;
        if (isRepeated(mention, listed.list, subject)) continue;
        const { name } = identified.unit;
        const unsourced =
          identified.alias?.sourced === false ||
          (identified.as === 'full-name' && identified.unit.unsourced.includes('fullName'));
        const doubt = unsourced ? unsourcedFact : { zh: '', en: '' };
        report({
          at: mentionPlace(listed.source, mention),
          message: {
            zh: `“${mention.name}”即“${name}”，请用规范简称“${name}”。${doubt.zh}`,
            en: `“${mention.name}” is “${name}”: use the canonical short name “${name}”.${doubt.en}`,
          },
          fixes: () => [
            {
              title: { zh: `改为“${name}”`, en: `Change to “${name}”` },
              safe: true,
              edits: [{ ...mentionPlace(listed.source, mention), text: nameInPlace(name, mention) }],
            },
          ],
          data: { unit: name, unsourced },
        });
      }
    }
  },
});

/** The document names most of its units in full, so full names are its habit and no slip. */
function prefersFullNames(subject: Subject): boolean {
  let full = 0;
  let short = 0;
  for (const [name, times] of unitCounts(subject).listed) {
    const identified = subject.directory.identify(name, subject.year);
    if (identified.kind !== 'unit' || identified.unit.fullName === identified.unit.name) continue;
    if (identified.as === 'full-name') full += times;
    else if (identified.as === 'name') short += times;
  }
  return full > short;
}
