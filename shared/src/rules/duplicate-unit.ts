import type { Edit } from '../findings/finding.ts';
import type { Row, UnitList, UnitMention } from '../model/policy-document.ts';
import { nameForm } from '../text/normal-form.ts';
import type { SourceText } from '../text/source-text.ts';
import { hasUnitShape } from '../units/unit-shape.ts';
import { defineRule, type Reporter } from './define-rule.ts';
import type { Subject } from './subject.ts';
import { keptOver } from './support/kept-over.ts';
import { leadComparisons } from './support/leads.ts';
import { unitColumnsAreCertain } from './support/row-shape.ts';
import { unitCounts } from './support/unit-counts.ts';
import { unitExample } from './support/unit-example.ts';
import { bodiesOf, bodiesOfName } from './support/unit-identity.ts';
import { type ListedUnits, listsNaming, mentionPlace, unitLists } from './support/unit-lists.ts';

export default defineRule({
  id: 'duplicate-unit',
  group: 'units',
  severity: 'warning',
  fix: 'safe',
  words: 'lists',
  docs: {
    summary: {
      zh: '同一单位在一处重复列出，或在一行里既是牵头单位又是责任单位',
      en: 'A unit stands twice in one list, or as lead and as responsible unit of one task',
    },
    why: {
      zh: '重复多半是粘贴时留下的，也使统计偏多。',
      en: 'A repeated unit is usually a leftover of pasting, and it counts twice.',
    },
    remedy: {
      zh: '同一列内重复的，删去后一个；牵头与责任两处重复的，一般删去责任单位里的。写法不同（简称、全称）也算重复。',
      en: 'Remove the second one within a list; of a lead that stands among the responsible units too, usually the latter. Different spellings of one unit count as well.',
    },
  },
  examples: [
    { name: { zh: '各不相同', en: 'All different' }, good: unitExample({ others: '市司法局、市财政局' }) },
    {
      name: { zh: '两个“市”不是重复', en: '市市 is no repetition' },
      good: unitExample({ others: '市市场监管局、市司法局' }),
    },
    {
      name: { zh: '同一列重复', en: 'Twice in one cell' },
      bad: unitExample({ others: '市司法局、市财政局、⟦市司法局⟧' }),
      says: ['“市司法局”在这里列了两次，请删去一个。'],
      fixed: unitExample({ others: '市司法局、市财政局' }),
    },
    {
      name: { zh: '写法不同的重复', en: 'Twice by different names' },
      bad: unitExample({ others: '市住房建设局、⟦市住房城乡建设局⟧' }),
      says: ['“市住房城乡建设局”与前面的“市住房建设局”是同一单位，请删去一个。'],
      fixed: unitExample({ others: '市住房建设局' }),
    },
    {
      name: { zh: '既牵头又负责', en: 'Lead and responsible at once' },
      bad: unitExample({ others: '市司法局、⟦市商务局⟧' }),
      says: ['“市商务局”已是本项的牵头单位，又列为责任单位，请核对后删去一处。'],
      fixed: unitExample({ others: '市司法局' }),
    },
  ],
  check(subject, report) {
    const shared = namesOfOneBody(subject);
    for (const { list, source } of mayRepeat(subject, shared)) reportRepeats(list, source, subject, report);
    // A lead that the point does not name is lead-mismatch's finding, whatever else it collides with.
    const mismatched = new Set(leadComparisons(subject).flatMap(({ onlyInRow }) => onlyInRow));
    for (const row of mayRepeatAcross(subject, shared))
      if (unitColumnsAreCertain(row)) reportAcross(row, mismatched, subject, report);
  },
});

function reportRepeats(list: UnitList, source: SourceText, subject: Subject, report: Reporter): void {
  if (!namesOneTwice(list, subject)) return;
  const seen = new Map<string, UnitMention>();
  list.mentions.forEach((mention, index) => {
    const bodies = bodiesOf(mention, subject);
    if (bodies.length !== 1) return;
    // Where no word says who leads, the roles of one list are only a matter of place.
    if (bodies[0] === undefined) return;
    // A unit may stand behind several sentences of one point: each of its brackets is a list of its own.
    const bracket = list.spans.findIndex(
      ({ start, end }) => start <= mention.text.span.start && mention.text.span.end <= end,
    );
    const place = list.namesLead ? `${bracket} ${mention.group} ${mention.role}` : `${bracket}`;
    const body = `${place} ${bodies[0]}`;
    const earlier = seen.get(body);
    if (earlier === undefined) {
      seen.set(body, mention);
      return;
    }
    const same = earlier.name === mention.name;
    report({
      at: mentionPlace(source, mention),
      message: {
        zh: same
          ? `“${mention.name}”在这里列了两次，请删去一个。`
          : `“${mention.name}”与前面的“${earlier.name}”是同一单位，请删去一个。`,
        en: same
          ? `“${mention.name}” stands here twice: remove one.`
          : `“${mention.name}” is the same unit as “${earlier.name}” before it: remove one.`,
      },
      related: [{ ...mentionPlace(source, earlier), message: { zh: '前一个', en: 'the first one' } }],
      fixes: () => [
        {
          title: { zh: `删去重复的“${mention.name}”`, en: `Remove the second “${mention.name}”` },
          // What stays must be a name in full: `市数据、市数据局` would lose the better one.
          safe: same || hasUnitShape(nameForm(earlier.name)),
          edits: [removal(list, index, source)],
        },
      ],
      unnecessary: true,
    });
  });
}

