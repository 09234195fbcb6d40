import { expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

it('findings of all models are found by what is asked, what is late first, and counted by age', async () => {
  const engine = await testBackend();
  engine.at('2026-11-30T10:00:00.000Z');
  const { call } = engine;
  const score = await call('models.create', { name: 'Score', unit: 'Retail / Cards', tier: 1 });
  const price = await call('models.create', { name: 'Price', unit: 'Retail' });
  const found = { source: 'validation', severity: 'low', openedOn: '2026-11-02' } as const;
  await call('findings.create', { ...found, modelId: score.id, title: 'Later', due: '2026-12-20', owner: 'Ada' });
  await call('findings.create', { ...found, modelId: price.id, title: 'Late', due: '2026-11-20' });
  const grave = { ...found, severity: 'critical', source: 'regulator', openedOn: '2026-01-05' } as const;
  const { id } = await call('findings.create', { ...grave, modelId: score.id, title: 'Grave', owner: 'Bo' });
  await call('findings.update', {
    id,
    patch: { status: 'accepted', acceptedUntil: '2027-01-31', acceptedBy: 'Rita Vogt', acceptedReason: 'Small book' },
  });
  const all = await call('findings.register', {});
  expect(all.rows.map(({ title, modelName }) => [title, modelName])).toEqual([
    ['Late', 'Price'],
    ['Grave', 'Score'],
    ['Later', 'Score'],
  ]);
  expect(all).toMatchObject({ total: 3, overdue: 1, accepted: 1, owners: ['', 'Ada', 'Bo'] });
  expect(all.ages.map(({ open, severe }) => [open, severe])).toEqual([
    [2, 0],
    [0, 0],
    [0, 0],
    [1, 1],
  ]);
  const titles = async (asked: Parameters<typeof call<'findings.register'>>[1]) =>
    (await call('findings.register', asked)).rows.map(({ title }) => title);
  expect(await titles({ unit: 'Retail / Cards' })).toEqual(['Grave', 'Later']);
  expect(await titles({ unit: 'Retail', overdue: true })).toEqual(['Late']);
  expect(await titles({ owner: '' })).toEqual(['Late']);
  expect(await titles({ tier: [null] })).toEqual(['Late']);
  expect(await titles({ source: ['regulator'], severity: ['critical'] })).toEqual(['Grave']);
  // An acceptance that has ended is late.
  engine.at('2027-02-01T10:00:00.000Z');
  expect(await call('findings.register', { severity: ['critical'] })).toMatchObject({ total: 1, overdue: 1 });
  const { evidence } = await call('evidence.add', { ids: [score.id], kind: 'review', on: '2027-01-31', by: 'Cy' });
  await call('findings.close', { id, on: '2027-02-01', evidenceId: evidence[0]?.id ?? '' });
  expect(await titles({})).not.toContain('Grave');
  expect(await titles({ closed: true })).toContain('Grave');
});
