import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';
import packed from '@sparticuz/chromium';

const QUIET = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--disable-sync',
  '--disable-quic',
];
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The first real Chromium that is to be had: Playwright's own, the system's, or the packed one. */
export async function launchChromium(): Promise<Browser> {
  const found = [chromium.executablePath(), ...INSTALLED].find((path) => existsSync(path));
  const executablePath = found ?? (await packed.executablePath());
  return chromium.launch({ executablePath, args: QUIET });
}
