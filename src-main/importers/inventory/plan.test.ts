import { describe, expect, it } from 'vitest';
import type { Mapping } from '#contract/imports/imports';
import { middleOf } from '#domain/base/period';
import type { Table } from '../tabular/table';
import { mappingOf, tableOf } from '../testing/table-of';
import { planInventory } from './plan';
import { withVersion } from './plan-row';
import type { ExistingModel, InventoryPlan, PlannedRow } from './plan-types';

const now = '2026-11-23T10:00:00.000Z';

const plan = (table: Table, mapping: Mapping, existing: readonly ExistingModel[] = []): Promise<InventoryPlan> =>
  planInventory({ table, mapping, currency: 'EUR', now, existing });

/** The model that a planned row makes, as the store would give it back. */
const stored = (row: PlannedRow, id = `m${row.row}`, changes: Partial<ExistingModel> = {}): ExistingModel => ({
  id,
  name: row.fields.name ?? '',
  keyText: row.keyText,
  fields: row.fields,
  lastImported: row.fields,
  stage: row.stage ?? 'proposed',
  moves: withVersion(row.events, row.version).map((move, index) => ({ ...move, id: `${id}-${index}` })),
  settledMoves: '',
  monitoringKnown: true,
  sourceIds: new Set<string>(),
  ...changes,
});

const byHand = (name: string, fields: ExistingModel['fields'] = {}): ExistingModel => ({
  id: `hand-${name}`,
  name,
  keyText: '',
  fields: { name, ...fields },
  lastImported: null,
  stage: 'proposed',
  moves: [],
  settledMoves: '',
  monitoringKnown: true,
  sourceIds: new Set<string>(),
});

const codes = (of: InventoryPlan) => of.problems.map((problem) => [problem.row, problem.code, problem.effect]);

