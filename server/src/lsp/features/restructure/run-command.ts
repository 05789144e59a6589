import type { ExecuteCommandParams, WorkspaceEdit } from 'vscode-languageserver';
import { deleteTask } from '#shared/drafting/delete-task.ts';
import { fillAllMissing, fillMissing } from '#shared/drafting/fill-missing.ts';
import { type Home, homesOf } from '#shared/drafting/homes.ts';
import { insertTask } from '#shared/drafting/insert-task.ts';
import { moveTaskDown, moveTaskToHome, moveTaskUp } from '#shared/drafting/move-task.ts';
import { renumberAll } from '#shared/drafting/renumber-all.ts';
import { type Restructuring, refuse } from '#shared/drafting/restructuring.ts';
import { type Task, taskAt, taskNumber, tasksOf } from '#shared/drafting/tasks.ts';
import { applyEdits } from '#shared/findings/apply-fixes.ts';
import { type CommandResult, type CommandTask, SERVER_COMMANDS } from '#shared/protocol.ts';
import type { Subject } from '#shared/rules/subject.ts';
import { SourceText } from '#shared/text/source-text.ts';
import { toWorkspaceEdit } from '../../convert.ts';
import type { Server } from '../../feature.ts';
import { APPLY_EDIT, editFor } from '../../older-clients.ts';
import type { Judged } from '../../session.ts';
import { uriKey } from '../../uri.ts';

/** Does what the command asks for, and says what became of it. */
export async function runCommand(
  server: Server,
  { command, arguments: args }: ExecuteCommandParams,
): Promise<CommandResult> {
  const { session } = server;
  if (command === APPLY_EDIT) return await apply(server, args?.[0]);
  const wanted = readTask(args?.[0]);
  if (wanted === undefined) return say(refuse('没有指明任务。', 'No task was named.'), session.locale);
  const uri = session.openUri(wanted.uri) ?? wanted.uri;
  const judged = await session.judge(uri);
  if (judged === undefined || !judged.file.holdsParts)
    return say(
      refuse('本文件没有要点或清单。', 'This text holds neither work points nor a task list.'),
      session.locale,
    );
  if (wanted.version !== undefined && wanted.version !== judged.version)
    return say(refuse('文件已经改动，请再试一次。', 'The text has changed meanwhile; try again.'), session.locale);
  const result = restructuring(command, wanted, judged);
  if (result.kind === 'refused') return say(result, session.locale);
  const label = command;
  const edit = editFor(
    server.client(),
    toWorkspaceEdit(result.edits, (id) => session.versionOf(id)),
  );
  if (edit === undefined) return { applied: false };
  const { applied } = await server.connection.workspace.applyEdit({ label, edit });
  if (!applied || result.focus === undefined) return { applied };
  const { source, offset } = result.focus;
  const after = new SourceText(
    applyEdits(
      source.text,
      result.edits.filter((own) => own.source === source),
    ),
  );
  const position = after.positionAt(offset);
  return { applied, place: { uri: source.id, range: { start: position, end: position } } };
}

/** An edit that this server made for a code action comes back to be applied. */
async function apply({ connection }: Server, edit: unknown): Promise<CommandResult> {
  if (typeof edit !== 'object' || edit === null) return { applied: false };
  const { applied } = await connection.workspace.applyEdit(edit as WorkspaceEdit);
  return { applied };
}

function restructuring(command: string, wanted: CommandTask, judged: Judged): Restructuring {
  const { subject } = judged.file;
  if (command === SERVER_COMMANDS.renumber) return renumberAll(subject);
  const task = findTask(wanted, judged);
  if (command === SERVER_COMMANDS.fillMissing)
    return task === undefined ? fillAllMissing(subject, judged.options) : fillMissing(subject, task);
  if (task === undefined) return refuse('光标处没有任务。', 'There is no task at the cursor.');
  switch (command) {
    case SERVER_COMMANDS.insertTask:
      return insertTask(subject, task);
    case SERVER_COMMANDS.moveTaskUp:
      return moveTaskUp(subject, task);
    case SERVER_COMMANDS.moveTaskDown:
      return moveTaskDown(subject, task);
    case SERVER_COMMANDS.deleteTask:
      return deleteTask(subject, task);
    case SERVER_COMMANDS.moveTaskToDomain: {
      const home = findHome(wanted, subject);
      return home === undefined
        ? refuse('没有指明要移到哪个领域。', 'The heading to move to was not named.')
        : moveTaskToHome(subject, task, home);
    }
    default:
      return refuse('没有这个命令。', 'There is no such command.');
  }
}

function findTask({ position, number }: CommandTask, { file }: Judged): Task | undefined {
  const { source, subject } = file;
  if (position !== undefined) return taskAt(subject, source, source.offsetAt(position));
  return number === undefined ? undefined : tasksOf(subject).find((task) => taskNumber(task) === number);
}

function findHome({ domain }: CommandTask, subject: Subject): Home | undefined {
  if (domain === undefined) return undefined;
  return homesOf(subject).find((home) => {
    const place = (home.domain ?? home.section)?.place;
    return (
      place !== undefined &&
      uriKey(place.source.id) === uriKey(domain.uri) &&
      place.source.positionAt(place.start).line === domain.range.start.line
    );
  });
}

/** What comes from a client may be anything. */
function readTask(argument: unknown): CommandTask | undefined {
  if (typeof argument !== 'object' || argument === null || !('uri' in argument)) return undefined;
  const { uri, version, position, number, domain } = argument as Partial<CommandTask>;
  if (typeof uri !== 'string') return undefined;
  return {
    uri,
    ...(typeof version === 'number' ? { version } : {}),
    ...(typeof position?.line === 'number' && typeof position.character === 'number' ? { position } : {}),
    ...(typeof number === 'number' ? { number } : {}),
    ...(typeof domain?.uri === 'string' && typeof domain.range?.start?.line === 'number' ? { domain } : {}),
  };
}

function say(result: Restructuring, locale: 'zh' | 'en'): CommandResult {
  return result.kind === 'refused' ? { applied: false, message: result.reason[locale] } : { applied: false };
}
