import { sameQuantity } from '#shared/content/figures.ts';
import { taskOf, tasksOf } from '#shared/drafting/tasks.ts';
import type { Place } from '#shared/findings/finding.ts';
import type { Point, Row } from '#shared/model/policy-document.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { citationsOf, figuresOf, mentionsOfTask, sameUnits, type Target } from '../../lookup.ts';

/** The other side of what stands at a place. */
export function counterpartsOf(target: Target, subject: Subject): readonly Place[] {
  switch (target.kind) {
    case 'point':
      return (taskOf(subject, target.point)?.rows ?? []).map(wholePlace);
    case 'row':
      return (taskOf(subject, target.row)?.points ?? []).map(wholePlace);
    case 'task':
      return membersOf(subject, target.number).slice(0, 1).map(wholePlace);
    case 'citation':
      return mentionsOf(target, subject).slice(0, 1);
    case 'figure': {
      const task = taskOf(subject, target.figure.owner);
      const others = 'pieces' in target.figure.owner ? task?.rows : task?.points;
      return figuresOf(subject)
        .filter((figure) => others?.some((other) => other === figure.owner) && sameQuantity(figure, target.figure))
        .map(({ owner, span }) => ({ source: owner.source, ...span }));
    }
    case 'unit':
    case 'rule':
      return [];
  }
}

/** Every place of the pair that speaks of the same thing, this one too. */
export function mentionsOf(target: Target, subject: Subject): readonly Place[] {
  switch (target.kind) {
    case 'unit':
      return sameUnits(subject, target.unit.mention).map(({ mention, listed }) => ({
        source: listed.source,
        ...mention.text.span,
      }));
    case 'citation':
      return citationsOf(subject)
        .filter(({ title }) => title === target.citation.title)
        .map(({ source, span }) => ({ source, ...span }));
    case 'point':
      return placesOfTask(subject, target.point);
    case 'row':
      return placesOfTask(subject, target.row);
    case 'task': {
      const [member] = membersOf(subject, target.number);
      return member === undefined ? mentionsOfTask(subject, target.number) : placesOfTask(subject, member);
    }
    case 'figure': {
      const { owner } = target.figure;
      return [{ source: owner.source, ...target.span }, ...counterpartsOf(target, subject)];
    }
    case 'rule':
      return subject.documents.flatMap(({ source, directives }) =>
        directives.flatMap(({ rules }) =>
          rules.filter(({ id }) => id === target.id).map(({ span }) => ({ source, ...span })),
        ),
      );
  }
}

/** Points first. */
function membersOf(subject: Subject, number: number): readonly (Point | Row)[] {
  const has = ({ label }: Point | Row) => label?.value === number;
  const tasks = tasksOf(subject);
  return [...tasks.flatMap(({ points }) => points.filter(has)), ...tasks.flatMap(({ rows }) => rows.filter(has))];
}

/** The numbers of a task on both sides, and where texts and directives speak of it. */
function placesOfTask(subject: Subject, member: Point | Row): readonly Place[] {
  const task = taskOf(subject, member);
  const labels = [...(task?.points ?? []), ...(task?.rows ?? [])].flatMap(({ source, label }) =>
    label === undefined ? [] : [{ source, ...label.digits }],
  );
  return [...labels, ...(member.label === undefined ? [] : mentionsOfTask(subject, member.label.value))];
}

function wholePlace({ source, span }: Point | Row): Place {
  return { source, ...span };
}