describe('rows that become models', () => {
  it('reads every field, with money in minor units and provenance', async () => {
    const table = tableOf(
      ['Name', 'Dept', 'Team', 'Tier', 'Cost', 'Ref', 'Link', 'Tags', 'Review', 'PII', 'V'],
      [
        ' Churn  score ',
        'Sales',
        '',
        'T2',
        '1,200.50',
        'A-1',
        'https://x.test/1',
        'crm, churn',
        '2027-01-31',
        'Y',
        '1.4',
      ],
    );
    const mapping = mappingOf(
      {
        name: 'Name',
        unit: ['Dept', 'Team'],
        tier: 'Tier',
        annualRunCost: 'Cost',
        externalId: 'Ref',
        externalUrl: 'Link',
        tags: 'Tags',
        nextReview: 'Review',
        personalData: 'PII',
        version: 'V',
      },
      { externalSystem: 'CMDB' },
    );
    const [row] = (await plan(table, mapping)).rows;
    expect(row).toMatchObject({ action: 'create', modelId: null, stage: 'proposed', version: '1.4' });
    expect(row?.fields).toEqual({
      name: 'Churn score',
      unit: 'Sales',
      tier: 2,
      annualRunCostMinor: 120_050,
      externalReferences: [{ system: 'CMDB', id: 'A-1', url: 'https://x.test/1' }],
      tags: ['crm', 'churn'],
      nextReview: '2027-01-31',
      personalData: 'yes',
    });
    expect(row?.origins).toContainEqual({ field: 'annualRunCostMinor', column: 'Cost', text: '1,200.50', refused: '' });
    expect(row?.origins).toContainEqual({ field: 'unit', column: 'Dept / Team', text: 'Sales', refused: '' });
  });

  it('refuses a value and keeps its text, but keeps the row', async () => {
    const table = tableOf(['Name', 'Stage', 'Live', 'URL'], ['A', 'somewhere', '7/16/1905', 'javascript:alert(1)']);
    const mapping = mappingOf(
      { name: 'Name', stage: 'Stage', deployedAt: 'Live', externalUrl: 'URL' },
      { dateOrder: 'mdy' },
    );
    const result = await plan(table, mapping);
    expect(result).toMatchObject({ creates: 1, rejected: 0 });
    expect(codes(result)).toEqual([
      [2, 'unknown_value', 'value_refused'],
      [2, 'impossible_date', 'value_refused'],
      [2, 'not_a_url', 'value_refused'],
      [2, 'stage_missing', 'note'],
    ]);
    expect(result.problems[0]).toMatchObject({ column: 'Stage', value: 'somewhere' });
    expect(result.rows[0]).toMatchObject({
      stage: 'proposed',
      events: [{ stage: 'proposed', at: null, precision: 'day' }],
    });
    expect(result.rows[0]?.fields).toEqual({ name: 'A' });
    expect(result.rows[0]?.origins.filter((origin) => origin.refused !== '')).toHaveLength(3);
  });

  it('derives a stage that is not known from the dates and says so', async () => {
    const table = tableOf(['Name', 'Stage', 'Live'], ['A', 'somewhere', '2024-05-01']);
    const result = await plan(table, mappingOf({ name: 'Name', stage: 'Stage', deployedAt: 'Live' }));
    expect(result.rows[0]).toMatchObject({
      stage: 'deployed',
      events: [{ stage: 'deployed', at: '2024-05-01T00:00:00.000Z', precision: 'day' }],
    });
    expect(codes(result)).toEqual([
      [2, 'unknown_value', 'value_refused'],
      [2, 'stage_from_dates', 'note'],
    ]);
  });

  it('says once that no column tells the stage', async () => {
    const result = await plan(tableOf(['Name'], ['A'], ['B']), mappingOf({ name: 'Name' }));
    expect(codes(result)).toEqual([[0, 'stage_missing', 'note']]);
  });

  it('takes empty words as nothing, unless they are mapped on purpose', async () => {
    const table = tableOf(['Name', 'Unit', 'Tier'], ['A', ' n/a ', 'N/A'], ['tbd', 'x', '']);
    const mapping = mappingOf({ name: 'Name', unit: 'Unit', tier: 'Tier' }, { emptyWords: ['N/A', 'TBD'] });
    const [, , tier] = mapping.fields;
    tier?.values.push({ from: 'n/a', to: '3' });
    const result = await plan(table, mapping);
    expect(result.rows[0]?.fields).toEqual({ name: 'A', tier: 3 });
    expect(result.rows[1]).toMatchObject({ action: 'refuse' });
    expect(codes(result)).toContainEqual([3, 'no_name', 'row_refused']);
  });

  it('refuses a name that is too long once, and rows that the table distrusts', async () => {
    const table: Table = {
      ...tableOf(['Name'], ['x'.repeat(501)], ['B']),
      problems: [{ row: 3, column: '', code: 'unclosed_quote', message: '', value: '', effect: 'row_refused' }],
    };
    const result = await plan(table, mappingOf({ name: 'Name' }));
    expect(result).toMatchObject({ creates: 0, rejected: 2 });
    expect(codes(result)).toEqual([
      [3, 'unclosed_quote', 'row_refused'],
      [2, 'too_long', 'row_refused'],
    ]);
  });

  it('finds columns whose labels differ in case and dashes, and names those that are gone', async () => {
    const table = tableOf(['use case  NAME', 'in–house?'], ['A', 'Vendor']);
    const mapping = mappingOf({ name: 'Use case name', origin: 'In-House?', purpose: 'Gone' });
    const result = await plan(table, mapping);
    expect(result.rows[0]?.fields).toEqual({ name: 'A', origin: 'vendor' });
    expect(result.problems[0]).toMatchObject({ row: 0, code: 'column_missing', column: 'Gone' });
  });
});

describe('keys', () => {
  const table = tableOf(['Name', 'Unit'], ['Chatbot', 'A'], ['chatbot ', 'B'], ['Chatbot', 'A']);

  it('keeps rows that share a key as models of their own, and shows it on both', async () => {
    const result = await plan(table, mappingOf({ name: 'Name', unit: 'Unit' }, { key: ['name', 'unit'] }));
    expect(result).toMatchObject({ creates: 3, rejected: 0 });
    expect(new Set(result.rows.map((row) => row.keyText)).size).toBe(3);
    const duplicates = result.problems.filter((problem) => problem.code === 'duplicate_key');
    expect(duplicates.map(({ row, effect }) => [row, effect])).toEqual([
      [2, 'note'],
      [4, 'note'],
    ]);
    expect(duplicates[0]?.message).toContain('row 4');
    expect(duplicates[1]?.message).toContain('row 2');
  });

  it('refuses them where the mapping says so', async () => {
    const result = await plan(table, mappingOf({ name: 'Name' }, { duplicates: 'refuse' }));
    expect(result).toMatchObject({ creates: 1, rejected: 2 });
    expect(codes(result).filter(([, code]) => code === 'duplicate_key')).toEqual([
      [2, 'duplicate_key', 'note'],
      [3, 'duplicate_key', 'row_refused'],
      [4, 'duplicate_key', 'row_refused'],
    ]);
  });

  it('refuses a row without a key, and falls back to the name where the key is not mapped', async () => {
    const mapping = mappingOf({ name: 'Name', unit: 'Unit' }, { key: ['unit'] });
    expect(codes(await plan(tableOf(['Name', 'Unit'], ['A', '']), mapping))).toContainEqual([
      2,
      'no_key',
      'row_refused',
    ]);
    const other = await plan(tableOf(['Name'], ['A'], ['B']), mappingOf({ name: 'Name' }, { key: ['externalId'] }));
    expect(other.creates).toBe(2);
    expect(codes(other)).toContainEqual([0, 'key_not_mapped', 'note']);
  });

  it('finds models that were created by hand, once, and never by chance', async () => {
    const result = await plan(
      tableOf(['Name', 'Unit'], ['CHURN', 'Sales'], ['Twin', 'x']),
      mappingOf({ name: 'Name', unit: 'Unit' }),
      [byHand('Churn'), byHand('Twin'), { ...byHand('Twin'), id: 'other' }],
    );
    expect(result.rows.map((row) => [row.action, row.modelId])).toEqual([
      ['update', 'hand-Churn'],
      ['create', null],
    ]);
    expect(result.rows[0]?.patch).toMatchObject({ unit: 'Sales' });
  });
});

