import { l10n, type QuickPickItem, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { askInList, type Outcome } from '../../wizard.ts';
import { placeOf } from './steps.ts';

/** Where the draft goes; without a file, it opens as a text that is not saved. */
export interface Target {
  readonly file: Uri | undefined;
}

/** The last step. @param last a file of last year's pair: the new one goes beside it. */
export async function askForTarget(last: Uri, year: number): Promise<Outcome<Target>> {
  const untitled: QuickPickItem = {
    label: l10n.t('$(edit) Open without saving'),
    description: l10n.t('to look at it first'),
  };
  const save: QuickPickItem = {
    label: l10n.t('$(save) Save as a new file…'),
    description: l10n.t('no existing file is replaced'),
  };
  for (;;) {
    const outcome = await askInList<QuickPickItem, QuickPickItem>(
      placeOf('target', l10n.t('where the draft goes')),
      (list) => {
        list.items = [untitled, save];
      },
      (list) => list.activeItems[0],
    );
    if (outcome === undefined || outcome === 'back') return outcome;
    if (outcome.answer === untitled) return { answer: { file: undefined } };
    const file = await askForNewFile(last, year);
    // A dialog that is given up leads back to the choice.
    if (file !== undefined) return { answer: { file } };
  }
}

/** Opens the draft: at the file, else as a text that is not saved. */
export async function openAt(file: Uri | undefined, content: string): Promise<void> {
  if (file === undefined) {
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
    return;
  }
  const edit = new WorkspaceEdit();
  // Whatever came to be there meanwhile stays.
  edit.createFile(file, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(content) });
  if (await workspace.applyEdit(edit)) {
    await window.showTextDocument(file, { preview: false });
    return;
  }
  await openAt(undefined, content);
  void window.showWarningMessage(l10n.t('{0} could not be written; the draft is open and not saved.', nameOf(file)));
}

async function askForNewFile(last: Uri, year: number): Promise<Uri | undefined> {
  let suggested = await suggestedFile(last, year);
  for (;;) {
    const file = await window.showSaveDialog({
      ...(suggested === undefined ? {} : { defaultUri: suggested }),
      filters: { Markdown: ['md'] },
      title: l10n.t('Save the draft of {0}', year),
    });
    if (file === undefined || !(await exists(file))) return file;
    const again = l10n.t('Choose Another Name');
    const chosen = await window.showWarningMessage(
      l10n.t('{0} exists already and is not replaced.', nameOf(file)),
      { modal: true },
      again,
    );
    if (chosen === undefined) return undefined;
    suggested = file;
  }
}

/** Last year's name with the new year in it, beside last year's file. */
async function suggestedFile(last: Uri, year: number): Promise<Uri | undefined> {
  const folder =
    last.scheme === 'untitled'
      ? workspace.workspaceFolders?.[0]?.uri
      : last.with({ path: last.path.slice(0, last.path.lastIndexOf('/') + 1) });
  if (folder === undefined) return undefined;
  const old = nameOf(last);
  const name = /(?:19|20)\d\d/.test(old) ? old.replace(/(?:19|20)\d\d/, String(year)) : `${year}.md`;
  const base = name.replace(/\.[^.]*$/, '');
  for (let copy = 1; ; copy++) {
    const file = Uri.joinPath(folder, `${base}${copy === 1 ? '' : `-${copy}`}.md`);
    if (!(await exists(file))) return file;
  }
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
