/**
 * Stands in for VS Code where it cannot be downloaded: starts its server and opens it in a headless browser. Takes the
 * arguments that `@vscode/test-electron` gives, and ends with the suite's exit code.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { serverFiles } from './editor.ts';
import { openWorkbench } from './workbench.ts';
import { root } from './workspace.ts';

const cache = join(root, '.cache/vscode');

interface Arguments {
  readonly folder: string;
  readonly extensions: string | undefined;
  readonly extensionDevelopmentPath: string;
  readonly extensionTestsPath: string;
  readonly web: boolean;
}

function argument(name: string, args: readonly string[]): string | undefined {
  const found = args.find((arg) => arg.startsWith(`--${name}=`));
  return found === undefined ? undefined : found.slice(name.length + 3);
}

function readArguments(args: readonly string[]): Arguments {
  const value = (name: string) => argument(name, args);
  const folder = args.find((arg) => !arg.startsWith('--'));
  const extensionDevelopmentPath = value('extensionDevelopmentPath');
  const extensionTestsPath = value('extensionTestsPath');
  if (folder === undefined || extensionDevelopmentPath === undefined || extensionTestsPath === undefined) {
    throw new Error('usage: launcher FOLDER --extensionDevelopmentPath=… --extensionTestsPath=…');
  }
  const web = value('extensionDevelopmentKind') === 'web';
  return { folder, extensions: value('extensions-dir'), extensionDevelopmentPath, extensionTestsPath, web };
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (args.some((arg) => arg.startsWith('--install-extension='))) {
    const { node, main: server } = serverFiles(cache);
    execFileSync(node, [server, ...args, '--accept-server-license-terms'], { stdio: 'inherit' });
    return 0;
  }
  const { folder, extensions, extensionDevelopmentPath, extensionTestsPath, web } = readArguments(args);
  const workbench = await openWorkbench({
    cache,
    folder,
    ...(extensions === undefined ? {} : { extensions }),
    payload: { extensionDevelopmentPath, extensionTestsPath, ...(web ? { extensionDevelopmentKind: 'web' } : {}) },
  });
  try {
    return await workbench.suiteEnded;
  } finally {
    await workbench.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
