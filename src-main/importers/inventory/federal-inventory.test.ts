import { beforeAll, describe, expect, it } from 'vitest';
import { needs } from '../../testing/needs';
import { FEDERAL_INVENTORY, sharedFile } from '../../testing/shared-data';
import { readTable } from '../tabular/read-table';
import type { Table } from '../tabular/table';
import { describeColumns } from './columns';
import { guessMapping } from './guess-mapping';
import { planInventory } from './plan';
import { withVersion } from './plan-row';
import type { ExistingModel, InventoryPlan } from './plan-types';
import { US_FEDERAL_2024 } from './presets/us-federal-2024';
import { applicablePreset } from './shipped-presets';

const inventory = sharedFile(FEDERAL_INVENTORY);

const now = '2026-11-23T10:00:00.000Z';

/** The portfolio as it stands after a plan was carried out. */
function carriedOut(plan: InventoryPlan): readonly ExistingModel[] {
  return plan.rows
    .filter((row) => row.action === 'create')
    .map((row) => ({
      id: `m${row.row}`,
      name: row.fields.name ?? '',
      keyText: row.keyText,
      fields: row.fields,
      lastImported: row.fields,
      stage: row.stage ?? 'proposed',
      moves: withVersion(row.events, row.version).map((move, index) => ({ ...move, id: `${row.row}-${index}` })),
      settledMoves: '',
      monitoringKnown: true,
      sourceIds: new Set<string>(),
    }));
}

describe('the US federal inventory of 2024', needs(inventory), () => {
  let table: Table;
  let plan: InventoryPlan;
  const mapping = US_FEDERAL_2024.mapping;

  beforeAll(async () => {
    table = await readTable(inventory.path, { encoding: 'auto', delimiter: 'auto' });
    plan = await planInventory({ table, mapping, currency: 'USD', now, existing: [] });
  });

  it('is read whole, in its own encoding', async () => {
    expect(table).toMatchObject({ encoding: 'windows-1252', delimiter: ',', headerRow: 1, problems: [] });
    expect(table.rows).toHaveLength(2133);
    expect(table.labels).toHaveLength(62);
    expect(new Set(table.labels).size).toBe(62);
    expect(table.labels[8]).toBe('Describe the AI system’s outputs.');
    expect(table.rowNumbers.at(-1)).toBe(2134);
    expect((await describeColumns(table))[9]?.values?.[0]).toEqual({ text: 'Operation and Maintenance', count: 874 });
  });

  it('becomes a model for every row', () => {
    expect(applicablePreset(table)).toBe('us-federal-2024');
    expect(plan).toMatchObject({ creates: 2133, updates: 0, unchanged: 0, rejected: 0 });
    const inProduction = plan.rows.filter((row) => row.stage === 'deployed' || row.stage === 'monitored');
    expect(inProduction).toHaveLength(874 + 14 + 4);
    expect(plan.problems.every((problem) => problem.effect !== 'row_refused')).toBe(true);
    expect(plan.problems.filter((problem) => problem.code === 'unknown_value')).toEqual([]);
  });

  it('never turns a year typed as a number into a day of 1905', () => {
    const slips = table.rows.flatMap((row) => row.filter((cell) => /^\d+\/\d+\/1905$/.test(cell)));
    const refused = plan.problems.filter((problem) => problem.value.endsWith('/1905'));
    expect(refused).toHaveLength(slips.length);
    expect(refused.every((problem) => problem.code === 'impossible_date')).toBe(true);
    const kept = plan.rows.flatMap((row) => row.origins).filter((origin) => origin.text.endsWith('/1905'));
    expect(kept).toHaveLength(slips.length);
    expect(kept.every((origin) => origin.refused.includes("Excel's calendar"))).toBe(true);
    expect(plan.rows.some((row) => row.events.some((event) => event.at?.startsWith('1905')))).toBe(false);
  });

  it('changes nothing when it is imported again', async () => {
    const again = await planInventory({ table, mapping, currency: 'USD', now, existing: carriedOut(plan) });
    expect(again).toMatchObject({ creates: 0, updates: 0, unchanged: 2133, rejected: 0 });
  });

  it('is understood without the preset', () => {
    const guess = guessMapping(table);
    const columns = Object.fromEntries(guess.fields.map((field) => [field.field, field.columns]));
    expect(columns).toMatchObject({
      name: ['Use Case Name'],
      unit: ['Agency', 'Bureau'],
      stage: ['Stage of Development'],
      proposedAt: ['Date Initiated'],
      // Of what is in implementation and assessment it is the day of that.
      operationalAt: ['Date Implemented'],
      retiredAt: ['Date Retired'],
    });
    expect(guess.dateOrder).toBe('mdy');
    expect(guess.key).toEqual(['name', 'unit']);
  });
});
