import { l10n, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { COMPARE, type CompareParams, type CompareResult } from '#shared/protocol.ts';
import { ask } from '../ask.ts';
import { type DraftItem, draftItems } from '../draft-items.ts';
import type { Judgements } from '../judgements.ts';
import { showPage } from '../show-page.ts';
import { askInList, type Outcome, type StepPlace } from '../wizard.ts';

/** Compares the active pair, else one that is picked, with another year's; the comparison opens as an untitled text and as a page. */
export async function comparePairs(client: BaseLanguageClient, judgements: Judgements): Promise<void> {
  const active = judgements.active();
  const files = active === undefined ? await pickTwo() : await pickOther(Uri.parse(active.uri), 1);
  if (files === undefined || files === 'back') return;
  const { asUri } = client.code2ProtocolConverter;
  const { one, other } = files.answer;
  const params: CompareParams = { one: asUri(one), other: asUri(other) };
  const result = await ask<CompareResult>(client, COMPARE, params);
  if (result === undefined || 'refusal' in result) {
    void window.showWarningMessage(result?.refusal ?? l10n.t('There was no answer; please try again.'));
    return;
  }
  const document = await workspace.openTextDocument({ language: 'markdown', content: result.text });
  await window.showTextDocument(document);
  // The text is there to be saved and sent on, the page to be read.
  await showPage(document.uri);
}

interface TwoFiles {
  readonly one: Uri;
  readonly other: Uri;
}

async function pickTwo(): Promise<Outcome<TwoFiles>> {
  for (;;) {
    const one = await pickDraft({ title: l10n.t('Compare which file?'), step: 1, totalSteps: 2 });
    if (one === undefined || one === 'back') return one;
    const both = await pickOther(one.answer, 2);
    if (both !== 'back') return both;
  }
}

/** @param totalSteps 1 where the first file was not asked for. */
async function pickOther(one: Uri, totalSteps: 1 | 2): Promise<Outcome<TwoFiles>> {
  const other = await pickDraft({ title: l10n.t('Compare with which file?'), step: totalSteps, totalSteps }, one);
  return other === undefined || other === 'back' ? other : { answer: { one, other: other.answer } };
}

async function pickDraft(place: StepPlace, except?: Uri): Promise<Outcome<Uri>> {
  const items = await draftItems(except);
  return await askInList<DraftItem, Uri>(
    place,
    (list) => {
      list.items = items;
      list.matchOnDescription = true;
    },
    (list) => list.activeItems[0]?.uri,
  );
}
