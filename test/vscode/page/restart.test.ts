import type { Locator, Page } from 'playwright-core';
import { command } from '../driving.ts';
import { eventually } from '../eventually.ts';
import { descendants } from '../processes.ts';
import { useWindow, withSlips } from './window.ts';

/** So many deaths within three minutes are the last. */
const MOST_DEATHS = 5;
const restarted = '检查服务意外停止，已重新启动。您的文稿未受影响。';

describe('what the user is told of a server that dies', () => {
  const window = useWindow((folder) => withSlips(folder, { locale: 'zh-cn' }));

  const servers = (pid: number) =>
    descendants(pid).flatMap((process) => (process.args.includes('server.mjs') ? [process.pid] : []));

  const untilServer = (pid: number, killed: readonly number[]) =>
    eventually('a server', () => servers(pid).find((candidate) => !killed.includes(candidate)));

  /** Looks where notifications are gathered: while the window has not the focus they come up nowhere else. */
  async function untilTold(page: Page, text: string): Promise<Locator> {
    await command(page, 'Notifications: Show Notifications');
    const notification = page.locator('.notifications-center .notification-list-item', { hasText: text });
    await notification.first().waitFor();
    return notification.first();
  }

  it('is that it was started again; and when it keeps dying that it stays off, until the user starts it', async () => {
    const { page, pid } = await window();
    await page.locator('.squiggly-error').first().waitFor();
    const killed: number[] = [];
    const kill = async () => {
      const server = await untilServer(pid, killed);
      killed.push(server);
      process.kill(server, 'SIGKILL');
    };
    await kill();
    await untilTold(page, restarted);
    while (killed.length < MOST_DEATHS) await kill();
    const last = await untilTold(page, '检查服务多次意外停止，现已关闭。您的文稿未受影响。');
    await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });

    await last.getByRole('button', { name: '重新启动' }).click();
    await page.locator('.squiggly-error').first().waitFor();
    await command(page, 'Notifications: Clear All Notifications');
    // Its deaths are counted anew.
    await kill();
    await untilTold(page, restarted);
    await page.locator('.squiggly-error').first().waitFor();
    await untilServer(pid, killed);
  });
});
