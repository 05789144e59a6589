import { type ExecuteCommandParams, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { type CommandResult, SERVER_COMMANDS } from '#shared/protocol.ts';
import type { Feature } from '../feature.ts';
import { APPLY_EDIT, canApplyEdits, knowsCodeActions } from '../older-clients.ts';

/** Commands that change the order of the tasks: both parts with one edit, so that one undo takes it back. */
export const restructure: Feature = {
  capabilities: ({ capabilities }) => {
    if (!canApplyEdits(capabilities)) return {};
    const commands: string[] = Object.values(SERVER_COMMANDS);
    return {
      executeCommandProvider: { commands: knowsCodeActions(capabilities) ? commands : [...commands, APPLY_EDIT] },
    };
  },

  start(server) {
    server.connection.onExecuteCommand(
      server.guard<ExecuteCommandParams, CommandResult>('command', { applied: false }, async (params) => {
        const { runCommand } = await import('./restructure/run-command.ts');
        const result = await runCommand(server, params);
        const { message } = result;
        // Our own extension shows the answer itself; other editors do not look at it.
        if (message !== undefined && !server.hearsJudgements())
          await server.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
        return result;
      }),
    );
  },
};
