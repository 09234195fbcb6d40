import { expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

it('keeps a day that moves: this quarter is the next one next quarter', async () => {
  const { call, at } = await testBackend();
  await call('models.create', { name: 'Due in December', nextReview: '2026-12-20' });
  await call('models.create', { name: 'Due in March', nextReview: '2027-03-20' });
  await call('views.save', { name: 'This quarter', filter: { reviewDueBefore: 'quarter-end' } });
  await call('views.save', { name: 'By the end of 2026', filter: { reviewDueBefore: '2026-12-31' } });
  const counts = async () => (await call('views.list', {})).views.map(({ count }) => count);
  expect(await counts()).toEqual([1, 1]);
  at('2027-01-01T08:00:00.000Z');
  expect(await counts()).toEqual([2, 1]);
  const { total } = await call('models.list', { filter: { reviewDueBefore: 'quarter-end' } });
  expect(total).toBe(2);
});

it('keeps views of other pages, counts incidents by the day on which it is asked, and can be undone', async () => {
  const { call, at } = await testBackend();
  await call('incidents.create', { title: 'Late scores', openedAt: '2026-11-20T10:00:00Z' });
  const address = { filter: { openedFrom: '-7d' }, sort: [{ field: 'title', direction: 'asc' }] };
  const week = await call('views.save', { name: 'Last seven days', page: 'incidents', address });
  const silent = await call('views.save', { name: 'Silent', page: 'monitoring', address: { health: 'silent' } });
  expect([week, silent]).toMatchObject([
    { page: 'incidents', address, count: 1 },
    { page: 'monitoring', address: { health: 'silent' }, count: null },
  ]);
  at('2026-12-03T10:00:00.000Z');
  expect((await call('views.list', {})).views.map(({ count }) => count)).toEqual([0, null]);
  expect((await call('incidents.list', { filter: { openedFrom: '-7d' } })).total).toBe(0);
  expect((await call('incidents.ageing', { filter: { openedFrom: '-30d' } })).open).toBe(1);

  await call('views.save', { id: silent.id, name: 'Fell silent', page: 'monitoring', address: silent.address });
  await call('views.remove', { id: silent.id });
  await call('history.undo', {});
  expect((await call('views.list', {})).views.map(({ name }) => name)).toEqual(['Last seven days', 'Fell silent']);
  await call('history.undo', {});
  expect((await call('views.list', {})).views[1]?.name).toBe('Silent');
});

it('refuses a day that is none, and an address that is too long', async () => {
  const { call } = await testBackend();
  await expect(call('models.list', { filter: { reviewDueBefore: 'some-day' } })).rejects.toThrow(/write a date/);
  const address = { q: 'x'.repeat(9000) };
  await expect(call('views.save', { name: 'Long', page: 'incidents', address })).rejects.toThrow(/too long/);
});
