import { commands, type ExtensionContext, type LogOutputChannel, l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  DID_GRANT_TRUST,
  DID_JUDGE,
  type DidJudgeParams,
  FIND_DRAFTS,
  READ_FILE,
  type ReadFileParams,
} from '#shared/protocol.ts';
import { BuiltInDirectories } from './built-in-directories.ts';
import { clientOptions } from './client-options.ts';
import { checkAllDrafts } from './commands/check-all-drafts.ts';
import { comparePairs } from './commands/compare-pairs.ts';
import { createConfiguration } from './commands/create-configuration.ts';
import { DraftNextYear } from './commands/draft-next-year.ts';
import { fixAll } from './commands/fix-all.ts';
import { openExample } from './commands/open-example.ts';
import { executeCommand } from './commands/task-commands.ts';
import { findDrafts, readFile } from './files.ts';
import { Judgements } from './judgements.ts';
import { RestartingErrorHandler } from './restarting-error-handler.ts';
import { StatusItem } from './status-item.ts';
import { PairView } from './views/pair-view.ts';
import { TaskModel } from './views/task-model.ts';
import { TaskView } from './views/task-view.ts';
import { onDidAsk } from './wizard.ts';

export interface Extension {
  /** What the task view shows, for tests. */
  readonly taskView: TaskView;
  /** Fires with each question of a command that asks several, for tests. */
  readonly onDidAsk: typeof onDidAsk;
  stop(): Promise<void>;
}

/** Starts the server and everything that a user sees. The map of the extension. */
export async function startExtension(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<Extension> {
  const output = window.createOutputChannel(l10n.t('Business-Environment Task List'), { log: true });
  const judgements = new Judgements(output);
  const directories = new BuiltInDirectories(context.extensionUri);
  const deaths = new RestartingErrorHandler(output);
  const client = createClient(
    clientOptions(
      output,
      directories.uris,
      (command, args, next) => executeCommand(tasks, command, args, next),
      deaths,
    ),
  );
  const tasks = new TaskModel(client, judgements);
  const taskView = new TaskView(tasks, context.workspaceState);
  const pairView = new PairView(context.extensionUri, client, judgements);

  client.onNotification(DID_JUDGE, (params: DidJudgeParams) => judgements.add(params));
  client.onRequest(READ_FILE, (params: ReadFileParams) => readFile(params, directories));
  client.onRequest(FIND_DRAFTS, findDrafts);

  context.subscriptions.push(
    output,
    judgements,
    tasks,
    pairView,
    new StatusItem(judgements),
    taskView,
    new DraftNextYear(client, judgements),
    workspace.registerTextDocumentContentProvider(directories.scheme, directories),
    workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(DID_GRANT_TRUST)),
    commands.registerCommand('bizenv.restartServer', () => {
      deaths.startAnew();
      return restart(client, judgements, output);
    }),
    commands.registerCommand('bizenv.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`),
    ),
    commands.registerCommand('bizenv.showOutput', () => output.show()),
    commands.registerCommand('bizenv.fixAll', fixAll),
    commands.registerCommand('bizenv.openExample', () => openExample(context.extensionUri)),
    commands.registerCommand('bizenv.comparePairs', () => comparePairs(client, judgements)),
    commands.registerCommand('bizenv.checkAllDrafts', () => checkAllDrafts(client)),
    commands.registerCommand('bizenv.createConfiguration', createConfiguration),
  );

  output.info(l10n.t('Version {0}', String(context.extension.packageJSON.version)));
  await client.start();
  return { taskView, onDidAsk, stop: () => client.stop() };
}

async function restart(client: BaseLanguageClient, judgements: Judgements, output: LogOutputChannel): Promise<void> {
  output.info(l10n.t('Restarting the checking service'));
  judgements.clear();
  if (client.isRunning()) await client.stop();
  await client.start();
}
