/**
 * Runs the suite in the real editor: `npm run test:vscode [-- --host=node|web] [-- --packaged]`.
 *
 * `--packaged` takes what the VSIX holds, as `npm run package` put it together, in place of the project's folder.
 *
 * Where VS Code can be downloaded, `@vscode/test-electron` does that. Elsewhere (no screen, no download, or
 * `BIZENV_EDITOR=server`) the same workbench and the same extension hosts come from a package registry, see launcher.ts.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { bundleSuite } from './bundle-suite.ts';
import { installEditor, launcherProgram } from './editor.ts';
import { makeWorkspace, root } from './workspace.ts';

type Host = 'node' | 'web';

const hosts: readonly Host[] = ['node', 'web'];

const { values } = parseArgs({ options: { host: { type: 'string' }, packaged: { type: 'boolean', default: false } } });

async function main(): Promise<void> {
  const cache = join(root, '.cache/vscode');
  mkdirSync(cache, { recursive: true });
  const vscodeExecutablePath = await findEditor(cache);
  await bundleSuite(join(cache, 'suite'));
  for (const host of hosts) {
    if (values.host !== undefined && values.host !== host) continue;
    console.log(`\n${host === 'node' ? 'Node' : 'web'} extension host`);
    try {
      await runIn(host, vscodeExecutablePath, cache);
    } catch (error) {
      // The other host is still to be tried.
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
}

async function runIn(host: Host, vscodeExecutablePath: string, cache: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bizenv-editor-'));
  try {
    makeWorkspace(folder);
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: values.packaged ? join(root, '.cache/vsix') : root,
      extensionTestsPath: join(cache, 'suite', `${host}.cjs`),
      launchArgs: [
        folder,
        ...(host === 'web' ? ['--extensionDevelopmentKind=web'] : []),
        '--disable-extension=vscode.git',
        `--user-data-dir=${join(folder, '.user-data')}`,
      ],
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** VS Code opens a window; on a Linux machine without a screen `xvfb-run` gives it one. */
function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** VS Code itself where it can be had. */
async function findEditor(cache: string): Promise<string> {
  if (process.env.BIZENV_EDITOR !== 'server' && hasDisplay()) {
    try {
      return await downloadAndUnzipVSCode({ cachePath: join(cache, 'download'), timeout: 15_000 });
    } catch (error) {
      console.log(`VS Code cannot be downloaded here (${error instanceof Error ? error.message : String(error)}).`);
    }
  }
  await installEditor(cache);
  return launcherProgram(cache);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
