import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';
import { watchedSwitches } from './network/watched';

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--disable-sync',
  '--disable-quic',
];
const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** A real browser: Playwright's own, else the system's, else the one from npm (MODELFOLIO_E2E_BROWSER=npm asks for that). */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  // Root has no sandbox of its own to give.
  const args = [...QUIET, ...watchedSwitches(), ...more, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const installed = process.env.MODELFOLIO_E2E_BROWSER === 'npm' ? [] : [chromium.executablePath(), ...SYSTEM];
  const found = installed.find((path) => existsSync(path));
  if (found) return chromium.launch({ executablePath: found, args });
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...args] });
}
