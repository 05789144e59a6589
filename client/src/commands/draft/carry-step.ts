import { l10n, type QuickInputButton, type QuickPickItem, QuickPickItemKind, ThemeIcon } from 'vscode';
import type { DraftChoice } from '#shared/protocol.ts';
import { askInList, type Outcome } from '../../wizard.ts';
import { placeOf } from './steps.ts';

interface TaskItem extends QuickPickItem {
  /** Among the choices; undefined for the line between two sections. */
  readonly index?: number;
  readonly section?: string;
}

/**
 * The third step: the tasks, section by section, with check boxes; each task's buttons check or clear its whole section.
 * @param before what was chosen before the user came back to this step; at first, every task.
 * @returns indexes of the choices.
 */
export function askForCarry(
  choices: readonly DraftChoice[],
  before: readonly number[] | undefined,
): Promise<Outcome<readonly number[]>> {
  const buttons = new SectionButtons();
  const items = itemsOf(choices, buttons);
  return askInList<TaskItem, readonly number[]>(
    placeOf('carry', l10n.t('which tasks to carry over')),
    (list) => {
      list.canSelectMany = true;
      list.matchOnDescription = true;
      list.keepScrollPosition = true;
      list.items = items;
      const chosen = before === undefined ? undefined : new Set(before);
      list.selectedItems = items.filter(({ index }) => index !== undefined && (chosen?.has(index) ?? true));
      list.placeholder = l10n.t('Unchecked tasks are left out. Type to filter');
      list.onDidTriggerItemButton(({ item, button }) => {
        const others = list.selectedItems.filter(({ section }) => section !== item.section);
        const own = button === buttons.all ? items.filter(({ section }) => section === item.section) : [];
        list.selectedItems = [...others, ...own];
      });
    },
    (list) => list.selectedItems.flatMap(({ index }) => index ?? []).sort((a, b) => a - b),
  );
}

class SectionButtons {
  readonly all: QuickInputButton = {
    iconPath: new ThemeIcon('check-all'),
    tooltip: l10n.t('Carry over the whole section'),
  };
  readonly none: QuickInputButton = {
    iconPath: new ThemeIcon('clear-all'),
    tooltip: l10n.t('Leave out the whole section'),
  };
}

function itemsOf(choices: readonly DraftChoice[], { all, none }: SectionButtons): readonly TaskItem[] {
  const items: TaskItem[] = [];
  let current: string | undefined;
  for (const [index, { number, title, section, domain }] of choices.entries()) {
    if (section !== current && section !== '') items.push({ label: section, kind: QuickPickItemKind.Separator });
    current = section;
    items.push({
      label: number === null ? title : `${number}. ${title}`,
      description: domain,
      index,
      section,
      buttons: section === '' ? [] : [all, none],
    });
  }
  return items;
}
