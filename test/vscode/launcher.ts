/**
 * Stands in for VS Code where it cannot be downloaded: starts its server and opens it in a headless browser. Takes the
 * arguments that `@vscode/test-electron` gives, and ends with the suite's exit code.
 */
import { join } from 'node:path';
import { openWorkbench } from './workbench.ts';
import { root } from './workspace.ts';

interface Arguments {
  readonly folder: string;
  readonly extensionDevelopmentPath: string;
  readonly extensionTestsPath: string;
  readonly web: boolean;
}

function readArguments(args: readonly string[]): Arguments {
  const value = (name: string) => {
    const found = args.find((arg) => arg.startsWith(`--${name}=`));
    return found === undefined ? undefined : found.slice(name.length + 3);
  };
  const folder = args.find((arg) => !arg.startsWith('--'));
  const extensionDevelopmentPath = value('extensionDevelopmentPath');
  const extensionTestsPath = value('extensionTestsPath');
  if (folder === undefined || extensionDevelopmentPath === undefined || extensionTestsPath === undefined) {
    throw new Error('usage: launcher FOLDER --extensionDevelopmentPath=… --extensionTestsPath=…');
  }
  return { folder, extensionDevelopmentPath, extensionTestsPath, web: value('extensionDevelopmentKind') === 'web' };
}

async function main(): Promise<number> {
  const { folder, extensionDevelopmentPath, extensionTestsPath, web } = readArguments(process.argv.slice(2));
  const workbench = await openWorkbench({
    cache: join(root, '.cache/vscode'),
    folder,
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
