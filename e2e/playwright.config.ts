import { defineConfig } from '@playwright/test';

const electron = process.env.MODELFOLIO_E2E_ELECTRON;

/** Every journey runs on the loopback host in a real browser, and on Electron where one can be started. */
export default defineConfig({
  testDir: './specs',
  globalSetup: './network/watch-network.ts',
  outputDir: '../test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // On the shared machine of CI a start can be starved of its processor; a further try is reported as flaky, not hidden.
  retries: process.env.CI ? 2 : 0,
  reporter: [['line'], ['./left-out-reporter.ts']],
  projects: [
    { name: 'loopback', metadata: { host: 'loopback' } },
    ...(electron ? [{ name: 'electron', metadata: { host: 'electron', electron } }] : []),
  ],
});
