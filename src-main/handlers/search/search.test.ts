import { expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

it('finds models, incidents, scenarios and assessments, the best first and of two alike the recent one', async () => {
  const { call, at } = await testBackend();
  at('2026-11-01T10:00:00.000Z');
  const fraud = await call('models.create', { name: 'Fraud score', unit: 'Cards' });
  const cards = await call('models.create', { name: 'Card limits', businessOwner: 'Frauke' });
  const online = await call('models.create', { name: 'Online fraud' });
  at('2026-11-02T10:00:00.000Z');
  const older = await call('models.create', { name: 'Fraud score, old' });
  const incident = await call('incidents.create', { title: 'Fraud scores late', modelId: fraud.id });
  const plan = await call('scenarios.create', { from: { kind: 'preset', preset: 'expected' }, name: 'Fraud desk' });
  const find = async (text: string, recent: { kind: 'model'; id: string }[] = []) =>
    (await call('search.find', { text, recent })).hits.map(({ label }) => label);

  // Begins with it (changed last first), a word begins with it, the owner does.
  expect(await find('frau')).toEqual([
    'Fraud score, old',
    'Fraud score',
    'Online fraud',
    'Card limits',
    '1 Fraud scores late',
    'Fraud desk',
  ]);
  expect((await find('fraud', [{ kind: 'model', id: fraud.id }]))[0]).toBe('Fraud score');
  expect(await find('SCORE fraud')).toEqual(['Fraud score, old', 'Fraud score', '1 Fraud scores late']);
  expect(await find('incident 1')).toEqual(['1 Fraud scores late']);
  expect(await find('#1')).toEqual(['1 Fraud scores late']);
  expect(await find('desk')).toEqual(['Fraud desk']);
  expect(await find('100%')).toEqual([]);

  const { hits } = await call('search.find', {
    recent: [
      { kind: 'scenario', id: plan.id },
      { kind: 'model', id: 'gone' },
      { kind: 'incident', id: incident.id },
      { kind: 'model', id: cards.id },
    ],
  });
  expect(hits.map(({ kind, label }) => [kind, label])).toEqual([
    ['scenario', 'Fraud desk'],
    ['incident', '1 Fraud scores late'],
    ['model', 'Card limits'],
  ]);
  await call('models.remove', { ids: [online.id, older.id] });
  expect(await find('online')).toEqual([]);
});
