import { describe, expect, it } from 'vitest';
import { mappingOf, tableOf } from '../testing/table-of';
import { planInventory } from './plan';

const now = '2026-11-23T10:00:00.000Z';

describe('a long table', () => {
  const long = tableOf(['Name'], ...Array.from({ length: 5_000 }, (_, index) => [`Model ${index}`]));

  it('reports progress and can be cancelled', async () => {
    const seen: number[] = [];
    await planInventory({
      table: long,
      mapping: mappingOf({ name: 'Name' }),
      currency: 'EUR',
      now,
      existing: [],
      onProgress: (done) => seen.push(done),
    });
    expect(seen).toEqual([1_000, 2_000, 3_000, 4_000, 5_000]);
    const control = new AbortController();
    const planning = planInventory({
      table: long,
      mapping: mappingOf({ name: 'Name' }),
      currency: 'EUR',
      now,
      existing: [],
      signal: control.signal,
      onProgress: () => control.abort(),
    });
    await expect(planning).rejects.toMatchObject({ code: 'cancelled' });
  });
});
