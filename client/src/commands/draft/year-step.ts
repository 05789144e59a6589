import { l10n } from 'vscode';
import { askForText, type Outcome } from '../../wizard.ts';
import { placeOf } from './steps.ts';

const [EARLIEST, LATEST] = [1949, 2100];

/**
 * The second step.
 * @param last the year of last year's pair; null where it names none.
 * @param before what was answered before the user came back to this step.
 */
export function askForYear(last: number | null, before: number | undefined): Promise<Outcome<number>> {
  return askForText(
    placeOf('year', l10n.t('the new year')),
    (box) => {
      box.prompt = last === null ? l10n.t('The file names no year.') : l10n.t('Last year’s file is of {0}.', last);
      box.value = String(before ?? (last === null ? new Date().getFullYear() : last + 1));
      box.onDidChangeValue((value) => {
        box.validationMessage = problemOf(value, last);
      });
    },
    (box) => {
      box.validationMessage = problemOf(box.value, last);
      return box.validationMessage === undefined ? yearOf(box.value) : undefined;
    },
  );
}

function problemOf(value: string, last: number | null): string | undefined {
  const year = yearOf(value);
  if (year === undefined || year < EARLIEST || year > LATEST)
    return l10n.t('Write a year, such as {0}.', (last ?? 2023) + 1);
  return last !== null && year <= last ? l10n.t('Write {0} or a later year.', last + 1) : undefined;
}

/** Full-width digits are digits, and `2024年` is a year. */
function yearOf(value: string): number | undefined {
  const year = /^(\d{4})年?$/.exec(value.normalize('NFKC').trim())?.[1];
  return year === undefined ? undefined : Number(year);
}
