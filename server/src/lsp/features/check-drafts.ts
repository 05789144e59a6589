import { type CancellationToken, DiagnosticSeverity, RequestType } from 'vscode-languageserver';
import { CHECK_DRAFTS, type CheckDraftsParams, type CheckDraftsResult } from '#shared/protocol.ts';
import { type Report, reportOf } from '../closed-drafts.ts';
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
  const progress = connection.window.attachWorkDoneProgress(workDoneToken ?? undefined);
  const reports = new Map<string, Report>();
  progress.begin('', 0, undefined, true);
  for await (const { uri, done, all } of closed.queue()) {
    if (token.isCancellationRequested) break;
    closed.want(uri);
    const open = session.openUri(uri);
    const report = open === undefined ? await closed.of(uri) : reportOf(await session.judge(open), session);
    if (report !== undefined) reports.set(uri, report);
    if (done % STEP === STEP - 1 || done === all - 1)
      progress.report(Math.round((100 * (done + 1)) / all), `${done + 1}/${all}`);
  }
  progress.done();
  closed.didCheck();
  return summary([...reports.values()]);
}

function summary(reports: readonly Report[]): CheckDraftsResult {
  const severities = reports.flatMap(({ items }) => items.map(({ severity }) => severity));
  const count = (wanted: DiagnosticSeverity) => severities.filter((severity) => severity === wanted).length;
  return {
    files: reports.length,
    drafts: reports.filter(({ holdsParts }) => holdsParts).length,
    counts: {
      error: count(DiagnosticSeverity.Error),
      warning: count(DiagnosticSeverity.Warning),
      info: count(DiagnosticSeverity.Information),
    },
  };
}
