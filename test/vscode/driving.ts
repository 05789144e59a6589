import type { Locator, Page } from 'playwright-core';

/** What a user does with the workbench’s page. */

/** How often a key is pressed before it is given up: a window that is starting, or busy, takes none. */
const TRIES = 20;

/** Presses a key, again where nothing comes of it, until an element is there. */
async function pressFor(page: Page, key: string, wanted: Locator): Promise<void> {
  for (let tries = 1; ; tries++) {
    await page.keyboard.press(key);
    try {
      await wanted.waitFor({ timeout: 5000 });
      return;
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}

/** Opens the palette with the words given. */
async function openPalette(page: Page, words: string): Promise<Locator> {
  const input = page.locator('.quick-input-widget input').first();
  await pressFor(page, 'F1', input);
  await input.fill(words);
  return input;
}

/** Chooses a command by its title in the palette. */
export async function choose(page: Page, title: string): Promise<Locator> {
  const input = await openPalette(page, `>${title}`);
  // What was run last is chosen until the list follows the words.
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
  await page.keyboard.press('Enter');
  return input;
}

/** Runs a command that asks nothing. */
export async function command(page: Page, title: string): Promise<void> {
  const input = await choose(page, title);
  await input.waitFor({ state: 'hidden' });
}

/** Finds a text in the active editor and puts the cursor on it. */
export async function select(page: Page, text: string): Promise<void> {
  await page.locator('.editor-instance').first().locator('.native-edit-context, textarea.inputarea').first().focus();
  await page.keyboard.press('Control+Home');
  const input = page.locator('.find-widget.visible textarea.input').first();
  await pressFor(page, 'Control+f', input);
  await input.fill(text);
  // It is not in sight where the editor is narrow.
  await page.locator('.find-widget.visible .matchesCount', { hasText: /[1-9]/ }).waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator('.find-widget.visible').waitFor({ state: 'hidden' });
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
}

/** What is in the web view that is shown. */
export function webView(page: Page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}
