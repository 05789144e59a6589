import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import { command, select, webView } from '../driving.ts';
import { eventually } from '../eventually.ts';
import { useWindow, withSlips } from './window.ts';

describe('the pair view by keyboard and screen reader', () => {
  const window = useWindow((folder) => withSlips(folder, { locale: 'zh-cn' }));

  /** The view, with task 3 in it. */
  async function openView(): Promise<{ readonly page: Page; readonly view: FrameLocator }> {
    const { page } = await window();
    await page.locator('.squiggly-error').first().waitFor();
    await select(page, '3. 修订');
    const view = webView(page);
    if (!(await page.locator('iframe.webview.ready').isVisible()))
      await command(page, 'Show Point and Row Side by Side');
    await untilTask(view, 3);
    return { page, view };
  }

  const untilTask = (view: FrameLocator, number: number) =>
    view.getByRole('heading', { level: 1, name: new RegExp(`^${number}\\. `) }).waitFor();

  /** Waits until the element with an id has the focus. */
  const untilFocus = (view: FrameLocator, wanted: string) =>
    eventually(`the focus on ${wanted}`, async () => (await focused(view)) === wanted);

  /** Id of the element that has the focus. */
  const focused = (view: FrameLocator) => view.locator('body').evaluate((body) => body.ownerDocument.activeElement?.id);

  /** Waits until this is what a screen reader is told. */
  const untilSaid = (view: FrameLocator, wanted: RegExp) =>
    eventually(`${wanted} in the status`, async () =>
      wanted.test((await view.getByRole('status').textContent()) ?? ''),
    );

  it('has a heading for the task, names for its regions, and a language for the draft’s words', async () => {
    const { view } = await openView();
    const tree = await view.locator('main').ariaSnapshot();
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
    assert.equal(await view.locator('html').getAttribute('lang'), 'zh-cn');
    assert.equal(await view.locator('h1').getAttribute('lang'), 'zh-CN');
  });

  it('is walked through with Tab, top to bottom, with the focus in sight', async () => {
    const { page, view } = await openView();
    await view.locator('#previous').focus();
    for (const id of ['previous', 'next', 'finding-0', 'go-point', 'go-row']) {
      await untilFocus(view, id);
      const outline = await view
        .locator(':focus')
        .evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).outlineStyle);
      assert.equal(outline, 'solid');
      await page.keyboard.press('Tab');
    }
  });

  it('goes from task to task with the arrow keys, keeps the focus, and says where it is', async () => {
    const { page, view } = await openView();
    await view.locator('#next').focus();
    await page.keyboard.press('ArrowRight');
    await untilTask(view, 4);
    await untilFocus(view, 'next');
    await untilSaid(view, /^第 4 项，.+：1 处问题$/);
    await view.locator('#row ~ .missing', { hasText: '清单中没有' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await untilTask(view, 5);
    // The last task: nothing happens, and the focus does not get lost.
    assert.equal(await view.locator('#next').getAttribute('aria-disabled'), 'true');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await untilFocus(view, 'next');
    await untilTask(view, 5);
    await page.keyboard.press('ArrowLeft');
    await untilTask(view, 4);
  });

  it('keeps quiet while the cursor moves in the text', async () => {
    const { page, view } = await openView();
    await select(page, '2. 推行');
    await untilTask(view, 2);
    await untilSaid(view, /^$/);
    assert.deepEqual(await view.locator('.text mark').allInnerTexts(), ['100', '10']);
  });

  it('loads nothing but its own script and style', async () => {
    const { view } = await openView();
    const policy = await view.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy ?? '', /^default-src 'none'; style-src [^;]+; script-src 'nonce-[0-9a-f]+'; base-uri 'none'/);
    const scripts = await view
      .locator('script[src]')
      .evaluateAll((all) => all.map((script) => script.getAttribute('src')));
    assert.deepEqual(
      scripts.map((src) => src?.split('/').at(-1)),
      ['pair.js'],
    );
    assert.equal(await view.locator('main [style], main [onclick]').count(), 0);
  });

  it('fits a narrow column at large zoom, and shows differences without colours', async () => {
    const { page, view } = await openView();
    await select(page, '2. 推行');
    await untilTask(view, 2);
    await page.emulateMedia({ forcedColors: 'active' });
    const border = await view
      .locator('.text mark')
      .first()
      .evaluate((mark) => mark.ownerDocument.defaultView?.getComputedStyle(mark).borderBottomStyle);
    assert.equal(border, 'solid');
    await page.emulateMedia({ forcedColors: 'none' });
    await page.setViewportSize({ width: 520, height: 700 });
    const width = () => view.locator('html').evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
    // The frame is narrowed a moment after the window.
    await eventually('a narrow view without a horizontal bar', async () => {
      const { scrollWidth, clientWidth } = await width();
      return clientWidth < 520 && scrollWidth <= clientWidth;
    });
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});