/** The names that mean the same body as another name of the subject, or several bodies. */
function namesOfOneBody(subject: Subject): ReadonlySet<string> {
  const byBody = new Map<string, string>();
  const shared = new Set<string>();
  for (const name of unitCounts(subject).listed.keys()) {
    const bodies = bodiesOfName(name, subject);
    if (bodies.length !== 1) shared.add(name);
    for (const body of bodies) {
      const other = byBody.get(body);
      if (other === undefined) byBody.set(body, name);
      else {
        shared.add(name);
        shared.add(other);
      }
    }
  }
  return shared;
}

/** The lists that may name a unit twice: nearly all of them name every unit once, which their names alone say. */
function mayRepeat(subject: Subject, shared: ReadonlySet<string>): readonly ListedUnits[] {
  const lists = unitLists(subject);
  const repeats = keptOver(subject.memory, 'lists that repeat a name', lists, ({ list }) => repeatsName(list));
  const naming = new Set(listsNaming(subject, shared).filter(({ list }) => countOf(list, shared) > 1));
  return lists.filter((listed, position) => repeats[position] || (naming.size > 0 && naming.has(listed)));
}

/** The rows that may name a unit among their leads and again among the others. */
function mayRepeatAcross(subject: Subject, shared: ReadonlySet<string>): readonly Row[] {
  const { memory, rows } = subject;
  const repeats = keptOver(memory, 'rows that repeat a lead', rows, repeatsLead);
  const naming = new Set(listsNaming(subject, shared).map(({ row }) => row));
  return rows.filter(
    (row, position) =>
      repeats[position] ||
      (naming.has(row) && countOf(row.leadUnits, shared) > 0 && countOf(row.responsibleUnits, shared) > 0),
  );
}

function repeatsName({ mentions }: UnitList): boolean {
  return mentions.length > 1 && new Set(mentions.map(({ name }) => name)).size < mentions.length;
}

function repeatsLead({ leadUnits, responsibleUnits }: Row): boolean {
  const others = responsibleUnits?.mentions ?? [];
  return leadUnits?.mentions.some(({ name }) => others.some((other) => other.name === name)) ?? false;
}

function countOf(list: UnitList | undefined, names: ReadonlySet<string>): number {
  return list?.mentions.filter(({ name }) => names.has(name)).length ?? 0;
}

/** The same, asked of the bodies that are meant. */
function namesOneTwice({ mentions }: Pick<UnitList, 'mentions'>, subject: Subject): boolean {
  if (mentions.length < 2) return false;
  const bodies = new Set<string>();
  for (const mention of mentions) {
    const [body] = bodiesOf(mention, subject);
    if (body === undefined) continue;
    if (bodies.has(body)) return true;
    bodies.add(body);
  }
  return false;
}

function reportAcross(
  { leadUnits, responsibleUnits, source, label }: Row,
  mismatched: ReadonlySet<UnitMention>,
  subject: Subject,
  report: Reporter,
): void {
  if (leadUnits === undefined || responsibleUnits === undefined) return;
  if (!namesOneTwice({ mentions: [...leadUnits.mentions, ...responsibleUnits.mentions] }, subject)) return;
  const leads = new Map(
    leadUnits.mentions.flatMap((mention) => bodiesOf(mention, subject).map((body) => [body, mention] as const)),
  );
  responsibleUnits.mentions.forEach((mention, index) => {
    const bodies = bodiesOf(mention, subject);
    const lead = bodies.length === 1 ? leads.get(bodies[0] ?? '') : undefined;
    if (lead === undefined || mismatched.has(lead)) return;
    report({
      at: mentionPlace(source, mention),
      message: {
        zh: `“${mention.name}”已是本项的牵头单位，又列为责任单位，请核对后删去一处。`,
        en: `“${mention.name}” leads this task already and stands among its responsible units too: remove one.`,
      },
      related: [{ ...mentionPlace(source, lead), message: { zh: '牵头单位', en: 'as lead unit' } }],
      fixes: () => [
        {
          title: { zh: `从责任单位中删去“${mention.name}”`, en: `Remove “${mention.name}” from the responsible units` },
          safe: false,
          edits: [removal(responsibleUnits, index, source)],
        },
      ],
      unnecessary: true,
      ...(label === undefined ? {} : { data: { number: label.value } }),
    });
  });
}

/** The name goes with the separator before it; the first name of a list with the one after it. */
function removal(list: UnitList, index: number, source: SourceText): Edit {
  const mention = list.mentions[index];
  const before = list.mentions[index - 1];
  const after = list.mentions[index + 1];
  const { start, end } = mention?.text.span ?? list.span;
  if (before !== undefined && before.group === mention?.group)
    return { source, start: before.text.span.end, end, text: '' };
  if (after !== undefined && after.group === mention?.group)
    return { source, start, end: after.text.span.start, text: '' };
  return { source, start, end, text: '' };
}
