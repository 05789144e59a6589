import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { DID_GRANT_TRUST, DID_JUDGE, type DidJudgeParams } from '#shared/protocol.ts';
import type { Feature } from '../feature.ts';

/** Follows what happens outside the texts: files, settings, folders, trust; and tells the client what was judged. */
export const changes: Feature = {
  capabilities: () => ({ workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),

  start({ connection, session, client, workspace, setWorkspace, hearsJudgements }) {
    connection.onInitialized(() => {
      const { workspace: abilities } = client();
      if (abilities?.didChangeWatchedFiles?.dynamicRegistration)
        void connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: '**/*.{md,markdown}' }, { globPattern: '**/*.json' }],
        });
      if (abilities?.didChangeConfiguration?.dynamicRegistration)
        void connection.client.register(DidChangeConfigurationNotification.type, { section: 'bizenv' });
      if (abilities?.workspaceFolders)
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => uri));
          const kept = workspace().folders.filter((uri) => !gone.has(uri));
          setWorkspace({ ...workspace(), folders: [...kept, ...added.map(({ uri }) => uri)] });
        });
    });

    connection.onDidChangeWatchedFiles(({ changes }) => {
      // The editor itself says what becomes of a text that is open there.
      const closed = changes.filter(
        ({ uri }) => session.openUri(uri) === undefined && !/\/(?:node_modules|\.git)\//.test(uri),
      );
      const drafts = closed.filter(({ uri }) => /\.(?:md|markdown)$/i.test(uri));
      if (drafts.length < closed.length) session.forgetAll();
      else for (const { uri } of drafts) session.forget(uri);
    });
    session.documents.onDidSave(() => {
      // Without a watcher nobody tells of a changed configuration.
      if (!client().workspace?.didChangeWatchedFiles?.dynamicRegistration) session.forgetAll();
    });
    connection.onDidChangeConfiguration(() => session.forgetAll());
    connection.onNotification(DID_GRANT_TRUST, () => setWorkspace({ ...workspace(), trusted: true }));

    session.onDidJudge(({ uri, judged }) => {
      if (!hearsJudgements()) return;
      const { findings, subject, holdsParts } = judged.file;
      const count = (wanted: string) => findings.filter(({ severity }) => severity === wanted).length;
      const params: DidJudgeParams = {
        uri,
        version: judged.version,
        counts: { error: count('error'), warning: count('warning'), info: count('info') },
        points: holdsParts ? subject.points.length : 0,
        rows: holdsParts ? subject.rows.length : 0,
        milliseconds: judged.milliseconds,
      };
      void connection.sendNotification(DID_JUDGE, params);
    });
  },
};
