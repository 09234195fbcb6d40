import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Channel, Input } from '#contract/index';
import { COMPONENTS } from '#domain/assessments/components';
import { testBackend } from '../testing/test-backend';
import { toldEntry } from './told-entry';

const everything = Object.fromEntries(
  COMPONENTS.map((component) => [component, { coverage: 'full', evidence: '' }]),
) as Input<'vendors.save'>['components']; // every component has an entry

/** A fresh engine, and what its replies say beside the value. */
async function engine() {
  const { backend, call, folder } = await testBackend();
  const did = async <N extends Channel>(channel: N, input: Input<N>) => {
    const reply = await backend.dispatch(channel, input);
    if (!reply.ok) throw new Error(reply.failure.message);
    return reply.did;
  };
  return { backend, call, did, folder };
}

it('tells by name what a command of any subject did, as the undo of that moment is called', async () => {
  const { call, did } = await engine();
  const model = await call('models.create', { name: 'Churn', tier: 2 });
  const commands: (() => ReturnType<typeof did>)[] = [
    () => did('models.update', { id: model.id, patch: { unit: 'Sales' } }),
    () => did('incidents.create', { title: 'Scores late', openedAt: '2026-11-20T08:00:00Z' }),
    () => did('settings.update', { approvalGates: { tier1: false } }),
    () => did('views.save', { name: 'Mine' }),
    () => did('drift.setRules', { retrainingWindows: 5 }),
    () => did('assessments.start', { name: 'First', target: 2 }),
    () => did('vendors.save', { name: 'Offer', components: everything }),
    () => did('scenarios.create', { from: { kind: 'preset', preset: 'expected' } }),
    () => did('portfolio.rename', { name: 'Renamed' }),
  ];
  for (const command of commands) {
    const told = await command();
    const { undo } = await call('history.state', {});
    expect(told).toEqual({ ...undo, undoable: true });
  }
});

it('says nothing where nothing was changed, and nothing for a question', async () => {
  const { call, did } = await engine();
  const { id } = await call('models.create', { name: 'Churn', tier: 2 });
  expect(await did('models.update', { id, patch: { tier: 2 } })).toBeUndefined();
  expect(await did('models.get', { id })).toBeUndefined();
  expect(await did('backups.create', {})).toBeUndefined();
});

it('offers a redo to be undone, an undo and a note not', async () => {
  const { call, did, folder } = await engine();
  await call('models.create', { name: 'Churn' });
  const label = 'Add “Churn”';
  expect(await did('history.undo', {})).toEqual({ seq: 3, label, undoable: false });
  expect(await did('history.redo', {})).toEqual({ seq: 4, label, undoable: true });
  const out = join(folder, 'models.xlsx');
  expect(await did('reports.workbook', { out })).toEqual({
    seq: 5,
    label: 'Make the workbook models.xlsx',
    undoable: false,
  });
  expect((await call('history.state', {})).undo).toEqual({ seq: 4, label });
});

it('leaves the value as it is beside it', async () => {
  const { backend } = await engine();
  const reply = await backend.dispatch('models.updateMany', { ids: ['nobody'], patch: { tier: 1 } });
  expect(reply).toEqual({ ok: true, value: { updated: 0 } });
});

it('tells the last step of several entries, which is the one that undo takes', () => {
  const step = (seq: number) => ({ seq, label: `Step ${seq}`, undoable: true });
  const note = (seq: number) => ({ seq, label: `Note ${seq}`, undoable: false });
  expect(toldEntry([step(1), step(2), note(3)])).toEqual(step(2));
  expect(toldEntry([note(1), note(2)])).toEqual(note(2));
  expect(toldEntry([])).toBeUndefined();
});
