import type { Page } from 'playwright-core';

/** What a user does with the workbench’s page. */

/** Runs a command by its title, as the palette does. */
export async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor({ state: 'visible' });
  await input.fill(`>${title}`);
  // What was run last is chosen until the list follows the words.
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

/** Finds a text in the active editor and puts the cursor on it. */
export async function select(page: Page, text: string): Promise<void> {
  await page.locator('.editor-instance').first().locator('.native-edit-context, textarea.inputarea').first().focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await page.locator('.find-widget.visible textarea.input').first().fill(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
}

/** What is in the web view that is shown. */
export function webView(page: Page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}
