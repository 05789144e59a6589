import type {
  Domain,
  Heading,
  NumberLabel,
  Section,
  SectionRow,
  TaskList,
  WorkPoints,
} from '../../model/policy-document.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { NumberSlip } from './number-slips.ts';
import { oncePerSubject } from './once-per-subject.ts';
import { sectionMatches } from './section-match.ts';
import { cutAtOne, type Numbered, type Sequence, sequenceOf } from './sequences.ts';
import { titleForm } from './titles.ts';

/** A heading or a section row, as a numbered thing. */
export interface NumberedHeading extends Numbered {
  readonly title: string;
  readonly tier: 'section' | 'domain';
  readonly of: Section | Domain | SectionRow;
}

export interface HeadingSlips {
  /** Of the headings 一、 and （一） among the points. */
  readonly headings: readonly NumberSlip<NumberedHeading>[];
  /** Of the section rows of the lists. */
  readonly rows: readonly NumberSlip<NumberedHeading>[];
}

/** The slips in the numbers of headings and section rows that no other finding explains. */
export const headingSlips = oncePerSubject((subject): HeadingSlips => {
  const sectionsOfPoints = subject.workPoints.flatMap((part) =>
    slipsOf(sequenceOf(part.sections.map((section) => fromSection(part.source, section)))),
  );
  const lostBefore = new Set(
    sectionsOfPoints.filter(({ problem }) => problem.kind === 'gap').map(({ member }) => member.of),
  );
  const domains = subject.workPoints.flatMap((part) => domainSequences(part, lostBefore)).flatMap(slipsOf);
  const matches = sectionMatches(subject);
  const rowLost = matches.some(({ pairing, ofHeading }) =>
    pairing.workPoints.sections.some((section) => !ofHeading.has(section)),
  );
  const sectionRows = subject.taskLists.flatMap((list) => rowSequencesOf(list, rowLost)).flatMap(slipsOf);
  const told = new Set([...sectionsOfPoints, ...domains].map(({ member }) => member.of));
  return {
    headings: [...sectionsOfPoints, ...domains.filter((slip) => !isLostHeading(slip))],
    rows: sectionRows.filter((slip) => {
      const heading = matches
        .map(({ ofRow }) => ofRow.get(slip.member.of as SectionRow))
        .find((found) => found !== undefined);
      if (heading !== undefined && told.has(heading) && heading.heading.label?.value === slip.member.label?.value)
        return false;
      return !isLostRow(slip);
    }),
  };

  /** A heading with the number passed over has no section row: the lost row is told by section-mismatch. */
  function isLostRow({ problem, member }: NumberSlip<NumberedHeading>): boolean {
    const { missing } = problem;
    if (missing === undefined) return false;
    return matches.some(({ pairing, ofHeading }) => {
      if (member.tier === 'section')
        return pairing.workPoints.sections.some(
          (section) => !ofHeading.has(section) && numberIn(section.heading, missing),
        );
      const listed = new Set(pairing.taskList.sections.map(({ title }) => titleForm(title.text)));
      return pairing.workPoints.domains.some(
        ({ heading }) => numberIn(heading, missing) && !listed.has(titleForm(heading.title.text)),
      );
    });
  }

  /** （一） again within a section whose list has a section row there: the lost heading is told by section-mismatch. */
  function isLostHeading({ member, problem }: NumberSlip<NumberedHeading>): boolean {
    if (problem.kind === 'gap' || member.label?.value !== 1 || !('points' in member.of)) return false;
    const [point] = member.of.points;
    return subject.pairings.some((pairing, index) => {
      const row = point === undefined ? undefined : pairing.pairOfPoint(point)?.rows[0];
      return (
        row?.section !== undefined &&
        point?.section !== undefined &&
        matches[index]?.ofHeading.get(point.section) !== row.section
      );
    });
  }
});

function numberIn({ label }: Heading, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return label !== undefined && from <= label.value && label.value <= to;
}

function domainSequences(part: WorkPoints, lostBefore: ReadonlySet<unknown>): readonly Sequence<NumberedHeading>[] {
  const numbered = (domain: Domain) => fromSection(part.source, domain);
  const groups = part.sections.map(({ domains }) => domains).filter((domains) => domains.length > 0);
  const grouped = new Set(groups.flat());
  const loose = part.domains.filter((domain) => !grouped.has(domain));
  if (loose.length > 0) groups.unshift(loose);
  if (!restarts(groups.map((domains) => domains.map(({ heading }) => heading.label))))
    return [sequenceOf(groups.flat().map(numbered))];
  const nextOf = new Map(part.sections.map((section, index) => [section, part.sections[index + 1]]));
  return groups.flatMap((domains, index) => {
    const section = domains[0]?.section;
    const next = section === undefined ? undefined : nextOf.get(section);
    const excerpt = index === 0 && section?.heading.label?.value !== 1;
    return cutWhereLost(domains.map(numbered), excerpt ? undefined : 1, lostBefore.has(next));
  });
}

/**
 * Where the heading of a section was lost, its domains follow those of the section before: one slip, at the first of them,
 * unless another finding tells it (`told`).
 */
function cutWhereLost(
  members: readonly NumberedHeading[],
  start: number | undefined,
  told: boolean,
): readonly Sequence<NumberedHeading>[] {
  const pieces = cutAtOne(members);
  return pieces.map((piece, index) => {
    const next = pieces[index + 1]?.[0];
    const alone = told && next === undefined && piece.length > 1 && piece.at(-1)?.label?.value === 1;
    const shown = told || next === undefined ? piece : [...piece, next];
    return sequenceOf(alone ? piece.slice(0, -1) : shown, index === 0 ? start : 1);
  });
}

/** Whether groups begin again at 1, as most do, or go on from the group before. */
function restarts(groups: readonly (readonly (NumberLabel | undefined)[])[]): boolean {
  let again = 0;
  let goesOn = 0;
  for (const [index, labels] of groups.entries()) {
    const before = groups[index - 1]?.at(-1);
    if (before === undefined) continue;
    if (labels[0]?.value === 1) again++;
    else if (labels[0]?.value === before.value + 1) goesOn++;
  }
  return again >= goesOn;
}

function rowSequencesOf({ source, sections }: TaskList, told: boolean): readonly Sequence<NumberedHeading>[] {
  const all = sections.map((row) => fromSectionRow(source, row));
  const groups: NumberedHeading[][] = [[]];
  for (const row of all) {
    if (row.tier === 'section') groups.push([]);
    else groups.at(-1)?.push(row);
  }
  const domains = groups.filter((group) => group.length > 0);
  const again = restarts(domains.map((group) => group.map(({ label }) => label)));
  return [
    sequenceOf(all.filter(({ tier }) => tier === 'section')),
    ...(again
      ? domains.flatMap((group, index) => cutWhereLost(group, index === 0 ? undefined : 1, told))
      : [sequenceOf(domains.flat())]),
  ];
}

function fromSection(source: SourceText, of: Section | Domain): NumberedHeading {
  const tier = 'domains' in of ? 'section' : 'domain';
  return { source, label: of.heading.label, title: titleForm(of.heading.title.text), tier, of };
}

function fromSectionRow(source: SourceText, of: SectionRow): NumberedHeading {
  return { source, label: of.label, title: titleForm(of.title.text), tier: of.tier, of };
}

function slipsOf(sequence: Sequence<NumberedHeading>): NumberSlip<NumberedHeading>[] {
  return sequence.problems.flatMap((problem) => {
    const member = sequence.members[problem.position];
    return member?.label === undefined ? [] : [{ sequence, problem, member }];
  });
}
