import type { Severity } from '../findings/finding.ts';
import type { UnitList, UnitMention } from '../model/policy-document.ts';
import type { Localized } from '../text/localized.ts';
import type { NearUnit } from '../units/unit.ts';
import { defineRule, type Report } from './define-rule.ts';
import type { Subject } from './subject.ts';
import { leadComparisons } from './support/leads.ts';
import { oncePerSubject } from './support/once-per-subject.ts';
import { pairSlips } from './support/pair-slips.ts';
import { findPlaceholders } from './support/placeholders.ts';
import { unitCounts } from './support/unit-counts.ts';
import { unitExample } from './support/unit-example.ts';
import { isStrayName } from './support/unit-identity.ts';
import { type ListedUnits, listsNaming, mentionPlace, nameInPlace } from './support/unit-lists.ts';

export default defineRule({
  id: 'unknown-unit',
  group: 'units',
  severity: 'error',
  fix: 'suggested',
  words: 'lists',
  docs: {
    summary: {
      zh: '单位目录里没有的单位名称，多为笔误',
      en: 'A unit name that the unit directory does not know, usually a slip',
    },
    why: {
      zh: '名称写错的单位收不到任务，印发后只能更正。',
      en: 'A unit whose name is misspelt does not get its task; once printed it takes a correction to mend.',
    },
    remedy: {
      zh: '改为提示的名称；确为新单位的，加入本地单位目录。与已知名称只差一字左右的为错误，从未见过的名称为警告。只在有单位目录的地方检查，上级机关和其他层级的单位不提示。',
      en: 'Take the suggested name, or add a unit that is really new to your own directory. A near miss of a known name is an error, a name never seen a warning. Checked only where a directory covers the place; units of other levels are left alone.',
    },
  },
  examples: [
    {
      name: { zh: '目录里的单位', en: 'Units of the directory' },
      good: unitExample({ others: '市司法局、各区（新区）' }),
    },
    {
      name: { zh: '上级机关', en: 'Units of another level' },
      good: unitExample({ others: '省市场监管局、广东省税务局' }),
    },
    {
      name: { zh: '没有单位目录的城市', en: 'A city without a directory' },
      good: unitExample({ others: '市投资服务促进署', place: '云州市' }),
    },
    {
      name: { zh: '错一个字', en: 'One character wrong' },
      bad: unitExample({ others: '⟦市司发局⟧' }),
      says: ['单位目录中没有“市司发局”，应为“市司法局”。'],
      fixed: unitExample({ others: '市司法局' }),
    },
    {
      name: { zh: '漏字', en: 'Characters missing' },
      bad: unitExample({ others: '⟦市文化旅游体育局⟧' }),
      says: ['单位目录中没有“市文化旅游体育局”，应为“市文化广电旅游体育局”。'],
      fixed: unitExample({ others: '市文化广电旅游体育局' }),
    },
  ],
  check(subject, report) {
    const { directory } = subject;
    if (!directory.covers(subject.place)) return;
    const unknown = new Set([...unitCounts(subject).listed.keys()].filter((name) => isUnknown(name, subject)));
    if (unknown.size === 0) return;
    const mismatched = new Set(
      leadComparisons(subject).flatMap(({ onlyInPoint, onlyInRow }) => [...onlyInPoint, ...onlyInRow]),
    );
    const neverSeen = new Map<string, Occurrence[]>();
    for (const listed of listsNaming(subject, unknown)) {
      for (const mention of listed.list.mentions) {
        if (!unknown.has(mention.name)) continue;
        const near = meantByPair(nearestNames(mention.name, subject), listed, subject);
        if (near[0]?.slip) report(slipReport({ mention, listed }, near));
        // Where the pair disagrees about an unknown name, lead-mismatch reports that name with both sides.
        else if (!mismatched.has(mention)) {
          const occurrences = neverSeen.get(mention.name);
          if (occurrences === undefined) neverSeen.set(mention.name, [{ mention, listed }]);
          else occurrences.push({ mention, listed });
        }
      }
    }
    for (const occurrences of neverSeen.values()) report(neverSeenReport(occurrences, subject));
  },
});

/** So many names are suggested. */
const SUGGESTED = 3;

