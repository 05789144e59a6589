import { type CancellationToken, RequestType } from 'vscode-languageserver';
import { CHECK_DRAFTS, type CheckDraftsParams, type CheckDraftsResult } from '#shared/protocol.ts';
import { reportOf } from '../closed-drafts.ts';
import type { Feature, Server } from '../feature.ts';

/** How often the progress is told, in files. */
const STEP = 5;

/** Checks every draft of the workspace on request; the findings reach the client as diagnostics, as all others do. */
export const checkDrafts: Feature = {
  start(server) {
    server.connection.onRequest(
      new RequestType<CheckDraftsParams, CheckDraftsResult, void>(CHECK_DRAFTS),
      server.guard<CheckDraftsParams, CheckDraftsResult>('check drafts', nothing, (params, token) =>
        check(server, params, token),
      ),
    );
  },
};

const nothing: CheckDraftsResult = { files: 0, drafts: 0, counts: { error: 0, warning: 0, info: 0 } };

async function check(
  { connection, session, closed }: Server,
  { workDoneToken }: CheckDraftsParams,
  token: CancellationToken,
): Promise<CheckDraftsResult> {
  const uris = await closed.uris();
  const progress = connection.window.attachWorkDoneProgress(workDoneToken ?? undefined);
  const counts = { error: 0, warning: 0, info: 0 };
  let drafts = 0;
  progress.begin('', 0, `0/${uris.length}`, true);
  for (const [index, uri] of uris.entries()) {
    if (token.isCancellationRequested) break;
    closed.want(uri);
    const open = session.openUri(uri);
    const report = open === undefined ? await closed.of(uri) : reportOf(await session.judge(open), session);
    if (report?.holdsParts) drafts++;
    for (const { severity } of report?.items ?? [])
      counts[severity === 1 ? 'error' : severity === 2 ? 'warning' : 'info']++;
    if (index % STEP === STEP - 1 || index === uris.length - 1)
      progress.report(Math.round((100 * (index + 1)) / uris.length), `${index + 1}/${uris.length}`);
  }
  progress.done();
  closed.didCheck();
  return { files: uris.length, drafts, counts };
}
