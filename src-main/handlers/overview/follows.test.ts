import { expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

const SLOW = 120_000;

it('shows of the week and of what needs attention what a person follows, with counts and words of that alone', {
  timeout: SLOW,
}, async () => {
  const engine = await testBackend({ portfolio: false });
  engine.at('2026-11-26T10:00:00.000Z');
  const { call } = engine;
  await call('workspace.sample', {});
  const { total: entries } = await call('journal.list', { limit: 1 });
  const since = '2026-11-01';
  const all = await call('overview.monday', { since });
  const none = await call('overview.monday', { since, followed: true });
  expect(none.groups.every(({ rows, total }) => rows.length === 0 && total === 0)).toBe(true);

  const idOf = async (search: string) => (await call('models.list', { search })).rows[0]?.id ?? '';
  const motor = await idOf('Motor claim severity');
  const reserving = await idOf('Motor reserving');
  await call('overview.follow', { kind: 'model', id: motor, on: true });
  await call('overview.follow', { kind: 'model', id: reserving, on: true });
  const service = (await call('incidents.list', { search: 'year’s tariff' })).rows[0];
  const follows = await call('overview.follow', { kind: 'incident', id: service?.id ?? '', on: true });
  expect(follows.models.map(({ name }) => name)).toEqual(['Motor reserving', 'Motor claim severity']);
  expect(follows.incidents).toHaveLength(1);

  const mine = await call('overview.monday', { since, followed: true });
  for (const group of mine.groups) {
    // Exactly the rows of the whole week that are of these models and this incident, and what is said counts them.
    const whole = all.groups.find(({ kind }) => kind === group.kind);
    const expected = (whole?.rows ?? []).filter(
      ({ modelId, key }) => modelId === motor || modelId === reserving || key === service?.id,
    );
    expect(group.rows.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
    expect(group.total).toBe(expected.length);
  }
  expect(none.headline).toBe('You follow nothing yet');
  expect(mine.headline).toMatch(/^Of what you follow: /);
  expect(mine.groups.map(({ title }) => title).slice(0, 1)).toEqual(['Drifted: 1']);
  expect(mine.fresh).toBe(mine.groups.flatMap(({ rows }) => rows).filter(({ fresh }) => fresh).length);

  const summary = await call('overview.summary', { followed: true });
  const whole = await call('overview.summary', {});
  // The model of the incident is one of them.
  const titles = ['Motor claim severity', 'Motor reserving', 'Service assistant'];
  expect(summary.attentionRows.rows.map(({ title }) => title)).toEqual(titles);
  // The figures stay those of the portfolio.
  expect({ ...summary, attentionRows: null }).toEqual({ ...whole, attentionRows: null });
  const then = await call('overview.summary', { at: '2026-11-24T23:59:59.999Z', followed: true });
  expect(then.attentionRows.rows.map(({ title }) => title)).toEqual(titles);

  // It is no fact: nothing is journaled, and another person follows nothing.
  expect((await call('journal.list', { limit: 1 })).total).toBe(entries);
  await call('models.remove', { ids: [reserving] });
  expect((await call('overview.follows', {})).models).toHaveLength(1);
  await call('history.undo', {});
  expect((await call('overview.follows', {})).models).toHaveLength(2);
  await call('workspace.setYourName', { name: 'Grace' });
  expect(await call('overview.follows', {})).toEqual({ models: [], incidents: [] });
});
