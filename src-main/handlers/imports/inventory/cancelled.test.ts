import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testBackend } from '../../../testing/test-backend';

/** More rows than are held at once, so that they are written while the file is read. */
const ROWS = 25_000;
const inventory = (tier: number): string =>
  `Model name,Business unit,Tier\n${Array.from({ length: ROWS }, (_, n) => `Model ${n},Unit ${n % 9},${tier}`).join('\n')}\n`;

describe('an import that is cancelled', () => {
  it.each(['Reading the file', 'Comparing with the portfolio', 'Writing'])(
    'while it says “%s” leaves the portfolio as it was, and can be done then',
    { timeout: 120_000 },
    async (phase) => {
      const { call, backend, folder, file: portfolio } = await testBackend();
      const put = (name: string, text: string): string => {
        writeFileSync(join(folder, name), text);
        return join(folder, name);
      };
      await call('imports.apply', { file: put('first.csv', inventory(1)) });
      const known = async () => [
        (await call('models.list', { filter: { tier: [1] }, limit: 1 })).total,
        (await call('journal.list', {})).total,
        (await call('imports.list', {})).imports.length,
      ];
      const before = await known();
      const file = put('second.csv', `${inventory(2)}One more,Unit,2\n`);
      let told = 0;
      backend.subscribe((event) => {
        if (event.type !== 'job.progress' || event.phase !== phase) return;
        told += 1;
        void backend.dispatch('jobs.cancel', { jobId: 'one' });
      });
      await expect(call('imports.apply', { file, jobId: 'one' })).rejects.toMatchObject({ code: 'cancelled' });
      expect(told).toBeGreaterThan(0);
      expect(await known()).toEqual(before);
      expect(await call('journal.verify', {})).toMatchObject({ ok: true });
      expect(await call('imports.apply', { file })).toMatchObject({ created: 1, updated: ROWS });
      expect(statSync(`${portfolio}-wal`).size).toBe(0);
    },
  );
});
