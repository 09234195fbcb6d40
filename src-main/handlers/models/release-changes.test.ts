import { expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

it('counts a change of prompt as a release, keeps what changed, and shows it behind the rate', async () => {
  const { call } = await testBackend();
  const create = async (name: string) =>
    (await call('models.create', { name, kind: 'agent', stage: 'deployed', since: '2026-01-01', version: '1' })).id;
  const id = await create('Desk agent');
  await create('Other agent');
  await call('models.move', { id, to: 'deployed', version: '1-p2', at: '2026-03-01', changed: ['prompt'] });
  const before = await call('overview.summary', {});
  expect(before.recommendation.updates?.recorded).toMatchObject({ releases: 3, updates: 1 });
  expect(before.releaseChanges).toEqual({ releases: 3, said: 1, byChange: [{ change: 'prompt', releases: 1 }] });

  await call('models.move', {
    id,
    to: 'deployed',
    version: '1-p2 on model 5.1',
    at: '2026-04-01',
    changed: ['tools_configuration', 'provider_model'],
  });
  const { moves } = await call('models.history', { id });
  expect(moves.map(({ version, changed }) => [version, changed])).toEqual([
    ['1', []],
    ['1-p2', ['prompt']],
    ['1-p2 on model 5.1', ['provider_model', 'tools_configuration']],
  ]);
  const { events } = await call('models.timeline', { id });
  expect(events.map(({ detail }) => detail).join('\n')).toContain(
    'Changed: provider’s model and tools or configuration',
  );
  expect((await call('overview.summary', {})).recommendation.updates?.recorded.updates).toBe(2);
  await call('history.undo', {});
  expect((await call('overview.summary', {})).releaseChanges.said).toBe(1);
  // Of a day before it, it has not happened.
  expect((await call('overview.summary', { at: '2026-02-01T00:00:00.000Z' })).releaseChanges.said).toBe(0);
  // A model that is left out of the rate is left out of what stands behind it.
  await call('models.remove', { ids: [id] });
  expect((await call('overview.summary', {})).releaseChanges).toEqual({ releases: 1, said: 0, byChange: [] });
});

it('refuses it of a move that puts no version live', async () => {
  const { call } = await testBackend();
  const { id } = await call('models.create', { name: 'Bot' });
  await expect(call('models.move', { id, to: 'data_preparation', changed: ['prompt'] })).rejects.toThrow(
    'What a release changed is said when a version goes live, not of a move to Data preparation. Leave it out.',
  );
});
