import { countOf, type Ledger, type LedgerUnit } from '#shared/drafting/ledger.ts';
import { jsonPlace } from './place.ts';
import { visibleJson } from './visible.ts';

/** The ledger for programs. */
export function unitsJson({ units, groups }: Ledger): string {
  const object = { version: 1, units: units.map(unitObject), groups: groups.map(unitObject) };
  return `${visibleJson(JSON.stringify(object, null, 2))}\n`;
}

function unitObject(unit: LedgerUnit) {
  return {
    name: unit.name,
    kind: unit.kind,
    lead: countOf(unit, 'lead'),
    responsible: countOf(unit, 'responsible'),
    tasks: unit.entries.map(({ role, task, mentions }) => ({
      role,
      number: task.number ?? null,
      task: task.title,
      section: task.section ?? null,
      domain: task.domain ?? null,
      deadline: task.deadline ?? null,
      mentions: mentions.map(({ name, source, start, end }) => ({
        name,
        path: source.id,
        start: jsonPlace(source, start),
        end: jsonPlace(source, end),
      })),
    })),
  };
}
