import { type LogOutputChannel, workspace } from 'vscode';
import type { ErrorHandler, ExecuteCommandMiddleware, LanguageClientOptions } from 'vscode-languageclient';
import type { ClientOptions } from '#shared/protocol.ts';

type ExecuteCommand = NonNullable<ExecuteCommandMiddleware['executeCommand']>;

/** Older versions in a diff: they get hovers, but their findings would stand beside those of the text itself. */
const oldVersions = new Set(['git', 'gitfs', 'gitlens', 'svn', 'review', 'pr', 'conflictResolution']);

/** Folders whose changes say nothing about drafts. */
const noise = /\/(?:node_modules|\.git|dist|out)\//;

export function clientOptions(
  output: LogOutputChannel,
  directories: readonly string[],
  executeCommand: ExecuteCommand,
  errorHandler: ErrorHandler,
): LanguageClientOptions {
  const watch = (pattern: string) => workspace.createFileSystemWatcher(pattern);
  return {
    documentSelector: [{ language: 'markdown' }],
    outputChannel: output,
    // Asked for at each start: a folder may have been trusted since the first.
    initializationOptions: (): ClientOptions => ({ trusted: workspace.isTrusted, hearsJudgements: true, directories }),
    diagnosticCollectionName: 'bizenv',
    synchronize: {
      configurationSection: 'bizenv',
      // Configurations, unit directories (any name) and the other file of a pair.
      fileEvents: [watch('**/*.json'), watch('**/*.{md,markdown}')],
    },
    errorHandler,
    middleware: {
      executeCommand,
      handleDiagnostics: (uri, diagnostics, next) => next(uri, oldVersions.has(uri.scheme) ? [] : diagnostics),
      workspace: {
        didChangeWatchedFile: async (event, next) => {
          if (!noise.test(event.uri)) await next(event);
        },
      },
    },
    markdown: { isTrusted: false, supportHtml: false },
  };
}
