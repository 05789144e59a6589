import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { Folder, mismatched, pair } from '../cli/bizenv.ts';
import { hostile } from '../cli/reports.ts';
import { launchBrowser } from './launch.ts';

const realPair = readFileSync(new URL('../../seeds/shenzhen-2023.md', import.meta.url), 'utf8');
/** The ground of an error’s mark on white. */
const errorBack = 'rgb(251, 224, 222)';
/** Milliseconds after which something on the page is no longer waited for. */
const PATIENCE = 120_000;
const script = '<script>document.title="stolen"</script><img src="http://127.0.0.1:9/x" onerror="document.title=1">';

describe('the HTML report in a browser', () => {
  const folder = new Folder();
  let browser: Browser;

  before(async () => {
    folder.write('真的.md', realPair);
    folder.write('hostile.md', hostile.replace('按《企业<b>', `按《企业${script}`));
    folder.write('mismatched.md', mismatched);
    folder.write('clean.md', pair);
    const run = await folder.run(['lint', '.', '-f', 'html=report.html', '-f', 'json=report.json', '--locale', 'en']);
    assert.deepEqual([run.code, run.stderr], [1, '']);
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    folder.remove();
  });

  /** Opens the page, and closes it after `look`, which must leave no trace on the network or the console. */
  async function open(options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
    // On a busy machine a second takes many.
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const address = pathToFileURL(join(folder.path, 'report.html')).href;
    const unwanted: string[] = [];
    page.on('request', (request) => {
      if (request.url() !== address) unwanted.push(request.url());
    });
    page.on('console', (message) => unwanted.push(message.text()));
    page.on('pageerror', (error) => unwanted.push(error.message));
    await page.goto(address);
    await look(page);
    assert.deepEqual(unwanted, []);
    await context.close();
  }

  const shownFindings = (page: Page) => page.locator('.finding:visible').count();
  const shownSections = (page: Page) => page.locator('main > section:visible > h2').allInnerTexts();
  /** A form is empty only after it said that it is being reset. */
  const untilAllIsShown = (page: Page) => page.locator('output', { hasText: `${total()} / ${total()}` }).waitFor();
  const total = () => {
    const { errors, warnings, infos } = JSON.parse(folder.read('report.json').toString()).summary;
    return errors + warnings + infos;
  };

  it('shows every finding, runs nothing from a draft, and asks the network for nothing', async () => {
    await open({}, async (page) => {
      assert.equal(await page.title(), 'Report on work points and task lists');
      assert.equal(await shownFindings(page), total());
      assert.equal(await page.locator('output').textContent(), `${total()} / ${total()}`);
      assert.equal(await page.locator('img, iframe, main script, link').count(), 0);
      assert.match((await page.locator('main').textContent()) ?? '', /<script>document\.title/);
    });
  });

  it('shows everything where scripts are switched off, and offers no filter then', async () => {
    await open({ javaScriptEnabled: false }, async (page) => {
      assert.equal(await page.locator('.finding').count(), total());
      assert.equal(await page.locator('.filters').isVisible(), false);
    });
  });

  it('filters by rule, by unit and by severity, hides what is then empty, and shows all again', async () => {
    await open({}, async (page) => {
      await page.selectOption('select[name=rule]', 'lead-mismatch');
      assert.equal(await shownFindings(page), 2);
      assert.deepEqual(
        (await shownSections(page)).map((text) => text.split(' ')[0]),
        ['hostile.md', 'mismatched.md'],
      );
      assert.equal(await page.locator('nav li:visible').count(), 2);
      assert.equal(await page.locator('output').textContent(), `2 / ${total()}`);
      await page.click('button[type=reset]');
      await untilAllIsShown(page);
      assert.equal(await shownFindings(page), total());

      await page.selectOption('select[name=unit]', '市破产事务管理署');
      for (const text of await page.locator('.pair:not(.head):visible').allInnerTexts())
        assert.match(text.replaceAll('<br>', ''), /市破产事务管理署/);
      assert.equal((await shownSections(page)).length, 1);
      await page.click('button[type=reset]');
      await untilAllIsShown(page);

      await page.uncheck('input[value=info]');
      await page.uncheck('input[value=warning]');
      assert.equal(await page.locator('.finding.error:visible').count(), await shownFindings(page));
      assert.ok((await shownFindings(page)) >= 3);
    });
  });

  it('can be used with the keyboard alone', async () => {
    await open({}, async (page) => {
      const focused = () => page.evaluate('document.activeElement.name || document.activeElement.type');
      await page.keyboard.press('Tab');
      assert.equal(await focused(), 'rule');
      // Typed letters would have to follow one another within a second.
      const chosen = page.locator('select[name=rule]');
      const choices = await chosen.locator('option').count();
      for (let step = 0; step < choices && (await chosen.inputValue()) !== 'lead-mismatch'; step++)
        await page.keyboard.press('ArrowDown');
      assert.equal(await chosen.inputValue(), 'lead-mismatch');
      assert.equal(await shownFindings(page), 2);
      for (let step = 0; step < 5; step++) await page.keyboard.press('Tab');
      assert.equal(await focused(), 'only');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await untilAllIsShown(page);
      assert.equal(await shownFindings(page), total());
    });
  });

  it('follows the reader’s light or dark, and fits a narrow window', async () => {
    const backs: unknown[] = [];
    for (const colorScheme of ['light', 'dark'] as const)
      await open({ colorScheme, viewport: { width: 390, height: 844 } }, async (page) => {
        backs.push(await page.evaluate('getComputedStyle(document.body).backgroundColor'));
        assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'));
      });
    assert.deepEqual(backs, ['rgb(255, 255, 255)', 'rgb(27, 27, 29)']);
  });

  it('prints black on white without the filters, and what they have chosen', async () => {
    await open({ colorScheme: 'dark' }, async (page) => {
      await page.selectOption('select[name=rule]', 'lead-mismatch');
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      assert.equal(await page.locator('.filters').isVisible(), false);
      assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(255, 255, 255)');
      assert.equal(await shownFindings(page), 2);
      assert.equal(
        await page.evaluate(`getComputedStyle(document.querySelector('mark.error:not(.also)')).backgroundColor`),
        errorBack,
      );
      const pages = async () =>
        (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
      assert.equal(await pages(), 1);
      await page.emulateMedia({ media: 'screen' });
      await page.click('button[type=reset]');
      await untilAllIsShown(page);
      assert.ok((await pages()) > 5);
    });
  });
});
