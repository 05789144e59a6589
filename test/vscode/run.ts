/**
 * Runs the suite in the real editor: `npm run test:vscode [-- --only=node|web|folders|installed|page]`.
 *
 * Where VS Code can be downloaded, `@vscode/test-electron` does that. Elsewhere (no screen, no download, or
 * `BIZENV_EDITOR=server`) the same workbench and the same extension hosts come from a package registry, see launcher.ts.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  downloadAndUnzipVSCode,
  resolveCliPathFromVSCodeExecutablePath,
  runTests,
  TestRunFailedError,
} from '@vscode/test-electron';
import Mocha from 'mocha';
import { bundleSuite } from './bundle-suite.ts';
import { installEditor, launcherProgram } from './editor.ts';
import { makeFolders, makeWorkspace, removeFolder, root } from './workspace.ts';

const cache = join(root, '.cache/vscode');

interface Run {
  readonly title: string;
  /** Name of the suite's bundle. */
  readonly suite: string;
  /** Makes what is opened, in an empty folder; gives its path. */
  readonly open: (folder: string) => string;
  readonly args?: readonly string[];
  /** Takes the VSIX, installed, in place of the project's folder. */
  readonly installed?: boolean;
}

const inFolder = (folder: string) => {
  makeWorkspace(folder);
  return folder;
};

const runs: Readonly<Record<string, Run>> = {
  node: { title: 'Node extension host', suite: 'node', open: inFolder },
  web: { title: 'web extension host', suite: 'web', open: inFolder, args: ['--extensionDevelopmentKind=web'] },
  folders: { title: 'several folders', suite: 'folders', open: makeFolders },
  installed: { title: 'the VSIX, installed', suite: 'node', open: inFolder, installed: true },
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const isWanted = (name: string) => values.only === undefined || values.only === name;

async function main(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const editor = await findEditor();
  await bundleSuite(join(cache, 'suite'));
  for (const [name, run] of Object.entries(runs)) {
    if (isWanted(name)) await attempt(run.title, () => runToVerdict(run, editor));
  }
  if (isWanted('page')) await attempt('the workbench’s page', runPage);
}

/** Whatever fails, the others are still to be tried. */
async function attempt(title: string, run: () => Promise<void>): Promise<void> {
  console.log(`\n${title}`);
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/**
 * An editor that did not come up, crashed or hung says nothing about the tests, and prints no totals: it is started once more.
 * With a verdict it ends with 0 or, where tests failed, 1.
 */
async function runToVerdict(run: Run, editor: Editor): Promise<void> {
  try {
    await runSuite(run, editor);
  } catch (error) {
    if (!(error instanceof TestRunFailedError) || error.code === 1) throw error;
    console.log(`The editor ended before its tests (${error.message}): it is started once more.`);
    await runSuite(run, editor);
  }
}

async function runSuite({ suite, open, args = [], installed = false }: Run, editor: Editor): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bizenv-editor-'));
  const extensions = mkdtempSync(join(tmpdir(), 'bizenv-extensions-'));
  const user = mkdtempSync(join(tmpdir(), 'bizenv-user-'));
  try {
    if (installed) install(editor, extensions);
    await runTests({
      vscodeExecutablePath: editor.program,
      extensionDevelopmentPath: installed ? emptyExtension() : root,
      extensionTestsPath: join(cache, 'suite', `${suite}.cjs`),
      launchArgs: [
        open(folder),
        ...args,
        '--disable-extension=vscode.git',
        `--extensions-dir=${extensions}`,
        `--user-data-dir=${user}`,
      ],
    });
  } finally {
    for (const made of [folder, extensions, user]) removeFolder(made);
  }
}

/** Makes the VSIX and gives it to the editor's own extension manager. */
function install({ cli }: Editor, extensions: string): void {
  const vsix = join(cache, 'bizenv-tasklist.vsix');
  execFileSync(process.execPath, ['.scripts/package.mjs', `--out=${vsix}`], { cwd: root, stdio: 'inherit' });
  // On Windows it is a script.
  const shell = process.platform === 'win32';
  execFileSync(cli, [`--install-extension=${vsix}`, `--extensions-dir=${extensions}`], { stdio: 'inherit', shell });
}

/** The editor runs a suite only for an extension under development: this one does nothing. */
function emptyExtension(): string {
  const folder = join(cache, 'empty-extension');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'empty', publisher: 'bizenv', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

/** What only a look at the page can tell: it is opened in a browser, whichever editor ran the suites. */
async function runPage(): Promise<void> {
  await installEditor(cache);
  const mocha = new Mocha({ timeout: 600_000, retries: 2, forbidOnly: true });
  const folder = join(root, 'test/vscode/page');
  for (const name of readdirSync(folder)) if (name.endsWith('.test.ts')) mocha.addFile(join(folder, name));
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve).on('retry', ({ title }, { message }) => console.log(`    tried again: ${title}: ${message}`));
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

interface Editor {
  readonly program: string;
  /** Takes the arguments of the command `code`. */
  readonly cli: string;
}

/** VS Code opens a window; on a Linux machine without a screen `xvfb-run` gives it one. */
function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** VS Code itself where it can be had. */
async function findEditor(): Promise<Editor> {
  if (process.env.BIZENV_EDITOR !== 'server' && hasDisplay()) {
    try {
      const program = await downloadAndUnzipVSCode({ cachePath: join(cache, 'download'), timeout: 15_000 });
      return { program, cli: resolveCliPathFromVSCodeExecutablePath(program) };
    } catch (error) {
      console.log(`VS Code cannot be downloaded here (${error instanceof Error ? error.message : String(error)}).`);
    }
  }
  await installEditor(cache);
  const program = launcherProgram(cache);
  return { program, cli: program };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
