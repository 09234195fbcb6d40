import { beforeAll, describe, expect, it } from 'vitest';
import { decideIdentities, type IdentityDecision } from '#domain/identity/decide-identities';
import type { InventoryRow, PortfolioModel } from '#domain/identity/identity-types';
import { needs } from '../../testing/needs';
import { FEDERAL_INVENTORY, FEDERAL_INVENTORY_2025, sharedFile } from '../../testing/shared-data';
import { asModels, type Edition, readEdition, SYSTEM } from '../testing/federal-editions';

const [then, now] = [sharedFile(FEDERAL_INVENTORY), sharedFile(FEDERAL_INVENTORY_2025)];

describe('the federal inventory, brought again', needs(now.why === null ? then : now), () => {
  let first: Edition;
  let second: Edition;
  const bring = (portfolioModels: readonly PortfolioModel[], rows: readonly InventoryRow[]): IdentityDecision =>
    decideIdentities({
      portfolioModels,
      rows,
      source: { name: SYSTEM, system: SYSTEM, rowsLastTime: portfolioModels.length },
      key: ['externalId', 'name', 'unit'],
      aliases: [...first.aliases, ...second.aliases],
      answers: [],
    });
  const count = ({ rows }: IdentityDecision, outcome: string) => rows.filter((row) => row.outcome === outcome).length;

  beforeAll(async () => {
    first = await readEdition(then.path, '2024');
    second = await readEdition(now.path, '2025');
  });

  describe('2025 into a portfolio of 2024', () => {
    let decision: IdentityDecision;
    beforeAll(() => {
      decision = bring(asModels(first.rows), second.rows);
    }, 60_000);

    it('meets what has the same name and unit, and asks about units instead of models', () => {
      const silent = decision.rows.filter(({ model, asks }) => model !== null && asks.length === 0).length;
      const asked = decision.rows.filter(({ asks }) => asks.length > 0).length;
      expect(silent).toBeGreaterThan(930);
      expect(silent + asked).toBeGreaterThan(1030);
      expect(silent + asked).toBeLessThan(1070);
      expect(decision.asks.length).toBeLessThan(25);
      expect(decision.asks[0]).toMatchObject({
        means: ['FS: Forest Service'],
        unit: 'Natural Resources and Environment',
        agree: 25,
        differ: 0,
      });
      expect(decision.rows.every(({ renamed }) => renamed === null)).toBe(true);
      expect(count(decision, 'refused')).toBe(1);
    });

    it('merges nothing that is only alike, but lists it', () => {
      const offers = decision.rows.flatMap(({ offers: [offer] }) => offer ?? []);
      const probable = offers.filter(({ band }) => band === 'probably').length;
      expect(probable).toBeGreaterThan(300);
      expect(probable).toBeLessThan(380);
      expect(offers.length - probable).toBeGreaterThan(50);
      expect(offers.length - probable).toBeLessThan(110);
      expect(new Set(offers.map(({ model }) => model)).size).toBe(offers.length);
    });

    it('says which agencies the file says nothing about, and that a part was hardly recognised', () => {
      const silent = decision.units.filter(({ state }) => state === 'not_spoken_of');
      expect(silent).toHaveLength(9);
      expect(decision.notSpokenOf).toHaveLength(171);
      expect(decision.partialBecause).toEqual([
        'This file speaks of 32 of 41 units. Not spoken of: 171 models in 9 units.',
      ]);
      const interior = decision.units.find(({ unit }) => unit === 'Department of the Interior');
      expect(interior).toMatchObject({ models: 180, met: 6, state: 'hardly' });
    });
  });

  it('2025 shuffled changes no identity: by number, or by name and unit', () => {
    const models = asModels(second.rows);
    const shuffled = [...second.rows].sort((a, b) => ((a.row * 7919) % 3613) - ((b.row * 7919) % 3613));
    const decision = bring(models, shuffled);
    const moved = decision.rows.filter(({ row, model }) => model !== null && model !== String(row));
    expect(moved).toEqual([]);
    expect(count(decision, 'created')).toBe(0);
    expect(count(decision, 'renamed')).toBe(0);
    // Rows that are equal in name, unit and text, and have no number of their own.
    expect(count(decision, 'ambiguous')).toBeLessThan(10);
    expect(decision.missing).toEqual([]);
    expect(decision.looksPartial).toBe(false);
  });

  it('2025 of one agency says nothing of the others', () => {
    const models = asModels(second.rows);
    const decision = bring(
      models,
      second.rows.filter(({ unit }) => unit.startsWith('EPA')),
    );
    expect(decision.missing).toEqual([]);
    expect(decision.notSpokenOf).toHaveLength(models.length - 29);
    expect(decision.looksPartial).toBe(true);
    expect(count(decision, 'matched')).toBe(29);
  });
});
