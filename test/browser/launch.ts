import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium without a window. @throws Error when this machine has none. */
export async function launchBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: findBrowser(), args: browserFlags });
}

function findBrowser(): string {
  const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = places.find((place) => place !== undefined && existsSync(place));
  if (found === undefined)
    throw new Error('Chromium is needed: apt-get install chromium fonts-noto-cjk, or set CHROMIUM');
  return found;
}
