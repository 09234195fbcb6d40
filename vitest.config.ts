import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src-*/**/*.test.ts', 'src-*/**/*.test.tsx', 'scripts/**/*.test.ts', 'resources/**/*.test.ts'],
    environment: 'node',
    globalSetup: 'src-main/testing/reader-setup.ts',
    pool: 'forks',
    // A process for each of 280 files spent more than half of the time on starting and on loading the same modules again.
    // What a file changes for the whole process, it gives back: these do it for what Vitest can.
    isolate: false,
    unstubGlobals: true,
    unstubEnvs: true,
    restoreMocks: true,
    reporters: ['default', './scripts/left-out-reporter.ts'],
    // On the shared machine of CI a test can be starved of its processor; a second try is told beside its name.
    retry: process.env.CI ? 1 : 0,
    testTimeout: process.env.CI ? 60_000 : 20_000,
  },
});
