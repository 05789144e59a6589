import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../driving.ts';
import { openWorkbench } from '../workbench.ts';
import { makeWorkspace, root } from '../workspace.ts';

describe('the task view on the page', () => {
  it('shows the tasks of the unit that was looked for, open, and says that it shows no others', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bizenv-page-'));
    makeWorkspace(folder);
    const workbench = await openWorkbench({
      cache: join(root, '.cache/vscode'),
      folder,
      payload: { extensionDevelopmentPath: root, openFile: join(folder, 'slips.md') },
      locale: 'zh-cn',
    });
    try {
      const { page } = workbench;
      const view = page.locator('[id="workbench.view.extension.bizenv"]');
      const lines = view.locator('.monaco-list-row .label-name');
      await page.locator('.squiggly-error').first().waitFor();
      await command(page, 'Show the Task View');
      await lines.nth(4).waitFor();
      await command(page, 'Group by Unit');
      await page.keyboard.press('F1');
      const input = page.locator('.quick-input-widget input').first();
      await input.fill('>Filter Tasks');
      await page.locator('.quick-input-list .monaco-list-row.focused').waitFor();
      await page.keyboard.press('Enter');
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
    } finally {
      await workbench.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
