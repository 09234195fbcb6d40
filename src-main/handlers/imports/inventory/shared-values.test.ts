import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DomainError } from '../../../failure/domain-error';
import { type TestBackend, testBackend } from '../../../testing/test-backend';

const ROWS = 6;
const pick = fc.nat(ROWS - 1);
const word = fc.constantFrom('Ada', 'Grace', '', 'A:1:2', '=n', 'Ünal "x"');
const row = fc.record({
  name: fc.nat(2),
  unit: fc.nat(2),
  owner: word,
  tier: fc.nat(3),
  notes: word,
  stage: fc.nat(1),
});

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      rows: fc.array(row, { minLength: 1, maxLength: ROWS }),
      wins: fc.constantFrom('file' as const, 'ours' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('edit' as const), at: pick, owner: word, notes: word, name: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('tier' as const), tier: fc.constantFrom(1 as const, 2 as const) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const), at: pick, other: pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), at: pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take back' as const), at: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.constantFrom({ do: 'undo' as const }, { do: 'redo' as const }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

async function give({ call, folder }: TestBackend, ids: () => Promise<readonly string[]>, what: Step, turn: number) {
  const id = async (at: number): Promise<string> => {
    const all = await ids();
    return all[at % Math.max(1, all.length)] ?? 'none';
  };
  switch (what.do) {
    case 'import': {
      const file = join(folder, `inventory-${turn}.csv`);
      const lines = what.rows.map(({ name, unit, owner, tier, notes, stage }, at) =>
        [
          `M-${at}`,
          `Model ${at} ${'x'.repeat(name)}`,
          `Unit ${unit}`,
          owner,
          tier === 0 ? '' : String(tier),
          notes,
          stage === 0 ? 'Production' : 'Retired',
        ]
          .map(quoted)
          .join(','),
      );
      writeFileSync(file, ['ID,Model name,Business unit,Business owner,Tier,Notes,Stage', ...lines, ''].join('\n'));
      return call('imports.apply', { file, rules: [{ field: '*', decision: what.wins }] });
    }
    case 'edit': {
      const patch = { businessOwner: what.owner, notes: what.notes, ...(what.name && { name: `Renamed ${turn}` }) };
      return call('models.update', { id: await id(what.at), patch });
    }
    case 'tier':
      return call('models.updateMany', { ids: [...(await ids())], patch: { tier: what.tier } });
    case 'merge':
      return call('models.merge', { keep: await id(what.at), merge: [await id(what.other)] });
    case 'remove':
      return call('models.remove', { ids: [await id(what.at)] });
    case 'take back': {
      const { imports } = await call('imports.list', {});
      return call('imports.undo', { importId: imports[what.at]?.id ?? 'none' });
    }
    case 'undo':
      return call('history.undo', {});
    case 'redo':
      return call('history.redo', {});
  }
}

/** A refusal is an answer; anything else is a fault. */
const refused = (error: unknown): void => {
  if (!(error instanceof DomainError) || error.code === 'internal') throw error;
};

it('means what the journal says, whatever is done with sources that share values with their models (property)', {
  timeout: 240_000,
}, async () => {
  let lean = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const engine = await testBackend();
      const { call, backend, file } = engine;
      const ids = async () => (await call('models.list', { limit: 50 })).rows.map((one) => one.id).toSorted();
      const holds = async (): Promise<void> =>
        expect(await call('journal.verify', {})).toMatchObject({ ok: true, differences: [] });
      const count = (): number => {
        const db = new Database(file, { readonly: true });
        const found = db.prepare("SELECT count(*) FROM model_sources WHERE fields LIKE '=%'").pluck().get();
        db.close();
        return Number(found);
      };
      for (const [turn, one] of steps.entries()) {
        await give(engine, ids, one, turn).catch(refused);
        await holds();
      }
      lean += count();
      const seen = await call('models.list', { limit: 50 });
      let undone = 0;
      for (; undone < 60 && (await call('history.state', {})).undo !== null; undone += 1)
        await call('history.undo', {});
      await holds();
      for (; undone > 0; undone -= 1) await call('history.redo', {});
      await holds();
      expect(await call('models.list', { limit: 50 })).toEqual(seen);
      await backend.close();
    }),
    { numRuns: 40 },
  );
  // It is what most rows do.
  expect(lean).toBeGreaterThan(40);
});
