import { RequestType } from 'vscode-languageserver';
import { TASKS, type TasksParams, type TaskTree } from '#shared/protocol.ts';
import type { Feature } from '../feature.ts';

/** The tasks of a pair, for the client's task view. */
export const taskView: Feature = {
  start({ connection, session, guard }) {
    connection.onRequest(
      new RequestType<TasksParams, TaskTree | null, void>(TASKS),
      guard<TasksParams, TaskTree | null>('tasks', null, async ({ uri }) => {
        const judged = await session.ours(session.openUri(uri) ?? uri);
        return judged === undefined ? null : (await import('./tasks/task-tree.ts')).treeOf(judged);
      }),
    );
  },
};
