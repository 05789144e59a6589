import type { Memory } from '../memory/memory.ts';
import type { UnitList, UnitMention } from '../model/policy-document.ts';
import { MappedText } from '../text/mapped-text.ts';
import { normalForm } from '../text/normal-form.ts';
import { USUAL_WORD } from '../text/usual-word.ts';
import { defineRule, type Reporter } from './define-rule.ts';
import type { Subject } from './subject.ts';
import { countedOver } from './support/kept-over.ts';
import { runTogether } from './support/run-together.ts';
import { unitCounts } from './support/unit-counts.ts';
import { unitExample } from './support/unit-example.ts';
import { bodiesOf } from './support/unit-identity.ts';
import { type ListedUnits, listsNaming, mentionPlace, unitLists } from './support/unit-lists.ts';

export default defineRule({
  id: 'unit-separator',
  group: 'units',
  severity: 'warning',
  fix: 'safe',
  words: 'lists',
  docs: {
    summary: {
      zh: '两个单位名称连写，或分隔符与全文习惯不一',
      en: "Two unit names run together, or are separated against the document's own habit",
    },
    why: {
      zh: '连写的两个单位会被看成一个，谁也不认领。',
      en: 'Two names run together read as one unit, and nobody feels meant.',
    },
    remedy: {
      zh: '并列单位之间用“、”。有的版式在不同层级的单位之间用“，”或“；”，那样的文件不提示。',
      en: 'Separate peers by 、. Layouts that separate groups by ， or ； throughout are left alone.',
    },
  },
  examples: [
    { name: { zh: '以顿号分隔', en: 'Separated by 、' }, good: unitExample({ others: '市司法局、市财政局' }) },
    {
      name: { zh: '“等各有关单位”紧接末一个单位', en: '等各有关单位 behind the last name' },
      good: unitExample({ others: '市司法局、市财政局等各有关单位' }),
    },
    {
      name: { zh: '泛指单位前用逗号', en: 'A comma before a group phrase' },
      good: unitExample({ others: '市司法局、市财政局，各区（新区）' }),
    },
    {
      name: { zh: '连写', en: 'Run together' },
      bad: unitExample({ others: '⟦市市场监管局市港澳办⟧、市财政局' }),
      says: ['“市市场监管局市港澳办”是“市市场监管局”、“市港澳办”两个单位连写，请用“、”隔开。'],
      fixed: unitExample({ others: '市市场监管局、市港澳办、市财政局' }),
    },
    {
      name: { zh: '误用逗号', en: 'A comma by mistake' },
      bad: unitExample({ others: '市司法局、市财政局⟦，⟧市水务局、市教育局' }),
      says: ['单位之间用了“，”，全文其他各处用“、”，请统一。'],
      fixed: unitExample({ others: '市司法局、市财政局、市水务局、市教育局' }),
    },
  ],
  check(subject, report) {
    const { directory } = subject;
    const lists = unitLists(subject);
    const isUnknown = (name: string) => directory.identify(name, subject.year).kind === 'unknown';
    const unknown = new Set([...unitCounts(subject).listed.keys()].filter(isUnknown));
    for (const listed of listsNaming(subject, unknown))
      for (const mention of listed.list.mentions)
        if (unknown.has(mention.name)) reportRunTogether(mention, listed, subject, report);
    const rare = rareSeparators(lists, subject.memory);
    if (rare.size === 0) return;
    const separators = lists.flatMap((listed) => [...peerSeparators(listed)]);
    const partsUnlike = !separators.some(
      ({ separator, before, next }) => normalForm(separator.text) === '、' && areUnlike(before, next),
    );
    for (const { separator, listed, before, next } of separators) {
      const sign = normalForm(separator.text);
      if (!rare.has(sign)) continue;
      // `市司法局，各区（新区）`: many units are another group than one.
      if (sign === ',' && [before, next].some(({ name }) => directory.identify(name, undefined).kind === 'group'))
        continue;
      if (sign === ',' && (beginsGroup(before, next) || (partsUnlike && areUnlike(before, next)))) continue;
      const shown = separator.text.trim() === '' ? ' ' : separator.text.trim();
      const at = { source: listed.source, ...separator.span };
      report({
        at,
        message: {
          zh: `单位之间用了“${shown}”，全文其他各处用“、”，请统一。`,
          en: `These units are separated by “${shown}”, all others by 、: use one form.`,
        },
        fixes: () => [{ title: { zh: '改为“、”', en: 'Change to 、' }, safe: true, edits: [{ ...at, text: '、' }] }],
      });
    }
  },
});

