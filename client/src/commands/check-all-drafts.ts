import { type CancellationToken, commands, l10n, type Progress, ProgressLocation, window } from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import { CHECK_DRAFTS, type CheckDraftsParams, type CheckDraftsResult } from '#shared/protocol.ts';

type Shown = Progress<{ readonly message?: string; readonly increment?: number }>;

/** Checks every draft of the workspace; the findings are shown in Problems as they are found. */
export async function checkAllDrafts(client: BaseLanguageClient): Promise<CheckDraftsResult | undefined> {
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Checking all drafts of the workspace'),
    cancellable: true,
  };
  const result = await window.withProgress(options, (progress, token) => check(client, progress, token));
  if (result === 'stopped') {
    void window.showInformationMessage(l10n.t('Stopped. What was found so far is in Problems.'));
    return undefined;
  }
  if (result.drafts === 0) {
    const message =
      result.files === 0
        ? l10n.t('There is no Markdown file in this workspace.')
        : l10n.t('None of the {0} Markdown files here holds work points or a task list.', result.files);
    void window.showInformationMessage(message);
    return result;
  }
  void window.showInformationMessage(describe(result));
  await commands.executeCommand('workbench.actions.view.problems');
  return result;
}

async function check(
  client: BaseLanguageClient,
  progress: Shown,
  token: CancellationToken,
): Promise<CheckDraftsResult | 'stopped'> {
  const workDoneToken = `bizenv-check-${Date.now()}`;
  let done = 0;
  const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind === 'end') return;
    const { message, percentage = done } = value;
    progress.report({ ...(message === undefined ? {} : { message }), increment: percentage - done });
    done = percentage;
  });
  try {
    const params: CheckDraftsParams = { workDoneToken };
    return await client.sendRequest<CheckDraftsResult>(CHECK_DRAFTS, params, token);
  } catch (error) {
    if (token.isCancellationRequested) return 'stopped';
    throw error;
  } finally {
    listener.dispose();
  }
}

function describe({ drafts, counts: { error, warning, info } }: CheckDraftsResult): string {
  if (error + warning + info === 0) return l10n.t('{0} drafts checked: nothing to correct.', drafts);
  return l10n.t('{0} drafts checked: {1} errors, {2} warnings, {3} hints.', drafts, error, warning, info);
}
