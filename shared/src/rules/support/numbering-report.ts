import type { Place } from '../../findings/finding.ts';
import type { Point, Row } from '../../model/policy-document.ts';
import type { Localized } from '../../text/localized.ts';
import type { Report } from '../define-rule.ts';
import type { Subject } from '../subject.ts';
import { FIXABLE } from './fixable.ts';
import { moveBackFix } from './move-back.ts';
import type { NumberSlip } from './number-slips.ts';
import { cureOf, disturbsOtherPart, renumberFix } from './renumber.ts';

/** Where a number stands: what the numbering rules report. */
export function numberPlace(member: Point | Row): Place {
  return { source: member.source, ...(member.label?.digits ?? { start: member.span.start, end: member.span.start }) };
}

/** The report of a slip in the numbers of points or rows, but for the names of the part. `index`: how many slips were told before. */
export function numberingReport(
  subject: Subject,
  slip: NumberSlip<Point | Row>,
  part: Localized,
  counter: Localized,
  index: number,
): Report {
  const { sequence, problem, member, exchangedWith } = slip;
  const label = member.label;
  const typed = label?.sub === undefined ? String(label?.value ?? '') : `${label.value}-${label.sub}`;
  const expected = problem.within === undefined ? String(problem.expected) : `${problem.within}-${problem.expected}`;
  const last = sequence.members[problem.last];
  const first = problem.first === undefined ? undefined : sequence.members[problem.first];
  const whole = problem.shifts || problem.kind === 'disorder';
  const title = whole
    ? {
        zh: `从这里起重新编号，相应的另一部分和文中提及处一并修改`,
        en: 'Renumber from here, with the other part and mentions',
      }
    : { zh: `改为 ${expected}`, en: `Change to ${expected}` };
  return {
    at: numberPlace(member),
    message:
      exchangedWith !== undefined
        ? exchanged(typed, expected, part, counter)
        : wording(problem.kind, {
            part,
            counter,
            typed,
            expected,
            last,
            missing: problem.missing,
            within: problem.within,
          }),
    related:
      exchangedWith !== undefined
        ? [{ ...numberPlace(exchangedWith), message: { zh: '另一处', en: 'The other one' } }]
        : first === undefined
          ? []
          : [{ ...numberPlace(first), message: { zh: '相同的序号', en: 'The same number' } }],
    fixes: () => {
      if (index >= FIXABLE) return [];
      const moved = problem.kind === 'disorder' || exchangedWith !== undefined ? moveBackFix(subject, slip) : undefined;
      const changes = moved === undefined ? cureOf(sequence, problem) : [];
      const fix = moved ?? (disturbsOtherPart(subject, changes) ? undefined : renumberFix(subject, changes, title));
      return fix === undefined ? [] : [fix];
    },
    data: { number: label?.value ?? 0, kind: problem.kind, expected: problem.expected },
  };
}

function exchanged(typed: string, expected: string, part: Localized, counter: Localized): Localized {
  return {
    zh: `${part.zh}第 ${typed} ${counter.zh}与第 ${expected} ${counter.zh}互相换了位置，与序号次序不符。请对调，或重新编号。`,
    en: `Numbers ${typed} and ${expected} among the ${part.en} stand in each other’s places. Exchange them, or renumber.`,
  };
}

interface Wording {
  readonly part: Localized;
  readonly counter: Localized;
  readonly typed: string;
  readonly expected: string;
  readonly last: Point | Row | undefined;
  readonly missing: { readonly from: number; readonly to: number } | undefined;
  readonly within: number | undefined;
}

function wording(
  kind: NumberSlip<Point | Row>['problem']['kind'],
  { part, counter, typed, expected, last, missing, within }: Wording,
): Localized {
  switch (kind) {
    case 'gap': {
      const prefix = within === undefined ? '' : `${within}-`;
      const range =
        missing === undefined || missing.from === missing.to
          ? `${expected}`
          : `${prefix}${missing.from}—${prefix}${missing.to}`;
      return {
        zh: `${part.zh}缺第 ${range} ${counter.zh}：前一${counter.zh}之后直接到了第 ${typed} ${counter.zh}。请补上，或从这里起重新编号。`,
        en: `The ${part.en} lack number ${range} before ${typed}. Add it, or renumber from here.`,
      };
    }
    case 'duplicate':
      return {
        zh: `${part.zh}序号 ${typed} 重复，这里应为 ${expected}。`,
        en: `Number ${typed} occurs twice among the ${part.en}; ${expected} belongs here.`,
      };
    case 'misnumbered': {
      const steps = (last?.label?.value ?? 0) - Number(typed);
      const run = (number: string) => (steps > 0 ? `${number}—${Number(number) + steps}` : number);
      return {
        zh: `${part.zh}序号 ${run(typed)} 与前后不连续，应为 ${run(expected)}。`,
        en: `Number ${run(typed)} does not follow from the ${part.en} around it; ${run(expected)} belongs here.`,
      };
    }
    case 'disorder': {
      const until = last?.label === undefined || String(last.label.value) === typed ? '' : `—${last.label.value}`;
      if ((last?.label?.value ?? Number(typed)) < Number(typed))
        return {
          zh: `${part.zh}第 ${typed} ${counter.zh}排到了第 ${last?.label?.value} ${counter.zh}之前，次序颠倒。请移到应在的位置，或重新编号。`,
          en: `Number ${typed} among the ${part.en} stands before number ${last?.label?.value}: they are in reverse order. Move them to their places, or renumber.`,
        };
      return {
        zh: `${part.zh}第 ${typed}${until} ${counter.zh}的位置与序号次序不符。请移到应在的位置，或重新编号。`,
        en: `Number ${typed}${until} among the ${part.en} stands out of order. Move it to its place, or renumber.`,
      };
    }
  }
}
