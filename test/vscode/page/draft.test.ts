import type { Page } from 'playwright-core';
import { choose } from '../driving.ts';
import { useWindow, withoutTrust, withSlips } from './window.ts';

describe('drafting next year’s pair in a folder that is not trusted', () => {
  const window = useWindow((folder) => withSlips(folder, { ...withoutTrust, locale: 'zh-cn' }));

  /** Waits for a question of the command, and takes what it offers. */
  async function accept(page: Page, step: string): Promise<void> {
    await page.locator('.quick-input-title', { hasText: step }).waitFor();
    await page.keyboard.press('Enter');
  }

  it('asks its four questions, and opens a draft that is not saved', async () => {
    const { page } = await window();
    await page.locator('.squiggly-error').first().waitFor();
    await page.getByText('Restricted Mode').filter({ visible: true }).first().waitFor();
    await choose(page, 'Draft Next Year');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'slips.md' }).waitFor();
    for (const step of ['(1/4)', '(2/4)', '(3/4)', '(4/4)']) await accept(page, step);
    await page.locator('.tab.active.dirty').waitFor();
    await page
      .locator('.view-lines', { hasText: /2025\s年优化营商环境工作要点/ })
      .first()
      .waitFor();
    await page.getByText('Restricted Mode').filter({ visible: true }).first().waitFor();
  });
});
