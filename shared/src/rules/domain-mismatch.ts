import type { Place } from '../findings/finding.ts';
import type { Domain, Point, Row } from '../model/policy-document.ts';
import type { Pair, Pairing } from '../pairing/pairing.ts';
import type { SourceText } from '../text/source-text.ts';
import { defineRule, type Report } from './define-rule.ts';
import type { Subject } from './subject.ts';
import { belongTogether } from './support/absences.ts';
import { pairsOutOfOrder } from './support/displaced-pairs.ts';
import { headingSlips } from './support/heading-slips.ts';
import { headingSources } from './support/heading-sources.ts';
import { numberPlace } from './support/numbering-report.ts';
import { pairExample } from './support/pair-example.ts';
import { isMisshapen } from './support/row-shape.ts';
import { titleForm, titleText } from './support/titles.ts';
import { rowName } from './support/wording.ts';

export default defineRule({
  id: 'domain-mismatch',
  group: 'structure',
  severity: 'warning',
  fix: 'suggested',
  words: 'domains',
  docs: {
    summary: {
      zh: '清单的“所属领域”与要点所在的（一）（二）标题不同',
      en: "A row's 所属领域 differs from the heading its point stands under",
    },
    why: {
      zh: '同一领域两种写法，统计和检索时会当成两个领域。',
      en: 'One domain written in two ways is counted and searched as two.',
    },
    remedy: {
      zh: '统一为其中一种写法，两个方向都可以一次改完。换行、空格和全半角不算不同。同样的差异不论涉及几行只报一处。',
      en: 'Settle on one wording; both directions can be applied to all rows at once. Line breaks, white space and width do not count. The same difference is one finding, however many rows it concerns.',
    },
  },
  examples: [
    { name: { zh: '所属领域与标题相同', en: 'The domain is the heading' }, good: pairExample() },
    {
      name: { zh: '所属领域中有换行和空格', en: 'A domain with breaks and spaces inside' },
      good: pairExample(['| 3 | 优化市场准入监管', '| 3 | 优化市场<br>准入 监管']),
    },
    {
      name: { zh: '要点没有（一）（二）标题', en: 'Points without domain headings' },
      good: pairExample(
        ['### （一）提升企业开办服务水平\n\n', ''],
        ['### （二）优化市场准入监管\n\n', ''],
        ['### （一）提高报装服务便利度\n\n', ''],
      ),
    },
    {
      name: {
        zh: '一个领域的两行都与标题不同，只报一处',
        en: 'Two rows of one domain differ in the same way: told once',
      },
      bad: pairExample(
        ['| 1 | 提升企业开办服务水平', '| 1 | ⟦提升企业开办、服务水平⟧'],
        ['| 2 | 提升企业开办服务水平', '| 2 | 提升企业开办、服务水平'],
      ),
      says: ['清单第 1 行等 2 行的所属领域“提升企业开办、服务水平”与要点的标题“提升企业开办服务水平”不同。请统一。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '抄了上一行的领域', en: 'The domain of the row above, copied' },
      bad: pairExample(['| 3 | 优化市场准入监管', '| 3 | ⟦提升企业开办服务水平⟧']),
      says: ['清单第 3 行的所属领域“提升企业开办服务水平”与要点的标题“优化市场准入监管”不同。请统一。'],
      fixed: pairExample(),
    },
    {
      name: { zh: '少了一个字', en: 'A character is missing' },
      bad: pairExample(['| 4 | 提高报装服务便利度', '| 4 | ⟦提高报装服务便利⟧']),
      says: ['清单第 4 行的所属领域“提高报装服务便利”与要点的标题“提高报装服务便利度”不同。请统一。'],
      fixed: pairExample(),
    },
  ],
  check(subject, report) {
    for (const pairing of subject.pairings) {
      if (!belongTogether(pairing)) continue;
      const titles = new Set(pairing.workPoints.domains.map(({ heading }) => titleForm(heading.title.text)));
      for (const difference of differencesOf(subject, pairing, titles))
        report(reportOf(subject, pairing, difference, titles));
    }
  },
});

interface Difference {
  readonly domain: Domain;
  /** The domain as the rows have it. */
  readonly listed: string;
  readonly rows: Row[];
}

/** Rows whose domain is not their point's heading, those with the same difference together, in order of the list. */
function differencesOf(subject: Subject, pairing: Pairing, titles: ReadonlySet<string>): readonly Difference[] {
  const outOfOrder = pairsOutOfOrder(subject).get(pairing) ?? new Set<Pair>();
  const lost = beforeLostHeadings(subject, pairing);
  const hasDomainRows = pairing.taskList.sections.some(({ tier }) => tier === 'domain');
  const differences = new Map<Domain, Map<string, Difference>>();
  const forms = new Map<string, string>();
  const formOf = (title: string) => {
    const form = forms.get(title) ?? titleForm(title);
    forms.set(title, form);
    return form;
  };
  for (const pair of pairing.pairs) {
    const domain = pair.points[0]?.domain;
    if (domain === undefined || outOfOrder.has(pair)) continue;
    for (const row of pair.rows) {
      const listed = domainOf(row);
      if (isMisshapen(row)) continue;
      const form = formOf(listed);
      const left = form === '' && row.cells.domain === undefined && hasDomainRows;
      if ((form === '' && !left) || form === formOf(domain.heading.title.text)) continue;
      // Where tasks moved, a merged cell or a domain row above them says nothing about them.
      if (outOfOrder.size > 0 && !hasOwnCell(row)) continue;
      if (lost.has(domain) && !titles.has(form)) continue;
      if (sharesLostCell(pairing, row, pair.points)) continue;
      const ofDomain = differences.get(domain) ?? new Map<string, Difference>();
      differences.set(domain, ofDomain);
      const known = ofDomain.get(form);
      if (known === undefined) ofDomain.set(form, { domain, listed: titleText(listed), rows: [row] });
      else known.rows.push(row);
    }
  }
  return [...differences.values()].flatMap((ofDomain) => [...ofDomain.values()]);
}

function domainOf(row: Row): string {
  return (row.domain ?? row.domainRow?.title)?.text ?? '';
}

function hasOwnCell(row: Row): boolean {
  return (row.cells.domain?.content.length ?? 0) > 0;
}

/** True where a row takes its domain from above because the row that held the merged cell is missing. */
function sharesLostCell(pairing: Pairing, row: Row, points: readonly Point[]): boolean {
  if (row.domain === undefined || hasOwnCell(row)) return false;
  const domain = points[0]?.domain;
  return domain?.points.some((point) => pairing.pairOfPoint(point) === undefined) ?? false;
}

/** Domains behind which a heading was lost: its number is passed over, and told by section-numbering. */
function beforeLostHeadings(subject: Subject, { workPoints }: Pairing): ReadonlySet<Domain> {
  const gaps = headingSlips(subject).headings.filter(({ problem }) => problem.kind === 'gap');
  const behindGap = new Set(gaps.map(({ member }) => member.of));
  return new Set(
    workPoints.domains.filter((_, index) => {
      const next = workPoints.domains[index + 1];
      return next !== undefined && behindGap.has(next);
    }),
  );
}

function reportOf(
  subject: Subject,
  pairing: Pairing,
  { domain, listed, rows }: Difference,
  titles: ReadonlySet<string>,
): Report {
  const own = titleText(domain.heading.title.text);
  const heading: Place = {
    source: headingSources(subject).get(domain) ?? pairing.workPoints.source,
    ...domain.heading.title.span,
  };
  const places = distinct(rows.flatMap(placesOf));
  const [first] = rows;
  const [at = first === undefined ? heading : numberPlace(first), ...more] = places;
  const count = {
    zh: rows.length > 1 ? `等 ${rows.length} 行` : '',
    en: rows.length > 1 ? ` and ${rows.length - 1} more` : '',
  };
  const name = first === undefined ? { zh: '', en: '' } : rowName(first);
  const toHeading = { zh: `清单改为“${own}”`, en: `Write “${own}” in the list` };
  const toRows = { zh: `标题改为“${listed}”`, en: `Change the heading to “${listed}”` };
  return {
    at,
    message:
      listed === ''
        ? {
            zh: `${name.zh}${count.zh}没有列在任何领域之下，对应的要点属于“${own}”。请补上领域行。`,
            en: `No domain row stands above ${name.en}${count.en}; the points stand under “${own}”. Add the domain row.`,
          }
        : {
            zh: `${name.zh}${count.zh}的所属领域“${listed}”与要点的标题“${own}”不同。请统一。`,
            en: `The domain “${listed}” of ${name.en}${count.en} differs from the heading “${own}” of the points. Make them one.`,
          },
    related: [
      { ...heading, message: { zh: '要点的标题', en: 'The heading of the points' } },
      ...more.map((place) => ({ ...place, message: { zh: '同样的写法', en: 'Written in the same way' } })),
    ],
    fixes: () =>
      places.length === 0
        ? []
        : [
            { title: toHeading, safe: false, edits: places.map((place) => ({ ...place, text: own })) },
            ...(titles.has(titleForm(listed))
              ? []
              : [{ title: toRows, safe: false, edits: [{ ...heading, text: listed }] }]),
          ],
    data: { number: first?.label?.value ?? 0, count: rows.length, heading: own, listed },
  };
}

/** Each place once: rows that share a merged cell have one. */
function distinct(places: readonly Place[]): readonly Place[] {
  const seen = new Map<SourceText, Set<number>>();
  return places.filter(({ source, start }) => {
    const starts = seen.get(source) ?? new Set();
    seen.set(source, starts);
    return !starts.has(start) && starts.add(start);
  });
}

/** Where a row's domain is written: its own cell, the cell above that it shares, or its domain row. */
function placesOf(row: Row): readonly Place[] {
  const written = row.domain ?? row.domainRow?.title;
  return written === undefined || written.length === 0 ? [] : [{ source: row.source, ...written.span }];
}
