import { defineConfig } from '@playwright/test';

/** One journey through the packaged application, as it lies in dist/ after `npm run package`. */
export default defineConfig({
  testDir: './packaged',
  globalSetup: './network/watch-network.ts',
  outputDir: '../test-results',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['line']],
});
