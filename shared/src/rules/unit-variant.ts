import type { UnitMention } from '../model/policy-document.ts';
import type { SourceText } from '../text/source-text.ts';
import { defineRule } from './define-rule.ts';
import { preferredNames } from './support/name-variants.ts';
import { unitExample } from './support/unit-example.ts';
import { isRepeated } from './support/unit-identity.ts';
import { listsNaming, mentionPlace, nameInPlace } from './support/unit-lists.ts';

export default defineRule({
  id: 'unit-variant',
  group: 'units',
  severity: 'warning',
  fix: 'suggested',
  words: 'lists',
  docs: {
    summary: {
      zh: '同一单位在文件里有两种写法，或疑为笔误（没有本地单位目录时）',
      en: 'One body under two names in a document, or a likely slip, where no directory covers the place',
    },
    why: {
      zh: '没有单位目录也要前后一致：写法不一会被当成两个单位。',
      en: 'Even without a directory a document should be of one mind: two names look like two bodies.',
    },
    remedy: {
      zh: '统一为文件里用得较多的写法。有单位目录的地方由 unit-alias 和 unknown-unit 检查。',
      en: 'Use the name that the document uses more often. Where a directory covers the place, unit-alias and unknown-unit do this.',
    },
  },
  examples: [
    {
      name: { zh: '前后一致', en: 'One name throughout' },
      good: unitExample({ units: '（市发改委）', leads: '市发改委', others: '市住建局', place: '云州市' }),
    },
    {
      name: { zh: '不同层级的同类单位', en: 'Bodies of different levels' },
      good: unitExample({ units: '（市发改委）', leads: '市发改委', lastOthers: '省发展改革委', place: '云州市' }),
    },
    {
      name: { zh: '两种写法', en: 'Two names of one body' },
      bad: unitExample({
        units: '（市发改委）',
        leads: '市发改委',
        lastOthers: '市住建局、⟦市发展改革委⟧',
        place: '云州市',
      }),
      says: ['“市发展改革委”与“市发改委”是同一单位的两种写法，文件里多用“市发改委”，请统一。'],
      fixed: unitExample({
        units: '（市发改委）',
        leads: '市发改委',
        lastOthers: '市住建局、市发改委',
        place: '云州市',
      }),
    },
    {
      name: { zh: '笔误', en: 'A slip' },
      bad: unitExample({ others: '⟦市财政居⟧', place: '云州市' }),
      says: ['“市财政居”疑为“市财政局”之误，请核对。'],
      fixed: unitExample({ others: '市财政局', place: '云州市' }),
    },
  ],
  check(subject, report) {
    const preferred = preferredNames(subject);
    if (preferred.size === 0) return;
    const places = new Map<string, { readonly mention: UnitMention; readonly source: SourceText }[]>();
    for (const { list, source } of listsNaming(subject, new Set(preferred.keys()))) {
      for (const mention of list.mentions) {
        if (!preferred.has(mention.name) || isRepeated(mention, list, subject)) continue;
        const found = places.get(mention.name);
        if (found === undefined) places.set(mention.name, [{ mention, source }]);
        else found.push({ mention, source });
      }
    }
    for (const [name, [first, ...others]] of places) {
      const better = preferred.get(name);
      if (first === undefined || better === undefined) continue;
      const slip = subject.directory.identify(name, subject.year).kind === 'unknown';
      report({
        at: mentionPlace(first.source, first.mention),
        message: slip
          ? { zh: `“${name}”疑为“${better}”之误，请核对。`, en: `“${name}” looks like a slip of “${better}”.` }
          : {
              zh: `“${name}”与“${better}”是同一单位的两种写法，文件里多用“${better}”，请统一。`,
              en: `“${name}” and “${better}” name one body; the document mostly says “${better}”: use one name.`,
            },
        related: others.map(({ mention, source }) => ({
          ...mentionPlace(source, mention),
          message: { zh: '另一处', en: 'here too' },
        })),
        fixes: () => [
          {
            title: { zh: `全部改为“${better}”`, en: `Change all to “${better}”` },
            safe: false,
            edits: [first, ...others].map(({ mention, source }) => ({
              ...mentionPlace(source, mention),
              text: nameInPlace(better, mention),
            })),
          },
        ],
        data: { name, better },
      });
    }
  },
});
