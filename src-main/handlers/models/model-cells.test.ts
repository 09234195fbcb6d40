import { expect, it } from 'vitest';
import {
  buildStore,
  type ColumnStore,
  columnNames,
  numberAt,
  textAt,
} from '../../../src-renderer/components/table/column-store';
import { patchStore } from '../../../src-renderer/components/table/store-patch';
import { rowsSlice } from '../../../src-renderer/components/table/store-slice';
import { type GivenModel, modelCells } from '../../../src-renderer/features/models/list/model-cells';
import { type TestBackend, testBackend } from '../../testing/test-backend';

/** What the grid shows after the rows were put into it, and what it would show had it asked anew. */
async function shownAndAsked({ call }: TestBackend, before: ColumnStore, models: readonly GivenModel[]) {
  const shown = patchStore(before, rowsSlice(before, models.map(modelCells)));
  const grid = await call('models.grid', {});
  const cellsOf = (store: ColumnStore) =>
    Object.fromEntries(
      store.ids.map((id, row) => [
        id,
        columnNames(grid).map((name) => `${name}: ${textAt(store, name, row)}${numberAt(store, name, row) ?? ''}`),
      ]),
    );
  return { shown: cellsOf(shown), asked: cellsOf(buildStore(grid)) };
}

it('is the row that models.grid sends, for every change of one model or many', async () => {
  const engine = await testBackend();
  const { call } = engine;
  const references = [{ system: 'MLflow', id: 'm-1', url: '' }];
  const one = await call('models.create', { name: 'Churn', tier: 1, stage: 'validation', tags: ['x', 'y'] });
  const two = await call('models.create', { name: 'Fraud', unit: 'Cards', externalReferences: references });
  const ids = [one.id, two.id];
  let store = buildStore(await call('models.grid', {}));
  const check = async (models: readonly GivenModel[] = []): Promise<void> => {
    expect(models.length).toBeGreaterThan(0);
    const { shown, asked } = await shownAndAsked(engine, store, models);
    expect(shown).toEqual(asked);
    store = buildStore(await call('models.grid', {}));
  };
  await check([await call('models.update', { id: one.id, patch: { unit: 'Retail', annualValueMinor: 125, tier: 2 } })]);
  await check([await call('models.update', { id: two.id, patch: { externalReferences: [], tags: ['b', 'a'] } })]);
  await check([await call('models.move', { id: one.id, to: 'deployed', version: '1.0' })]);
  const patch = { businessOwner: 'Ada', addTags: ['board'], nextReview: '2027-01-31' };
  await check((await call('models.updateMany', { ids, patch, withRows: true })).rows);
  await check((await call('models.moveMany', { ids, to: 'monitored', reason: 'live', withRows: true })).rows);
  expect(await call('models.updateMany', { ids, patch: { tier: 3 } })).toEqual({ updated: 2 });
});

it('has the health that follows from the change, in the answer of the very command', async () => {
  const engine = await testBackend();
  const { call } = engine;
  const { id } = await call('models.create', { name: 'Churn', tier: 1, stage: 'monitored', since: '2026-01-01' });
  await call('drift.setBand', { metric: 'psi', tier: 1, bands: { watch: 0.05, act: 0.1 } });
  const result = { modelId: id, column: 'age', metric: 'psi', source: { tool: 'Modelfolio' }, at: '2026-11-20' };
  await call('drift.record', { ...result, value: 0.15, nRef: 10_000, nCur: 9_000, nBins: 10 });
  expect((await call('models.get', { id })).health).toBe('act');
  const store = buildStore(await call('models.grid', {}));
  const changed = await call('models.update', { id, patch: { tier: 3 } });
  expect(changed.health).toBe((await call('models.get', { id })).health);
  expect(changed.health).not.toBe('act');
  const { shown, asked } = await shownAndAsked(engine, store, [changed]);
  expect(shown).toEqual(asked);
});
