import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AutomaticBackup, backupsToDrop } from './thin-backups';

const NOW = '2026-11-29T20:00:00.000Z';
const hoursAgo = (hours: number): string => new Date(Date.parse(NOW) - hours * 3_600_000).toISOString();
const backup = (hours: number, sizeBytes = 1): AutomaticBackup => ({
  id: `h${hours}`,
  createdAt: hoursAgo(hours),
  sizeBytes,
});
const kept = (all: readonly AutomaticBackup[], budget = 1e12): string[] => {
  const dropped = new Set(backupsToDrop(all, NOW, budget));
  return all.filter(({ id }) => !dropped.has(id)).map(({ id }) => id);
};

describe('automatic backups', () => {
  it('stay whole for a day, then the last of a day, then the last of a month, for a year', () => {
    // 30 and 40 hours ago lie on 28 Nov, 45 hours ago on 27 Nov; 40 and 50 days ago on 20 and 10 Oct.
    expect(kept([backup(1), backup(2), backup(23.5), backup(30), backup(40), backup(45)])).toEqual([
      'h1',
      'h2',
      'h23.5',
      'h30',
      'h45',
    ]);
    expect(kept([backup(0), backup(40 * 24), backup(50 * 24), backup(400 * 24)])).toEqual(['h0', 'h960']);
  });

  it('go from the oldest where they take more than the budget, the newest never', () => {
    expect(kept([backup(1, 60), backup(2, 30), backup(3, 30), backup(4, 5)], 100)).toEqual(['h1', 'h2']);
    expect(kept([backup(1, 600), backup(2, 1)], 100)).toEqual(['h1']);
    expect(kept([], 100)).toEqual([]);
  });

  it('keep to the budget but for the newest, drop nothing twice, and what stays is stable', () => {
    const some = fc.uniqueArray(
      fc.record({ hours: fc.integer({ min: -2, max: 24 * 500 }), size: fc.integer({ min: 0, max: 50 }) }),
      {
        selector: ({ hours }) => hours,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 400 }), (list, budget) => {
        const all = list.map(({ hours, size }) => backup(hours, size));
        const dropped = backupsToDrop(all, NOW, budget);
        expect(new Set(dropped).size).toBe(dropped.length);
        const left = all.filter(({ id }) => !dropped.includes(id));
        expect(backupsToDrop(left, NOW, budget)).toEqual([]);
        if (all.length === 0) return;
        expect(left.length).toBeGreaterThan(0);
        const sum = left.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
        if (left.length > 1) expect(sum).toBeLessThanOrEqual(budget);
        // Nothing older stays than what the budget sent away.
        const newest = all.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
        expect(left).toContain(newest);
      }),
    );
  });
});
