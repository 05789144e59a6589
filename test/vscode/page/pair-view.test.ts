import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { command, select, webView } from '../driving.ts';
import { openWorkbench, type Workbench } from '../workbench.ts';
import { makeWorkspace, root } from '../workspace.ts';

describe('the pair view by keyboard and screen reader', () => {
  let folder: string;
  let workbench: Workbench;
  let page: Page;
  const view = () => webView(page);
  /** Id of the element that has the focus. */
  const focused = () =>
    view()
      .locator('body')
      .evaluate((body) => body.ownerDocument.activeElement?.id);
  const title = () => view().locator('h1').textContent();

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bizenv-page-'));
    makeWorkspace(folder);
    workbench = await openWorkbench({
      cache: join(root, '.cache/vscode'),
      folder,
      payload: { extensionDevelopmentPath: root, openFile: join(folder, 'slips.md') },
      locale: 'zh-cn',
    });
    ({ page } = workbench);
    await page.locator('.squiggly-error').first().waitFor();
    await select(page, '3. 修订');
    await command(page, 'Show Point and Row Side by Side');
    await view().locator('.sides').waitFor();
  });

  after(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has a heading for the task, names for its regions, and a language for the draft’s words', async () => {
    const tree = await view().locator('main').ariaSnapshot();
    for (const line of [
      /navigation "任务"/,
      /button "上一项"/,
      /heading "3\. 实现企业开办全程网办" \[level=1\]/,
      /region "问题"/,
      /region "要点 3"/,
      /button "转到要点 3"/,
      /region "清单行 3"/,
      /button "转到清单行 3"/,
    ])
      assert.match(tree, line);
    assert.equal(await view().locator('html').getAttribute('lang'), 'zh-cn');
    assert.equal(await view().locator('h1').getAttribute('lang'), 'zh-CN');
  });

  it('is walked through with Tab, top to bottom, with the focus in sight', async () => {
    await view().locator('#previous').focus();
    const order: (string | undefined)[] = [];
    for (let step = 0; step < 5; step++) {
      order.push(await focused());
      const outline = await view()
        .locator(':focus')
        .evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).outlineStyle);
      assert.equal(outline, 'solid');
      await page.keyboard.press('Tab');
    }
    assert.deepEqual(order, ['previous', 'next', 'finding-0', 'go-point', 'go-row']);
  });

  it('goes from task to task with the arrow keys, keeps the focus, and says where it is', async () => {
    await view().locator('#next').focus();
    await page.keyboard.press('ArrowRight');
    await view().getByRole('heading', { level: 1, name: /^4\. / }).waitFor();
    assert.equal(await focused(), 'next');
    assert.match((await view().getByRole('status').textContent()) ?? '', /^第 4 项，.+：1 处问题$/);
    assert.match((await view().locator('#row ~ .missing').textContent()) ?? '', /清单中没有/);
    await page.keyboard.press('ArrowRight');
    await view().getByRole('heading', { level: 1, name: /^5\. / }).waitFor();
    // The last task: nothing happens, and the focus does not get lost.
    assert.equal(await view().locator('#next').getAttribute('aria-disabled'), 'true');
    await page.keyboard.press('Enter');
    assert.equal(await focused(), 'next');
    assert.match((await title()) ?? '', /^5\. /);
    await page.keyboard.press('ArrowLeft');
    await view().getByRole('heading', { level: 1, name: /^4\. / }).waitFor();
  });

  it('keeps quiet while the cursor moves in the text', async () => {
    await select(page, '2. 推行');
    await view().getByRole('heading', { level: 1, name: /^2\. / }).waitFor();
    assert.equal(await view().getByRole('status').textContent(), '');
    assert.deepEqual(await view().locator('.text mark').allInnerTexts(), ['100', '10']);
  });

  it('loads nothing but its own script and style', async () => {
    const policy = await view().locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy ?? '', /^default-src 'none'; style-src [^;]+; script-src 'nonce-[0-9a-f]+'; base-uri 'none'/);
    const scripts = await view()
      .locator('script[src]')
      .evaluateAll((all) => all.map((script) => script.getAttribute('src')));
    assert.deepEqual(
      scripts.map((src) => src?.split('/').at(-1)),
      ['pair.js'],
    );
    assert.equal(await view().locator('main [style], main [onclick]').count(), 0);
  });

  it('fits a narrow column at large zoom, and shows differences without colours', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    const border = await view()
      .locator('.text mark')
      .first()
      .evaluate((mark) => mark.ownerDocument.defaultView?.getComputedStyle(mark).borderBottomStyle);
    assert.equal(border, 'solid');
    await page.emulateMedia({ forcedColors: 'none' });
    await page.setViewportSize({ width: 520, height: 700 });
    const overflow = await view()
      .locator('html')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    assert.equal(overflow, 0);
  });
});
