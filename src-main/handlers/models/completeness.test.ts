import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Input } from '#contract/index';
import type { ModelFilter } from '#contract/models/model-filter';
import { completeness, dataQuality, type QualityGroup } from '#domain/models/completeness';
import { QUALITY_FIELDS, type QualityField } from '#domain/models/quality-fields';
import { STAGES } from '#domain/vocabulary';
import { buildStore, numberAt, textAt } from '../../../src-renderer/components/table/column-store';
import { filterRows } from '../../../src-renderer/components/table/store-order';
import { testBackend } from '../../testing/test-backend';

type Made = Input<'models.create'>;

const maybe = <T>(value: T): fc.Arbitrary<T | undefined> => fc.constantFrom(value, undefined);
const made = fc.record({
  purpose: maybe('Scores'),
  businessOwner: maybe('Ada'),
  technicalOwner: maybe('Ben'),
  unit: fc.constantFrom('', 'Claims', 'Cards'),
  tier: fc.constantFrom(1, 2, 3, null),
  criticality: maybe('high'),
  personalData: fc.constantFrom('yes', 'no', 'unknown'),
  type: maybe('GBM'),
  origin: maybe('vendor'),
  updateFrequency: maybe('monthly'),
  annualValueMinor: fc.constantFrom(0, 100, null),
  annualRunCostMinor: fc.constantFrom(0, 100, null),
  version: maybe('1'),
  stage: fc.constantFrom(...STAGES),
});

/** Forty models of every stage, with whatever is said of them. */
async function portfolio() {
  const engine = await testBackend();
  const { call } = engine;
  for (const [at, model] of fc.sample(made, { numRuns: 40, seed: 7 }).entries()) {
    const said = Object.fromEntries(Object.entries(model).filter(([, value]) => value !== undefined));
    await call('models.create', { ...said, name: `Model ${at}`, since: '2026-05-01' } as Made); // made of its words
  }
  return engine;
}

it('is one figure in list, grid, filter, sort and portfolio', async () => {
  const { call } = await portfolio();
  const { rows } = await call('models.list', { limit: 100 });
  const models = await Promise.all(rows.map(({ id }) => call('models.get', { id })));
  const store = buildStore(await call('models.grid', {}));
  const byId = new Map(store.ids.map((id, row) => [id, numberAt(store, 'dataQuality', row)]));
  for (const model of models) {
    expect(model.dataQuality, model.name).toBe(dataQuality(model));
    expect(byId.get(model.id), model.name).toBe(model.dataQuality);
  }
  const sorted = await call('models.list', { sort: [{ field: 'dataQuality', direction: 'asc' }], limit: 100 });
  const told = sorted.rows.map(({ dataQuality: own }) => own ?? 101);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  for (const qualityBelow of [50, 75, 100]) {
    const filter = { qualityBelow };
    const found = await call('models.list', { filter, limit: 100 });
    const wanted = models.filter((model) => (model.dataQuality ?? 100) < qualityBelow).map(({ name }) => name);
    const shown = Array.from(filterRows(store, { search: '', filter }), (row) => textAt(store, 'name', row));
    expect(found.rows.map(({ name }) => name).toSorted()).toEqual(wanted.toSorted());
    expect(shown.toSorted()).toEqual(wanted.toSorted());
  }

  // The portfolio's gaps are its models, one by one; and each opens to as many rows as it counts.
  const live = models.filter(({ inProduction }) => inProduction);
  const isEmpty = (model: (typeof live)[number], field: QualityField): boolean =>
    [null, '', 'unknown'].includes(model[field] as string | null);
  const groups = live.map(
    (model): QualityGroup => ({
      ...{ tier: model.tier, unit: model.unit, models: 1 },
      missing: Object.fromEntries(
        QUALITY_FIELDS.map((field) => [field, Number(isEmpty(model, field))]),
      ) as QualityGroup['missing'],
    }),
  );
  const said = await call('models.completeness', {});
  const expected = completeness(groups);
  expect(said.share).toBeCloseTo(expected.share ?? Number.NaN, 12);
  expect(said.gaps.map(({ field, missing, byTier, edits }) => [field, missing, byTier, edits])).toEqual(
    expected.gaps.map(({ field, missing, byTier, edits }) => [field, missing, byTier, edits]),
  );
  expect(said.gaps.length).toBeGreaterThan(10);
  for (const { field, missing, byTier } of said.gaps) {
    const filter = { inProduction: true, missing: [field] };
    expect((await call('models.list', { filter })).total, field).toBe(missing);
    if (field !== 'purpose') expect(filterRows(store, { search: '', filter }).length, field).toBe(missing);
    expect((await call('models.list', { filter: { ...filter, tier: [null] } })).total, field).toBe(byTier.none);
  }
});

it('rises by what was promised when a field is filled, and falls back with an undo', async () => {
  const { call } = await portfolio();
  const before = await call('models.completeness', {});
  const gap = before.gaps.find(({ field }) => field === 'technicalOwner');
  const filter = { inProduction: true, missing: ['technicalOwner' as const] };
  const { rows } = await call('models.list', { filter, limit: 100 });
  await call('models.updateMany', { ids: rows.map(({ id }) => id), patch: { technicalOwner: 'Cleo' } });
  const after = await call('models.completeness', {});
  expect((after.share ?? 0) - (before.share ?? 0)).toBeCloseTo(gap?.gain ?? Number.NaN, 12);
  await call('history.undo', {});
  expect(await call('models.completeness', {})).toEqual(before);
});

it('tells open incidents and last results in list and grid alike, and finds by them', async () => {
  const { call } = await testBackend();
  const since = { stage: 'monitored' as const, since: '2026-01-01T00:00:00Z' };
  const one = await call('models.create', { name: 'One', ...since });
  const two = await call('models.create', { name: 'Two', ...since });
  const { id } = await call('incidents.create', {
    ...{ title: 'Wrong scores', modelId: one.id, openedAt: '2026-11-01T08:00:00Z' },
  });
  const result = { modelId: two.id, column: 'age', metric: 'psi' as const, source: { tool: 'Modelfolio' } };
  await call('drift.record', { ...result, at: '2026-10-20', value: 0.05, nRef: 10_000, nCur: 9_000, nBins: 10 });
  const facts = async () =>
    (await call('models.list', {})).rows.map(({ name, openIncidents, lastResult }) => [
      name,
      openIncidents,
      lastResult,
    ]);
  expect(await facts()).toEqual([
    ['One', 1, null],
    ['Two', 0, expect.stringMatching(/^2026-10-20/)],
  ]);
  const names = async (filter: ModelFilter) => {
    const store = buildStore(await call('models.grid', {}));
    const shown = Array.from(filterRows(store, { search: '', filter }), (row) => textAt(store, 'name', row));
    const { rows } = await call('models.list', { filter });
    expect(shown).toEqual(rows.map(({ name }) => name));
    return shown;
  };
  expect(await names({ openIncident: true })).toEqual(['One']);
  expect(await names({ openIncident: false })).toEqual(['Two']);
  // A model that was never measured has no result after any day.
  expect(await names({ noResultAfter: '2026-10-20' })).toEqual(['One', 'Two']);
  expect(await names({ noResultAfter: '2026-10-19' })).toEqual(['One']);
  await call('incidents.update', { id, patch: { modelId: two.id } });
  expect((await facts()).map(([, open]) => open)).toEqual([0, 1]);
});
