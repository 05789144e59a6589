import { l10n, type TextEditor, window, workspace } from 'vscode';
import {
  type CommandResult,
  type CommandTask,
  type ProtocolPlace,
  SERVER_COMMANDS,
  type ServerCommand,
} from '#shared/protocol.ts';
import type { TaskModel } from '../views/task-model.ts';
import { TaskNode } from '../views/task-nodes.ts';

type Next = (command: string, args: unknown[]) => unknown;

const names: ReadonlySet<string> = new Set(Object.values(SERVER_COMMANDS));

/**
 * Between the editor and the server: a restructuring command is about the tree's item, else about the task at the cursor.
 * Lenses name their task themselves.
 */
export async function executeCommand(tasks: TaskModel, command: string, args: unknown[], next: Next): Promise<unknown> {
  if (!isServerCommand(command)) return await next(command, args);
  const task = givenTask(args[0]) ?? taskOfNode(args[0], tasks) ?? taskAtCursor(window.activeTextEditor);
  if (task === undefined) {
    await window.showInformationMessage(
      l10n.t('Put the cursor into a task of the work points or the task list first.'),
    );
    return undefined;
  }
  const full = command === SERVER_COMMANDS.moveTaskToDomain ? await withDomain(task, tasks) : task;
  if (full === undefined) return undefined;
  const result = await next(command, [full]);
  if (isResult(result) && result.message !== undefined) void window.showInformationMessage(result.message);
  return result;
}

function isServerCommand(command: string): command is ServerCommand {
  return names.has(command);
}

function givenTask(arg: unknown): CommandTask | undefined {
  return isCommandTask(arg) ? arg : undefined;
}

function isCommandTask(arg: unknown): arg is CommandTask {
  return typeof arg === 'object' && arg !== null && 'uri' in arg && typeof arg.uri === 'string';
}

function isResult(result: unknown): result is CommandResult {
  return typeof result === 'object' && result !== null && 'applied' in result;
}

function taskOfNode(arg: unknown, tasks: TaskModel): CommandTask | undefined {
  if (!(arg instanceof TaskNode)) return undefined;
  const place = arg.item.point ?? arg.item.row;
  const version = tasks.tree?.version;
  if (place === null) return undefined;
  const isOwn = place.uri === tasks.tree?.uri && version !== undefined;
  return {
    uri: place.uri,
    position: place.range.start,
    ...(isOwn ? { version } : {}),
    ...(arg.item.number === null ? {} : { number: arg.item.number }),
  };
}

function taskAtCursor(editor: TextEditor | undefined): CommandTask | undefined {
  if (editor === undefined || editor.document.languageId !== 'markdown') return undefined;
  const { line, character } = editor.selection.active;
  const { uri, version } = editor.document;
  return { uri: uri.toString(), version, position: { line, character } };
}

async function withDomain(task: CommandTask, tasks: TaskModel): Promise<CommandTask | undefined> {
  if (task.domain !== undefined) return task;
  const items = (tasks.tree?.sections ?? []).flatMap((section) =>
    section.domains.flatMap((domain) =>
      domain.place === null
        ? []
        : [{ label: domain.title, description: section.title, domain: domain.place satisfies ProtocolPlace }],
    ),
  );
  const chosen = await window.showQuickPick(items, {
    placeHolder: l10n.t('Move the task to which domain?'),
    matchOnDescription: true,
  });
  if (chosen === undefined) return undefined;
  // The cursor may have moved on, but the text must be the one the domains were read from.
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === task.uri);
  return { ...task, ...(open === undefined ? {} : { version: open.version }), domain: chosen.domain };
}
