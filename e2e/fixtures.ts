import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { startElectron } from './hosts/electron';
import { startLoopback } from './hosts/loopback';
import type { RunningHost, StartOptions } from './hosts/running-host';

export interface Fixtures {
  /** A temporary folder of this test alone. */
  readonly folder: string;
  /**
   * Starts the product on the host of this project; it is closed when the test ends, and had no console error. Another
   * `folder` is another person's computer.
   */
  readonly start: (options?: Partial<StartOptions>) => Promise<RunningHost>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from this pattern.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'modelfolio-journey-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  start: async ({ folder }, use, info) => {
    const running: RunningHost[] = [];
    const complaints: string[] = [];
    await use(async (options = {}) => {
      const electron: unknown = info.project.metadata.electron;
      const host =
        typeof electron === 'string'
          ? await startElectron(electron, { folder, ...options })
          : await startLoopback({ folder, ...options });
      host.page.on('pageerror', (error) => complaints.push(error.message));
      host.page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      running.push(host);
      return host;
    });
    for (const host of running) await host.close();
    expect(complaints).toEqual([]);
  },
});

export { expect };
