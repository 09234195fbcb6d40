import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../../importers/inventory/guess-mapping';
import { readTable } from '../../../importers/tabular/read-table';
import { needs } from '../../../testing/needs';
import { FEDERAL_INVENTORY, FEDERAL_INVENTORY_2025, sharedFile, UK_RECORDS } from '../../../testing/shared-data';
import { testBackend } from '../../../testing/test-backend';
import { reversedCopy } from './testing/reversed-copy';

const guessOf = async (path: string) => guessMapping(await readTable(path, { encoding: 'auto', delimiter: 'auto' }));

/** Rows of one name, unit and text are told apart by the very same file only. */
const ALIKE: Readonly<Record<string, number>> = {
  [FEDERAL_INVENTORY]: 14,
  [FEDERAL_INVENTORY_2025]: 12,
  [UK_RECORDS]: 0,
};

describe.each(Object.keys(ALIKE))('%s, brought again', (name) => {
  const register = sharedFile(name);

  it.each(['as it is recognised', 'by a guess of its columns'])(
    'changes nothing, in whatever order: %s',
    { ...needs(register), timeout: 60_000 },
    async (how) => {
      const { call, folder } = await testBackend();
      const mapping = how === 'as it is recognised' ? {} : { mapping: await guessOf(register.path) };
      const first = await call('imports.apply', { file: register.path, ...mapping });
      expect(first.created).toBeGreaterThan(100);
      expect(await call('imports.apply', { file: register.path, ...mapping })).toMatchObject({
        created: 0,
        updated: 0,
        waiting: 0,
      });
      const reversed = await reversedCopy(register.path, join(folder, 'reversed.csv'));
      const shown = await call('imports.preview', { file: reversed, ...mapping });
      if (shown.format !== 'inventory') throw new Error('an inventory');
      expect(shown).toMatchObject({
        creates: 0,
        updates: 0,
        values: { changed: 0, contradicted: 0 },
        moves: { added: 0, contradicted: 0 },
      });
      expect(shown.waiting).toBeLessThanOrEqual(ALIKE[name] ?? 0);
      expect(shown.missing).toEqual([]);
    },
  );
});

const [then, now] = [sharedFile(FEDERAL_INVENTORY), sharedFile(FEDERAL_INVENTORY_2025)];

it('the federal inventory of 2025 by a guess, after that of 2024, tells no unit otherwise for being coarser', {
  ...needs(now.why === null ? then : now),
  timeout: 60_000,
}, async () => {
  const { call } = await testBackend();
  await call('imports.apply', { file: then.path });
  // As a person would who takes the abbreviation for the unit.
  const guess = await guessOf(now.path);
  const fields = guess.fields.map((field) => (field.field === 'unit' ? { ...field, columns: ['agency'] } : field));
  const mapping = { ...guess, fields };
  const first = await call('imports.preview', { file: now.path, mapping });
  if (first.format !== 'inventory') throw new Error('an inventory');
  const units = first.sample.flatMap(({ changes }) => changes.filter(({ field }) => field === 'unit'));
  expect(units).toEqual([]);
  await call('imports.apply', { file: now.path, mapping });
  expect(await call('imports.apply', { file: now.path, mapping })).toMatchObject({ created: 0, updated: 0 });
});
