import { type Ledger, type LedgerUnit, makeLedger } from '#shared/drafting/ledger.ts';
import { makeSubject } from '#shared/rules/make-subject.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { nearestWord } from '#shared/text/nearest-word.ts';
import { nameForm } from '#shared/text/normal-form.ts';
import { InputError } from '../../files/input-error.ts';
import type { CommandContext } from '../context.ts';
import { namedDrafts } from '../drafting/named-drafts.ts';
import { ExitCode } from '../exit-code.ts';

/** `bizenv units FILES`: the ledger by unit. */
export async function unitsCommand(context: CommandContext): Promise<ExitCode> {
  const { operands, options, environment } = context;
  if (operands.length === 0)
    throw new InputError({
      what: { zh: '没有指定文件', en: 'no file was named' },
      cure: { zh: '请写明文件，例如 bizenv units 2024.md。', en: 'Name files, such as bizenv units 2024.md.' },
    });
  const { groups } = await namedDrafts(operands, context, 'given');
  const subjects = groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const documents = group.map(({ document }) => document);
    return [makeSubject(documents, first.options.directory, first.options.year)];
  });
  const ledger = onlyUnits(makeLedger(subjects), options.values('unit'), subjects);
  environment.stdout.write(await write(ledger, options.value('format'), context));
  return ExitCode.Clean;
}

/** The ledger of the units asked for, by any of their names. @throws InputError for one that has no task. */
function onlyUnits(ledger: Ledger, names: readonly string[], subjects: readonly Subject[]): Ledger {
  if (names.length === 0) return ledger;
  const all = [...ledger.units, ...ledger.groups];
  const wanted = new Set<LedgerUnit>();
  for (const name of names) {
    const unit = all.find((each) => isCalled(each, name, subjects));
    if (unit === undefined) throw unknownUnit(name, all);
    wanted.add(unit);
  }
  const isWanted = (unit: LedgerUnit) => wanted.has(unit);
  return { units: ledger.units.filter(isWanted), groups: ledger.groups.filter(isWanted) };
}

function isCalled(unit: LedgerUnit, name: string, subjects: readonly Subject[]): boolean {
  if (nameForm(unit.name) === nameForm(name)) return true;
  return subjects.some(({ directory }) => directory.keyOf(unit.name) === directory.keyOf(name));
}

function unknownUnit(name: string, all: readonly LedgerUnit[]): InputError {
  const near = nearestWord(
    name,
    all.map((unit) => unit.name),
  );
  return new InputError({
    what: { zh: `文件里没有“${name}”的任务`, en: `the documents give no task to “${name}”` },
    cure:
      near === undefined
        ? { zh: '不加 --unit 可列出全部单位。', en: 'Without --unit, all units are listed.' }
        : { zh: `是不是“${near}”？`, en: `Did you mean “${near}”?` },
  });
}

async function write(ledger: Ledger, format: string | undefined, { locale }: CommandContext): Promise<string> {
  switch (format) {
    case 'csv':
      return (await import('../../formats/units-csv.ts')).unitsCsv(ledger, locale);
    case 'md':
      return (await import('../../formats/units-md.ts')).unitsMarkdown(ledger, locale);
    case 'json':
      return (await import('../../formats/units-json.ts')).unitsJson(ledger);
    case 'html':
      return (await import('../../formats/units-html.ts')).unitsHtml(ledger, locale);
    default:
      return (await import('../../formats/units-table.ts')).unitsTable(ledger, locale);
  }
}
