import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../driving.ts';
import { removeFolder } from '../workspace.ts';
import { useWindow, withoutTrust, withSlips } from './window.ts';

describe('a folder that is not trusted', () => {
  const outside = mkdtempSync(join(tmpdir(), 'bizenv-outside-'));
  after(() => removeFolder(outside));

  const window = useWindow((folder) => {
    const prepared = withSlips(folder, withoutTrust);
    // So that Problems shows all there is without scrolling.
    for (const other of ['saved.md', 'shenzhen-2023.md']) rmSync(join(folder, other));
    const units = join(outside, 'units.json');
    const unit = { name: '市优化营商局', kind: '市政府工作部门' };
    writeFileSync(units, JSON.stringify({ places: ['深圳市'], units: [unit] }));
    writeFileSync(join(folder, 'bizenv.config.json'), JSON.stringify({ units: [units] }));
    const slips = readFileSync(join(folder, 'slips.md'), 'utf8');
    writeFileSync(join(folder, 'slips.md'), slips.replaceAll('市商务局', unit.name));
    return prepared;
  });

  it('is checked, without what its configuration names outside it, and with it once it is trusted', async () => {
    const { page } = await window();
    const problems = page.locator('.markers-panel-container');
    const unknown = problems.getByText(/has no “市优化营商局”/);
    await page.locator('.squiggly-error').first().waitFor();
    await command(page, 'Problems: Focus on Problems View');
    await unknown.first().waitFor();
    await page.getByText('Restricted Mode').filter({ visible: true }).first().waitFor();
    await command(page, 'Workspaces: Manage Workspace Trust');
    await page
      .getByRole('button', { name: /^Trust/ })
      .first()
      .click();
    await unknown.first().waitFor({ state: 'detached' });
    await problems
      .getByText(/lead units of task 3 differ/)
      .first()
      .waitFor();
  });
});
