/** Takes the pictures of the README and the walkthrough in the real editor: `npx tsx test/vscode/screenshots.ts`. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { command, select, webView } from './driving.ts';
import { installEditor } from './editor.ts';
import { openWorkbench } from './workbench.ts';
import { makeWorkspace, root } from './workspace.ts';

const cache = join(root, '.cache/vscode');
const images = join(root, 'shared/docs/images');
const walkthrough = join(root, 'client/media/walkthrough');

/** Pictures that the walkthrough shows too. */
const inWalkthrough = new Set(['problems', 'light-bulb', 'task-view', 'pair-view']);

const look = {
  'workbench.colorTheme': 'Default Light Modern',
  'editor.fontSize': 14,
  'editor.wordWrap': 'on',
  'editor.minimap.enabled': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'breadcrumbs.enabled': false,
};

async function main(): Promise<void> {
  await installEditor(cache);
  mkdirSync(images, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'bizenv-pictures-'));
  makeWorkspace(folder);
  for (const other of ['saved.md', 'shenzhen-2023.md']) rmSync(join(folder, other));
  const workbench = await openWorkbench({
    cache,
    folder,
    payload: { extensionDevelopmentPath: root, openFile: join(folder, 'slips.md') },
    locale: 'zh-cn',
    settings: look,
    size: { width: 1180, height: 720 },
  });
  try {
    await takeAll(workbench.page);
  } catch (error) {
    await workbench.page.screenshot({ path: join(cache, 'failed.png') });
    throw error;
  } finally {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function takeAll(page: Page): Promise<void> {
  await page.locator('.squiggly-error').first().waitFor();
  await command(page, 'Notifications: Clear All');
  await command(page, 'View: Close Primary Side Bar');

  await command(page, 'Problems: Focus on Problems View');
  await page.locator('.markers-panel-container .monaco-list-row').nth(3).waitFor();
  await take(page, 'problems');
  await command(page, 'View: Hide Panel');

  await select(page, '市公安局）');
  await command(page, 'Quick Fix...');
  await page.locator('.action-widget').first().waitFor();
  await take(page, 'light-bulb');
  await page.keyboard.press('Escape');

  await select(page, '市商务局）');
  await command(page, 'Show or Focus Hover');
  await page.locator('.monaco-hover .hover-contents').first().waitFor();
  await take(page, 'hover');
  await page.keyboard.press('Escape');

  await command(page, 'Show the Task View');
  await page
    .locator('[id="workbench.view.extension.bizenv"] .monaco-list-row, .pane-body .monaco-list-row')
    .nth(4)
    .waitFor();
  await take(page, 'task-view');
  await command(page, 'View: Close Primary Side Bar');

  await select(page, '市公安局）');
  await command(page, 'Show Point and Row Side by Side');
  await webView(page).locator('.sides').waitFor();
  await take(page, 'pair-view');

  await page.keyboard.press('F1');
  await page.keyboard.type('Draft Next Year');
  await answer(page);
  // The file, then the year: what is offered.
  await page.locator('.quick-input-title', { hasText: '(1/4)' }).waitFor();
  await answer(page);
  await page.locator('.quick-input-title', { hasText: '(2/4)' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-title', { hasText: '(3/4)' }).waitFor();
  await take(page, 'draft', { x: 280, y: 0, width: 624, height: 190 });
  await page.keyboard.press('Escape');
}

type Clip = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Takes what a list offers first. */
async function answer(page: Page): Promise<void> {
  await page.locator('.quick-input-list .monaco-list-row.focused').waitFor();
  await page.keyboard.press('Enter');
}

async function take(page: Page, name: string, clip?: Clip): Promise<void> {
  // Nothing must be half drawn: fonts, and what comes up with an animation.
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(600);
  const path = join(images, `${name}.png`);
  await page.screenshot({ path, ...(clip === undefined ? {} : { clip }) });
  if (inWalkthrough.has(name)) copyFileSync(path, join(walkthrough, `${name}.png`));
  console.log(path);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
