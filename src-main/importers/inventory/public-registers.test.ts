import { beforeAll, describe, expect, it } from 'vitest';
import type { Mapping } from '#contract/imports/imports';
import { needs } from '../../testing/needs';
import { FEDERAL_INVENTORY_2025, sharedFile, UK_RECORDS } from '../../testing/shared-data';
import { readTable } from '../tabular/read-table';
import type { Table } from '../tabular/table';
import { firstDays } from './first-days';
import { guessMapping } from './guess-mapping';
import { planInventory } from './plan';
import type { InventoryPlan } from './plan-types';
import { US_FEDERAL_2025 } from './presets/us-federal-2025';
import { applicablePreset } from './shipped-presets';

const federal = sharedFile(FEDERAL_INVENTORY_2025);
const records = sharedFile(UK_RECORDS);
const now = '2026-11-23T10:00:00.000Z';

const columnsOf = (mapping: Mapping) =>
  Object.fromEntries(mapping.fields.map(({ field, columns }) => [field, columns]));
const countBy = (texts: readonly string[]) =>
  Object.fromEntries([...new Set(texts)].map((text) => [text, texts.filter((one) => one === text).length]));

const planOf = (table: Table, mapping: Mapping): Promise<InventoryPlan> =>
  planInventory({ table, mapping, currency: 'USD', now, existing: [], first: firstDays(table, mapping, [], now) });

describe('the US federal inventory of 2025', needs(federal), () => {
  let table: Table;
  let plan: InventoryPlan;

  beforeAll(async () => {
    table = await readTable(federal.path, { encoding: 'auto', delimiter: 'auto' });
    plan = await planOf(table, US_FEDERAL_2025.mapping);
  });

  it('is understood without a hand: sixteen fields of sixteen columns, one of them of two', () => {
    const guess = guessMapping(table);
    expect(columnsOf(guess)).toEqual({
      name: ['use_case_name'],
      unit: ['agency_name', 'agency_bureau'],
      stage: ['development_stage'],
      tier: ['is_high_impact'],
      purpose: ['problem_solved'],
      type: ['classification'],
      kind: ['classification'],
      externalId: ['id'],
      externalUrl: ['code_url'],
      origin: ['contracting_usage'],
      personalData: ['has_pii'],
      tags: ['topic_area'],
      vendor: ['vendor_name'],
      dataSources: ['data_description'],
      monitored: ['hi_ongoing_monitoring'],
      operationalAt: ['operational_date'],
    });
    expect(guess).toMatchObject({ dateOrder: 'mdy', key: ['name', 'unit'] });
    // The preset is the guess, looked over by a person.
    expect(applicablePreset(table)).toBe('us-federal-2025');
    expect(columnsOf(US_FEDERAL_2025.mapping)).toEqual(columnsOf(guess));
  });

  it('becomes a model for every row that has a name', () => {
    expect(plan).toMatchObject({ creates: 3610, rejected: 1 });
    expect(countBy(plan.rows.filter(({ action }) => action === 'create').map(({ stage }) => stage ?? ''))).toEqual({
      training: 1479,
      validation: 440,
      deployed: 974,
      monitored: 65,
      retired: 314,
      proposed: 338,
    });
    expect(plan.problems.filter(({ code }) => code === 'unknown_value' || code === 'ambiguous_date')).toEqual([]);
  });

  it('keeps its dates no finer than they were said, and of a pilot as that of the pilot', () => {
    const dated = plan.rows.flatMap(({ events }) => events.filter(({ at }) => at !== null));
    expect(countBy(dated.map(({ stage }) => stage))).toEqual({
      deployed: expect.any(Number),
      validation: expect.any(Number),
    });
    const { day = 0, month = 0, year = 0 } = countBy(dated.map(({ precision }) => precision));
    expect(Math.min(day, month, year)).toBeGreaterThan(20);
  });

  it('asks about days that can hardly be, instead of counting decades', () => {
    const asked = plan.problems.filter(({ code }) => code === 'implausible_date');
    expect(asked.length).toBe(17);
    expect(asked.every(({ column, effect }) => column === 'operational_date' && effect === 'value_refused')).toBe(true);
    const days = plan.rows.flatMap(({ events }) => events.flatMap(({ at }) => at ?? [])).sort();
    expect(days[0] && days[0] >= '2008-01-01').toBe(true);
  });

  it('believes them where it is told to', async () => {
    const told = await planOf(table, { ...US_FEDERAL_2025.mapping, believe: ['operationalAt'] });
    expect(told.problems.filter(({ code }) => code === 'implausible_date')).toEqual([]);
    expect(told.rows.some(({ events }) => events.some(({ at }) => at?.startsWith('1990')))).toBe(true);
  });
});

describe('the transparency records of the United Kingdom', needs(records), () => {
  it('become models with name, unit and link', async () => {
    const table = await readTable(records.path, { encoding: 'auto', delimiter: 'auto' });
    const guess = guessMapping(table);
    expect(columnsOf(guess)).toEqual({ name: ['tool_name'], unit: ['publishing_body'], externalUrl: ['url'] });
    expect(await planOf(table, guess)).toMatchObject({ creates: 136, rejected: 0 });
  });
});
