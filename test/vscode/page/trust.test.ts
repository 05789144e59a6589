import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../driving.ts';
import { openWorkbench } from '../workbench.ts';
import { makeWorkspace, root, settings } from '../workspace.ts';

describe('a folder that is not trusted', () => {
  it('is checked, without what its configuration names outside it, and with it once it is trusted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bizenv-untrusted-'));
    const outside = mkdtempSync(join(tmpdir(), 'bizenv-outside-'));
    makeWorkspace(folder);
    // So that Problems shows all there is without scrolling.
    for (const other of ['saved.md', 'shenzhen-2023.md']) rmSync(join(folder, other));
    const units = join(outside, 'units.json');
    const unit = { name: '市优化营商局', kind: '市政府工作部门' };
    writeFileSync(units, JSON.stringify({ places: ['深圳市'], units: [unit] }));
    writeFileSync(join(folder, 'bizenv.config.json'), JSON.stringify({ units: [units] }));
    const slips = readFileSync(join(folder, 'slips.md'), 'utf8');
    writeFileSync(join(folder, 'slips.md'), slips.replaceAll('市商务局', unit.name));
    const workbench = await openWorkbench({
      cache: join(root, '.cache/vscode'),
      folder,
      payload: { extensionDevelopmentPath: root, openFile: join(folder, 'slips.md') },
      untrusted: true,
      settings: {
        ...settings,
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
      },
    });
    try {
      const { page } = workbench;
      const unknown = page.locator('.markers-panel-container').getByText(/has no “市优化营商局”/);
      await page.locator('.squiggly-error').first().waitFor();
      await command(page, 'Problems: Focus on Problems View');
      await unknown.first().waitFor();
      assert.ok((await page.getByText('Restricted Mode').count()) > 0);
      await command(page, 'Workspaces: Manage Workspace Trust');
      await page
        .getByRole('button', { name: /^Trust/ })
        .first()
        .click();
      await unknown.first().waitFor({ state: 'detached' });
      await page
        .locator('.markers-panel-container')
        .getByText(/lead units of task 3 differ/)
        .first()
        .waitFor();
    } finally {
      await workbench.close();
      for (const made of [folder, outside]) rmSync(made, { recursive: true, force: true });
    }
  });
});
