import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../workbench.ts';
import { makeWorkspace, removeFolder, root, settings } from '../workspace.ts';

const cache = join(root, '.cache/vscode');

/** All that a window is opened with. */
type Prepared = Omit<WorkbenchOptions, 'cache'>;

export interface Opened {
  readonly page: Page;
  /** Process of the editor's server. */
  readonly pid: number;
  /** The temporary folder that was filled for it. */
  readonly folder: string;
}

/**
 * A window for the tests of a `describe`: the first that asks for it opens it. After one that failed it is closed, so that the
 * next, or the same one tried again, has a window in which nothing happened yet.
 */
export function useWindow(prepare: (folder: string) => Prepared): () => Promise<Opened> {
  let workbench: Workbench | undefined;
  let folder: string | undefined;

  const close = async () => {
    await workbench?.close();
    if (folder !== undefined) removeFolder(folder);
    workbench = undefined;
    folder = undefined;
  };

  afterEach(async function () {
    if (this.currentTest?.state === 'passed') return;
    await workbench?.page.screenshot({ path: join(cache, 'failed.png'), timeout: 10_000 }).catch(() => undefined);
    await close();
  });
  after(close);

  return async () => {
    folder ??= mkdtempSync(join(tmpdir(), 'bizenv-page-'));
    workbench ??= await openWorkbench({ cache, ...prepare(folder) });
    return { page: workbench.page, pid: workbench.pid, folder };
  };
}

/** The usual window: the drafts of the tests in its folder, the one with slips open. */
export function withSlips(folder: string, more: Omit<Prepared, 'folder' | 'payload'> = {}): Prepared {
  makeWorkspace(folder);
  return { folder, payload: { extensionDevelopmentPath: root, openFile: join(folder, 'slips.md') }, ...more };
}

/** What makes the folder one that is not trusted, until the user says so; nobody is asked. */
export const withoutTrust = {
  untrusted: true,
  settings: {
    ...settings,
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
  },
} as const;
