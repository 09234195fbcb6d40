import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

it('a version that an inventory tells without a day is live from the day of the import', async () => {
  const { call, folder, at } = await testBackend();
  const bring = (text: string) => {
    const file = join(folder, 'inventory.csv');
    writeFileSync(file, text);
    return call('imports.apply', { file });
  };
  at('2026-11-20T09:00:00.000Z');
  await bring('name,stage,version,deployed on\nAlpha,Production,1,2025-01-15\n');
  at('2026-11-23T09:00:00.000Z');
  await bring('name,stage,version\nAlpha,Production,2\n');
  const saidOn = async (day: string) => (await call('models.liveVersions', { at: day })).rows[0]?.said;
  expect(await saidOn('2025-01-14')).toBe('not live yet');
  expect(await saidOn('2026-11-22')).toBe('1 or 2');
  expect(await saidOn('2026-11-23')).toBe('2');
  expect((await call('models.liveVersions', { at: '2026-11-23' })).rows).toMatchObject([
    { version: '2', from: null, certain: true },
  ]);
});
