import { l10n, type QuickPickItem, QuickPickItemKind, type Uri, window } from 'vscode';
import { draftItems } from '../../draft-items.ts';
import { allowReading } from '../../files.ts';
import type { Judgements } from '../../judgements.ts';
import { askInList, type Outcome } from '../../wizard.ts';
import { placeOf } from './steps.ts';

interface FileItem extends QuickPickItem {
  /** Undefined for the item that opens a dialog. */
  readonly uri?: Uri;
}

/**
 * The first step: a file of last year's pair.
 * @param problem what was wrong with the file that was given before.
 * @param one the file of a pair whose other one is asked for.
 */
export async function askForFile(
  judgements: Judgements,
  { problem, one }: { readonly problem: string | undefined; readonly one: Uri | undefined },
): Promise<Outcome<Uri>> {
  const found = await draftItems(one);
  const isPair = ({ uri }: FileItem) => {
    const judged = uri === undefined ? undefined : judgements.of(uri);
    return judged !== undefined && judged.points > 0 && judged.rows > 0;
  };
  // Of the open texts, those that are known to hold a pair come first.
  const items: readonly FileItem[] = [...found.filter(isPair), ...found.filter((item) => !isPair(item))];
  const other: FileItem = { label: l10n.t('$(folder-opened) Another file…'), alwaysShow: true };
  const title = one === undefined ? l10n.t('last year’s file') : l10n.t('the other file of last year’s pair');
  const outcome = await askInList<FileItem, FileItem>(
    placeOf('file', title),
    (list) => {
      list.items = [...items, { label: '', kind: QuickPickItemKind.Separator }, other];
      list.matchOnDescription = true;
      list.placeholder =
        problem ?? l10n.t('From which file? One that holds both the points and the list, or one of the two');
    },
    (list) => list.activeItems[0],
  );
  if (outcome === undefined || outcome === 'back') return outcome;
  return outcome.answer.uri === undefined
    ? await askInDialog(title, judgements, { problem, one })
    : { answer: outcome.answer.uri };
}

/** A dialog that is given up leads back to the list. */
async function askInDialog(
  title: string,
  judgements: Judgements,
  asked: { readonly problem: string | undefined; readonly one: Uri | undefined },
): Promise<Outcome<Uri>> {
  const [file] = (await window.showOpenDialog({ title, filters: { Markdown: ['md', 'markdown'] } })) ?? [];
  if (file === undefined) return await askForFile(judgements, asked);
  allowReading(file);
  return { answer: file };
}
