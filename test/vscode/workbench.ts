import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch.ts';
import { serverFiles } from './editor.ts';
import { settings } from './workspace.ts';

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
  /** The exit code of the suite that the payload names. */
  readonly suiteEnded: Promise<number>;
  close(): Promise<void>;
}

/** Keys of the payload that hold a path: in a window they are addresses on the server. */
const paths = new Set(['extensionDevelopmentPath', 'extensionTestsPath', 'openFile']);

/** Starts VS Code's server and opens its workbench in a headless browser. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const data = mkdtempSync(join(tmpdir(), 'bizenv-server-'));
  mkdirSync(join(data, 'data/Machine'), { recursive: true });
  writeFileSync(join(data, 'data/Machine/settings.json'), JSON.stringify({ ...settings, ...options.settings }));
  const port = await freePort();
  const server = startServer(options, data, port);
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    const ended = new Promise((resolve) => server.once('exit', resolve));
    if (server.exitCode === null && server.kill()) await ended;
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await isListening(server);
    browser = await launchBrowser();
    const page = await browser.newPage({
      viewport: options.size ?? { width: 1280, height: 800 },
      locale: options.locale ?? 'en-US',
    });
    const suiteEnded = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
    });
    await page.exposeFunction('codeAutomationLog', print);
    if (options.locale !== undefined) {
      await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(options.locale)}`);
    }
    await page.goto(address(port, options), { waitUntil: 'domcontentloaded' });
    return { page, suiteEnded, close };
  } catch (error) {
    await close();
    throw error;
  }
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

/** What the suite marks as its report. */
function print(type: string, args: readonly unknown[]): void {
  const line = args.filter((part) => typeof part === 'string').join(' ');
  if (line.includes('\u200b')) console.log(line.replaceAll('\u200b', ''));
  else if (isVerbose) console.log(`[${type}] ${line}`);
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
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`the editor's server ended with ${code}`)));
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
