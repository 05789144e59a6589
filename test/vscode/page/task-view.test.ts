import assert from 'node:assert/strict';
import { choose, command } from '../driving.ts';
import { useWindow, withSlips } from './window.ts';

describe('the task view on the page', () => {
  const window = useWindow((folder) => withSlips(folder, { locale: 'zh-cn' }));

  it('shows the tasks of the unit that was looked for, open, and says that it shows no others', async () => {
    const { page } = await window();
    const view = page.locator('[id="workbench.view.extension.bizenv"]');
    const lines = view.locator('.monaco-list-row .label-name');
    await page.locator('.squiggly-error').first().waitFor();
    await command(page, 'Show the Task View');
    await lines.nth(4).waitFor();
    await command(page, 'Group by Unit');
    await view.getByText('市公安局').waitFor();
    const input = await choose(page, 'Filter Tasks');
    await page.locator('.quick-input-widget', { hasText: '筛选任务' }).waitFor();
    await input.fill('商务局');
    await page.keyboard.press('Enter');
    await view.getByText('只显示：商务局').waitFor();
    await view.getByText('市公安局').waitFor({ state: 'hidden' });
    await lines.filter({ hasText: '2. 推行' }).waitFor();
    assert.deepEqual(await lines.allTextContents(), ['市商务局', '牵头', '2. 推行“一照多址”']);
    await command(page, 'Show All Tasks');
    await view.getByText('只显示：商务局').waitFor({ state: 'hidden' });
    await view.getByText('市公安局').waitFor();
  });
});