describe('importing again', () => {
  const header = ['Name', 'Unit', 'Stage', 'Live'];
  const mapping = mappingOf({ name: 'Name', unit: 'Unit', stage: 'Stage', deployedAt: 'Live' });
  const first = () => plan(tableOf(header, ['A', 'Sales', 'Deployed', '2024-05-01']), mapping);
  const again = async (cells: string[], changes: Partial<ExistingModel> = {}): Promise<InventoryPlan> => {
    const [row] = (await first()).rows;
    return plan(tableOf(header, cells), mapping, row ? [stored(row, 'a', changes)] : []);
  };

  it('changes nothing when nothing changed, nor when cells are emptied', async () => {
    expect(await again(['A', 'Sales', 'Deployed', '2024-05-01'])).toMatchObject({ unchanged: 1, problems: [] });
    expect(await again(['A', '', '', ''])).toMatchObject({ unchanged: 1, updates: 0, problems: [] });
  });

  it('takes what the file changed', async () => {
    const result = await again(['A', 'Risk', 'Retired', '2024-05-01']);
    expect(result.rows[0]).toMatchObject({
      action: 'update',
      modelId: 'a',
      patch: { unit: 'Risk' },
      history: { added: [{ to: 'retired', when: null }], kept: 1, contradicted: [] },
    });
    expect(result).toMatchObject({ moves: { added: 1, kept: 1, contradicted: 0 }, values: { changed: 1 } });
  });

  it('never undoes what a person did here', async () => {
    const edited = { fields: { name: 'A', unit: 'Mine' } };
    expect(await again(['A', 'Sales', 'Deployed', '2024-05-01'], edited)).toMatchObject({ unchanged: 1, problems: [] });
    const both = await again(['A', 'Risk', 'Deployed', '2024-05-01'], edited);
    expect(both).toMatchObject({ unchanged: 1 });
    expect(both.problems).toMatchObject([{ code: 'edited_here', column: 'Unit', value: 'Risk', effect: 'note' }]);
  });

  it('adds to the moves of a person, and says what does not agree with them', async () => {
    const deployed = { id: 'x', to: 'deployed', when: middleOf('2024-05-01', 'day'), version: '' } as const;
    const retired = { id: 'y', to: 'retired', when: middleOf('2025-01-01', 'day'), version: '' } as const;
    const watched = { stage: 'monitored', moves: [deployed, { ...retired, id: 'z', to: 'monitored' }] } as const;
    expect(await again(['A', 'Sales', 'Deployed', '2024-05-01'], watched)).toMatchObject({
      unchanged: 1,
      problems: [],
    });
    const on = await again(['A', 'Sales', 'Retired', '2024-05-01'], watched);
    expect(on.rows[0]?.history).toMatchObject({ added: [{ to: 'retired', behind: 'z' }], contradicted: [] });
    const back = await again(['A', 'Sales', 'Deployed', '2024-05-01'], {
      stage: 'retired',
      moves: [deployed, retired],
    });
    expect(back.rows[0]).toMatchObject({ action: 'unchanged' });
    expect(back.problems).toMatchObject([{ code: 'contradicts', column: 'Stage', effect: 'note' }]);
  });

  it('keeps knowing a model that was renamed here', async () => {
    const result = await again(['A', 'Sales', 'Deployed', '2024-05-01'], {
      name: 'Renamed',
      fields: { name: 'Renamed', unit: 'Sales' },
    });
    expect(result.rows[0]).toMatchObject({ action: 'unchanged', modelId: 'a' });
  });
});
