import { expect, it } from 'vitest';
import type { Stage } from '#domain/vocabulary';
import { DEFAULT_SETTINGS } from '../portfolio/settings';
import { openTestStore, testRequest } from '../testing/open-test-store';
import { turnBack } from '../testing/turn-back';
import { newModelRow } from './model-writes';
import { listMoves } from './moves';
import { reassignMoves } from './reassign-moves';
import type { MoveRow } from './tables';

const NOW = '2026-11-23T00:00:00.000Z';

function move(id: string, modelId: string, ord: number, to: Stage, day: string | null, replacedBy?: string): MoveRow {
  return {
    id,
    model_id: modelId,
    ord,
    to_stage: to,
    at: day === null ? null : `2026-${day}T00:00:00.000Z`,
    implied: 0,
    actor: 'Ada',
    reason: '',
    correction: 0,
    version: '',
    replaced_by: replacedBy ?? null,
    recorded_at: NOW,
    import_id: null,
    precision: 'day',
    monitoring_said: 1,
    changed: '',
  };
}

/** `m1` of the test store, and what the moves need besides. */
async function storeWith(moves: readonly MoveRow[]) {
  const store = await openTestStore();
  await store.write(testRequest(), async (write) => {
    for (const id of ['m2', 'm3'])
      await write.insert('models', [newModelRow(id, { name: id }, [], DEFAULT_SETTINGS.reviewMonths, NOW)]);
    await write.insert('moves', moves);
    return { label: 'Add moves', value: null };
  });
  const reassign = (from: string, to: string) =>
    store.write(testRequest(), async (write) => ({ label: 'Merge', value: await reassignMoves(write, from, to) }));
  const order = async (id: string) => (await listMoves(store.read, id)).map((one) => one.id);
  return { store, reassign, order };
}

it('lays moves among those of the other model by time, undated ones behind the one that they followed', async () => {
  const { store, reassign, order } = await storeWith([
    move('a1', 'm2', 1, 'training', '02-01'),
    move('a2', 'm2', 2, 'validation', null),
    move('a3', 'm2', 3, 'deployed', '05-01'),
    move('b0', 'm3', 1, 'proposed', null),
    move('b1', 'm3', 2, 'training', '03-01'),
    move('b2', 'm3', 2.5, 'validation', null),
    move('b3', 'm3', 3, 'monitored', '06-01'),
  ]);
  const { value } = await reassign('m3', 'm2');
  expect(value).toEqual(new Map([['moves', 4]]));
  expect(await order('m2')).toEqual(['b0', 'a1', 'a2', 'b1', 'b2', 'a3', 'b3']);
  expect(await order('m3')).toEqual([]);
  await turnBack(store, 'undo');
  expect([await order('m2'), await order('m3')]).toEqual([
    ['a1', 'a2', 'a3'],
    ['b0', 'b1', 'b2', 'b3'],
  ]);
});

it('lets the other model take the place of a successor, but never its own', async () => {
  const { store, reassign } = await storeWith([
    move('retired', 'm1', 2, 'retired', '03-01', 'm3'),
    move('by-other', 'm2', 1, 'retired', '03-01', 'm3'),
    move('by-kept', 'm3', 1, 'retired', '04-01', 'm2'),
  ]);
  await reassign('m3', 'm2');
  const successors = [...(await listMoves(store.read, 'm1')), ...(await listMoves(store.read, 'm2'))];
  expect(Object.fromEntries(successors.map(({ id, replaced_by }) => [id, replaced_by]))).toEqual({
    v1: null,
    retired: 'm2',
    'by-other': null,
    'by-kept': null,
  });
});
