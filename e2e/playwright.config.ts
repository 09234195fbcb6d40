import { defineConfig } from '@playwright/test';

const electron = process.env.MODELFOLIO_E2E_ELECTRON;

/** Every journey runs on the loopback host in a real browser, and on Electron where one can be started. */
export default defineConfig({
  testDir: './specs',
  outputDir: '../test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  reporter: [['line']],
  projects: [
    { name: 'loopback', metadata: { host: 'loopback' } },
    ...(electron ? [{ name: 'electron', metadata: { host: 'electron', electron } }] : []),
  ],
});
