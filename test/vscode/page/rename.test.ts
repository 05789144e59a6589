import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { command, select } from '../driving.ts';
import { eventually } from '../eventually.ts';
import { root } from '../workspace.ts';
import { useWindow, withSlips } from './window.ts';

describe('renaming a unit by keyboard', () => {
  const window = useWindow((folder) => {
    const prepared = withSlips(folder);
    // So that the preview shows all there is without scrolling.
    rmSync(join(folder, 'shenzhen-2023.md'));
    return prepared;
  });

  it('shows first what would change where, with other files left to the user, and changes what is checked', async () => {
    const { page, folder } = await window();
    await page.locator('.squiggly-error').first().waitFor();
    await select(page, '市商务局）');
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input');
    await box.waitFor();
    await box.fill('市贸易局');
    await page.keyboard.press('Control+Enter');

    const rows = page.locator('.bulk-edit-panel .monaco-list-row');
    await eventually('six lines in the preview', async () => (await rows.count()) === 6);
    const shown = await rows.evaluateAll((all) =>
      all.map((row) => ({
        text: row.textContent ?? '',
        isChecked: row.querySelector('[role="checkbox"]')?.getAttribute('aria-checked'),
      })),
    );
    assert.deepEqual(
      shown.map(({ isChecked }) => isChecked),
      ['false', 'false', 'false', 'true', 'true', 'true'],
    );
    const [saved, , , slips, point, row] = shown.map(({ text }) => text);
    assert.deepEqual([saved, slips], ['saved.md', 'slips.md']);
    for (const text of [point, row]) assert.match(text ?? '', /市商务局市贸易局/);

    await page.getByRole('button', { name: 'Apply' }).click();
    await page.locator('.tab.dirty', { hasText: 'slips.md' }).waitFor();
    await command(page, 'File: Save All');
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    const before = readFileSync(join(root, 'client/media/example.zh-cn.md'), 'utf8');
    const after = before.replaceAll('市商务局', '市贸易局');
    await eventually('both parts with the new name', () => read('slips.md') === after);
    assert.equal(read('saved.md'), before);
  });
});
