import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { RunningHost } from './hosts/running-host';

async function violations({ page, kind }: RunningHost): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    // Electron gives no second page for axe to merge its frames in; there are no frames here.
    .setLegacyMode(kind === 'electron')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
}

/** A page that is still arriving is looked at again; a violation that stays is one. */
export async function expectNone(host: RunningHost, what: string): Promise<void> {
  await expect.poll(() => violations(host), { message: what, timeout: 20_000, intervals: [500] }).toEqual([]);
}
