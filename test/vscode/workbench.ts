import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch.ts';
import { serverFiles } from './editor.ts';
import { removeFolder, settings } from './workspace.ts';

export interface WorkbenchOptions {
  /** Where the editor's server is installed. */
  readonly cache: string;
  /** The folder or the `.code-workspace` to open; without one, an empty window. */
  readonly folder?: string;
  /** Where installed extensions are; by default there are none. */
  readonly extensions?: string;
  /** True: the folder is not trusted until the user says so. */
  readonly untrusted?: boolean;
  /** What the window is told; paths are those of this machine. */
  readonly payload: Readonly<Record<string, string>>;
  /** Display language of the workbench and of extensions. */
  readonly locale?: string;
  readonly settings?: object;
  readonly size?: { readonly width: number; readonly height: number };
}

export interface Workbench {
  readonly page: Page;
  /** Process of the editor's server. */
  readonly pid: number;
  /** The exit code of the suite that the payload names; rejects when the editor ends before the suite, or falls silent. */
  readonly suiteEnded: Promise<number>;
  close(): Promise<void>;
}

/** Keys of the payload that hold a path: in a window they are addresses on the server. */
const paths = new Set(['extensionDevelopmentPath', 'extensionTestsPath', 'openFile']);

/** Milliseconds that a busy machine may take for a step that takes a second on an idle one. */
const PATIENCE = 120_000;

/** Milliseconds without a word of the suite: longer than its longest test may take. */
const LONGEST_SILENCE = 300_000;

/** Starts VS Code's server and opens its workbench in a headless browser; once more where it does not come up. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  try {
    return await comeUp(options);
  } catch (error) {
    console.log(`The editor did not come up (${messageOf(error)}): it is started once more.`);
    return await comeUp(options);
  }
}

async function comeUp(options: WorkbenchOptions): Promise<Workbench> {
  const data = mkdtempSync(join(tmpdir(), 'bizenv-server-'));
  mkdirSync(join(data, 'data/Machine'), { recursive: true });
  writeFileSync(join(data, 'data/Machine/settings.json'), JSON.stringify({ ...settings, ...options.settings }));
  const port = await freePort();
  const server = startServer(options, data, port);
  const suite = new Suite(server);
  let browser: Browser | undefined;
  const close = async () => {
    suite.stopWatching();
    await browser?.close().catch(ignore);
    await endProcess(server);
    removeFolder(data);
  };
  try {
    await isListening(server);
    browser = await launchBrowser();
    const page = await browser.newPage({
      viewport: options.size ?? { width: 1280, height: 800 },
      locale: options.locale ?? 'en-US',
    });
    page.setDefaultTimeout(PATIENCE);
    await suite.watch(page);
    if (options.locale !== undefined) {
      await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(options.locale)}`);
    }
    await page.goto(address(port, options), { waitUntil: 'domcontentloaded' });
    await page.locator('.monaco-workbench').first().waitFor();
    return { page, pid: server.pid ?? 0, suiteEnded: suite.ended, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The suite that an editor runs, as it is seen from outside. */
class Suite {
  readonly ended: Promise<number>;
  #resolve: (code: number) => void = ignore;
  #reject: (error: Error) => void = ignore;
  #silence: NodeJS.Timeout | undefined;

  constructor(server: ChildProcess) {
    this.ended = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Most windows have no suite, and nobody who waits for it.
    this.ended.catch(ignore);
    server.once('exit', () => this.#fail('the editor’s server ended'));
  }

  async watch(page: Page): Promise<void> {
    await page.exposeFunction('codeAutomationExit', (code: number) => this.#resolve(code));
    await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
      if (print(type, args)) this.#wait();
    });
    page.once('crash', () => this.#fail('the editor’s page crashed'));
    page.once('close', () => this.#fail('the editor’s page was closed'));
    this.#wait();
  }

  stopWatching(): void {
    clearTimeout(this.#silence);
  }

  #wait(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#fail('the editor fell silent'), LONGEST_SILENCE);
    this.#silence.unref();
  }

  #fail(message: string): void {
    this.#reject(new Error(message));
  }
}

function ignore(): void {}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Asks a process to end, and makes it end when it does not. */
async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (!child.kill()) return;
  const force = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(force);
}

function address(port: number, { folder, payload }: WorkbenchOptions): string {
  const authority = `127.0.0.1:${port}`;
  const pairs = Object.entries(payload).map(([key, value]) => [
    key,
    paths.has(key) ? `vscode-remote://${authority}${value}` : value,
  ]);
  const url = new URL(`http://${authority}/`);
  if (folder !== undefined) url.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  url.searchParams.set('payload', JSON.stringify(pairs));
  return url.href;
}

/** Everything that editor and extensions log, not only the suite's report. */
const isVerbose = process.env.BIZENV_VERBOSE !== undefined;

/** Prints what the suite marks as its report; tells whether it was that. */
function print(type: string, args: readonly unknown[]): boolean {
  const line = args.filter((part) => typeof part === 'string').join(' ');
  const isReport = line.includes('\u200b');
  if (isReport) console.log(line.replaceAll('\u200b', ''));
  else if (isVerbose) console.log(`[${type}] ${line}`);
  return isReport;
}

function startServer({ cache, extensions, untrusted }: WorkbenchOptions, data: string, port: number): ChildProcess {
  const { node, main } = serverFiles(cache);
  const args = [
    main,
    '--host=127.0.0.1',
    `--port=${port}`,
    '--without-connection-token',
    '--accept-server-license-terms',
    `--server-data-dir=${data}`,
    ...(untrusted ? [] : ['--disable-workspace-trust']),
    ...(extensions === undefined ? [] : [`--extensions-dir=${extensions}`]),
    '--disable-telemetry',
    // Without this the workbench takes no notice of an extension under development.
    '--enable-smoke-test-driver',
  ];
  return spawn(node, args, { stdio: ['ignore', 'pipe', isVerbose ? 'inherit' : 'ignore'] });
}

function isListening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('the editor’s server does not listen')), PATIENCE).unref();
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`the editor’s server ended with ${code}`)));
    server.stdout?.on('data', (chunk: Buffer) => {
      if (/listening on/i.test(chunk.toString())) resolve();
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address === null || typeof address === 'string' ? reject(new Error('no port')) : resolve(address.port),
      );
    });
  });
}