function reportRunTogether(mention: UnitMention, listed: ListedUnits, subject: Subject, report: Reporter): void {
  const written = mention.text;
  const parts = runTogether(written.text, subject);
  if (parts === undefined || parts.length < 2) return;
  const names = parts.map(({ start, end }) => normalForm(written.text.slice(start, end)));
  const shown = { zh: names.map((name) => `“${name}”`).join('、'), en: names.join(', ') };
  const count = {
    zh: names.length === 2 ? '两' : String(names.length),
    en: names.length === 2 ? 'two' : String(names.length),
  };
  report({
    at: mentionPlace(listed.source, mention),
    message: {
      zh: `“${mention.name}”是${shown.zh}${count.zh}个单位连写，请用“、”隔开。`,
      en: `“${mention.name}” is ${count.en} units run together (${shown.en}): separate them by 、.`,
    },
    fixes: () => [
      {
        title: { zh: `用“、”隔开${shown.zh}`, en: `Separate ${shown.en} by 、` },
        // `市数据局市数据局`: apart, they would be a unit that stands twice.
        safe: !namesTwice(mention, listed.list, subject),
        edits: parts.slice(1).map(({ start }, index) => {
          // White space between the names (a line break, a blank) is what the separator replaces.
          const gap = written.spanOf(parts[index]?.end ?? start, start);
          return { source: listed.source, ...gap, text: '、' };
        }),
      },
    ],
    data: { units: names },
  });
}

/** Whether names run together hold a unit twice, or one that the list has already. */
function namesTwice(mention: UnitMention, { mentions }: UnitList, subject: Subject): boolean {
  const bodies = mentions.flatMap((other) => bodiesOf(other, subject));
  return bodiesOf(mention, subject).some((body) => bodies.filter((other) => other === body).length > 1);
}

interface PeerSeparator {
  readonly separator: MappedText;
  readonly listed: ListedUnits;
  readonly before: UnitMention;
  readonly next: UnitMention;
}

/** One sign, or one typed twice: no word stands between the names. */
const SIGNS = /^(?:[^\p{L}\p{N}]|[、,;。/.]{2,3})$/u;

/** The signs that stand between names in most drafts. */
const USUAL_SIGN = /^[!-/:-@[-`{-~、。·]$/;

function isSign(text: string): boolean {
  if (text === '、') return true;
  if (USUAL_WORD.test(text)) return false;
  const form = normalForm(text);
  return USUAL_SIGN.test(form) || SIGNS.test(form);
}

/** What stands between two neighbours of one role, where it is a sign and no word. */
function* peerSeparators(listed: ListedUnits): Generator<PeerSeparator> {
  const { mentions, separators } = listed.list;
  for (let index = 1; index < mentions.length; index++) {
    const next = mentions[index];
    const separator = separators[index - 1];
    const before = mentions[index - 1];
    if (next === undefined || separator === undefined || before === undefined) continue;
    // A line break between two names (`<br>`) sets them apart as well as a sign does.
    // Where no word says who leads or supports, the roles of one list are only a matter of place; elsewhere the sign
    // between two roles keeps the words of one from speaking of the other.
    const samePart = next.role === before.role || !(listed.list.namesLead || listed.list.namesSupport);
    // Before a phrase that names many (`，各区`) another sign is in order.
    const isPhrase = next.name.startsWith('各');
    if (samePart && !isPhrase && isSign(separator.text)) yield { separator, listed, before, next };
  }
  const behindLead = signBehindLead(listed);
  if (behindLead !== undefined) yield behindLead;
}

/** Where one column holds all units and the first of them leads by its place, the sign behind it stands in neither list. */
function signBehindLead({ list, row, source }: ListedUnits): PeerSeparator | undefined {
  if (row === undefined || row.cells.lead !== undefined || list !== row.leadUnits) return undefined;
  const before = list.mentions.at(-1);
  const next = row.responsibleUnits?.mentions[0];
  if (before === undefined || next === undefined || list.namesLead || list.namesSupport) return undefined;
  const separator = MappedText.verbatim(source.text, before.text.span.end, next.text.span.start);
  if (!isSign(separator.text) || /^各/.test(next.name)) return undefined;
  return { separator, listed: { list, source, row }, before, next };
}

/** `工业和信息化厅、能源局，省通信管理局`: the prefix that the names before left out is written again, so another group begins. */
function beginsGroup(before: UnitMention, next: UnitMention): boolean {
  return before.restoredPrefix !== undefined && next.restoredPrefix === undefined;
}

/** `市财政局，国网云州供电公司`: bodies of two levels or kinds, which some documents part by a comma. */
function areUnlike(before: UnitMention, next: UnitMention): boolean {
  return before.name.charAt(0) !== next.name.charAt(0) || OTHER_KIND.test(before.name) !== OTHER_KIND.test(next.name);
}

const OTHER_KIND = /(?:公司|集团|[银分支]行|中心|海关|法院|检察院|[协商学]会|政府|管委会|街道|[支总大]队)$/;

/**
 * The signs that are slips in this subject: 、 is its habit, and the sign stands in so few places that no layout can be
 * behind it (one, or one in fifty).
 */
function rareSeparators(lists: readonly ListedUnits[], memory: Memory | undefined): ReadonlySet<string> {
  const counts = countedOver(memory, 'signs between units', lists, signsIn);
  const usual = counts.get('、') ?? 0;
  const rare = [...counts].filter(([sign, count]) => sign !== '、' && usual >= 2 && count <= Math.max(1, usual / 50));
  return new Set(rare.map(([sign]) => sign));
}

function* signsIn(listed: ListedUnits): Generator<string> {
  for (const { separator } of peerSeparators(listed))
    yield separator.text === '、' ? separator.text : normalForm(separator.text);
}