/** The nearest names; one that only the pair shows to be meant comes first. */
function nearestNames(name: string, subject: Subject): readonly NearUnit[] {
  const near = subject.directory.nearest(name, subject.year, SUGGESTED);
  const meant = pairSlips(subject).get(name);
  if (meant === undefined || near.some((candidate) => candidate.slip && candidate.name === meant)) return near;
  const unit = subject.directory.unit(meant);
  return [{ name: meant, unit, similarity: 1, slip: true }, ...near.filter((candidate) => candidate.name !== meant)];
}

/** Of several names that a slip may mean, the one that the other side of the pair has comes first. */
function meantByPair(near: readonly NearUnit[], { point, row }: ListedUnits, subject: Subject): readonly NearUnit[] {
  if (near.filter(({ slip }) => slip).length < 2) return near;
  const other = new Set<string>();
  for (const pairing of subject.pairings) {
    const rows = point === undefined ? [] : (pairing.pairOfPoint(point)?.rows ?? []);
    const points = row === undefined ? [] : (pairing.pairOfRow(row)?.points ?? []);
    const lists = [
      ...rows.flatMap((one) => [one.leadUnits, one.responsibleUnits]),
      ...points.map(({ units }) => units),
    ];
    for (const list of lists) for (const mention of list?.mentions ?? []) other.add(mention.name);
  }
  const isThere = ({ name, slip }: NearUnit) => slip && other.has(name);
  return [...near.filter(isThere), ...near.filter((candidate) => !isThere(candidate))];
}

interface Occurrence {
  readonly mention: UnitMention;
  readonly listed: ListedUnits;
}

function isUnknown(name: string, subject: Subject): boolean {
  return findPlaceholders(name).length === 0 && isStrayName(name, subject);
}

function slipReport({ mention, listed }: Occurrence, near: readonly NearUnit[]): Report {
  const best = near[0]?.name ?? '';
  return {
    at: mentionPlace(listed.source, mention),
    message: {
      zh: `单位目录中没有“${mention.name}”，应为“${best}”。`,
      en: `The unit directory has no “${mention.name}”; it should be “${best}”.`,
    },
    fixes: () => changes({ mention, listed }, near),
    data: { name: mention.name, suggestions: near.map(({ name }) => name) },
  };
}

function neverSeenReport(occurrences: readonly Occurrence[], subject: Subject): Report {
  const [first, ...others] = occurrences as [Occurrence, ...Occurrence[]];
  const { name } = first.mention;
  const near = nearestOutside(first, subject);
  const severity: Severity = 'warning';
  const hint: Localized =
    near[0] === undefined
      ? { zh: '', en: '' }
      : { zh: `相近的有“${near[0].name}”；`, en: ` The nearest is “${near[0].name}”.` };
  return {
    at: mentionPlace(first.listed.source, first.mention),
    severity,
    message: {
      zh: `单位目录中没有“${name}”。${hint.zh}如确有此单位，请加入本地单位目录。`,
      en: `The unit directory has no “${name}”.${hint.en} If it exists, add it to your own directory.`,
    },
    related: others.map(({ mention, listed }) => ({
      ...mentionPlace(listed.source, mention),
      message: { zh: '另一处', en: 'here too' },
    })),
    fixes: () => changes(first, near),
    data: { name, suggestions: near.map((unit) => unit.name) },
  };
}

/** The nearest names but for those that the list has already: a unit is named once. */
function nearestOutside({ mention, listed }: Occurrence, subject: Subject): readonly NearUnit[] {
  const { directory, year } = subject;
  const taken = keysOf(listed.list, subject);
  const near = directory.nearest(mention.name, year, 2 * SUGGESTED);
  return near.filter((unit) => !taken.has(directory.keyOf(unit.name))).slice(0, SUGGESTED);
}

/** The keys of a list with thousands of names are made once. */
const keysOfLists = oncePerSubject(() => new Map<UnitList, ReadonlySet<string>>());

function keysOf(list: UnitList, subject: Subject): ReadonlySet<string> {
  const known = keysOfLists(subject);
  const keys = known.get(list) ?? new Set(list.mentions.map(({ name }) => subject.directory.keyOf(name)));
  known.set(list, keys);
  return keys;
}

function changes({ mention, listed }: Occurrence, near: readonly NearUnit[]) {
  return near.map(({ name }) => ({
    title: { zh: `改为“${name}”`, en: `Change to “${name}”` },
    safe: false,
    edits: [{ ...mentionPlace(listed.source, mention), text: nameInPlace(name, mention) }],
  }));
}
