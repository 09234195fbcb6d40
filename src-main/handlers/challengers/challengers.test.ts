import { describe, expect, it } from 'vitest';
import { psiResults } from '../../testing/psi-results';
import { testBackend } from '../../testing/test-backend';

const week = (n: number): string => new Date(Date.UTC(2026, 8, 7 + 7 * n)).toISOString();
const results = (modelId: string, modelVersion: string, values: readonly number[], from = 0) =>
  psiResults(modelId, values, (i) => ({ at: week(from + i), modelVersion }));

/** A watched model of tier 1 that has drifted for three weeks, in which its challenger did not. */
async function rivals() {
  const backend = await testBackend();
  const { call, at } = backend;
  at('2026-09-07T12:00:00.000Z');
  const { id } = await call('models.create', {
    name: 'Fraud',
    tier: 1,
    stage: 'monitored',
    since: '2026-01-05',
    version: '2.0',
  });
  return { ...backend, id };
}

describe('a challenger', () => {
  it('is judged beside the champion, and never in its place', async () => {
    const { call, at, id } = await rivals();
    at('2026-09-22T12:00:00.000Z');
    await call('drift.record', { results: results(id, '2.0', [0.3, 0.31, 0.32]) });
    // What came in under the version before anybody said that it is a challenger bore on the model until then.
    await call('drift.record', { results: results(id, '2.1', [0.01], 2) });
    expect((await call('models.get', { id })).health).toBe('ok');
    const { id: rival } = await call('challengers.start', {
      modelId: id,
      version: '2.1',
      mode: 'split',
      share: 0.1,
      at: '2026-09-10',
      decideBy: '2026-10-15',
    });
    expect((await call('models.get', { id })).health).toBe('act');
    await call('drift.record', { results: results(id, '2.1', [0.02], 1) });
    await call('drift.record', { results: results(id, '2.0', [0.33], 3) });
    expect((await call('models.get', { id })).health).toBe('act');
    expect((await call('drift.series', { modelId: id })).series[0]?.v).toEqual([0.3, 0.31, 0.32, 0.33]);
    await call('incidents.create', { title: 'a', modelId: id, version: '2.1' });
    await call('incidents.create', { title: 'b', modelId: id });
    const { figures, incidents } = await call('challengers.compare', { id: rival });
    // The champion is a week ahead: both are read of the newest window that both have.
    expect(figures).toMatchObject([
      {
        metric: 'psi',
        champion: { value: 0.32, at: week(2) },
        challenger: { value: 0.01, at: week(2) },
        sameWindow: true,
        better: 'challenger',
        challengerN: 2,
      },
    ]);
    expect(incidents).toEqual({ champion: 0, challenger: 1, withoutVersion: 1 });
    expect((await call('models.list', { filter: { challenger: true } })).total).toBe(1);
    expect((await call('models.list', { filter: { challenger: false } })).total).toBe(0);
    for (let n = 0; n < 5; n += 1) await call('history.undo', {});
    expect((await call('challengers.list', {})).challengers).toEqual([]);
    expect((await call('models.get', { id })).health).toBe('ok');
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it('goes live by one move with its evidence, and which version was live on a day stays right', async () => {
    const { call, at, id } = await rivals();
    const { id: rival } = await call('challengers.start', { modelId: id, version: '2.1', mode: 'shadow' });
    await call('drift.record', { results: results(id, '2.0', [0.3]) });
    await call('drift.record', { results: results(id, '2.1', [0.02]) });
    at('2026-10-05T12:00:00.000Z');
    const promoted = await call('challengers.promote', { id: rival, reason: 'It drifts less' });
    expect(promoted).toMatchObject({ outcome: 'promoted', champion: '2.0', running: false, live: '2.1' });
    expect(promoted.evidence).toMatchObject({ champion: '2.0', challenger: '2.1' });
    const model = await call('models.get', { id });
    expect(model).toMatchObject({ version: '2.1', stage: 'monitored', monitoring: 'monitored' });
    const live = async (day: string) => (await call('models.liveVersions', { at: day })).rows[0];
    expect(await live('2026-03-03')).toMatchObject({ version: '2.0', from: '2026-01-05', until: '2026-10-05' });
    expect(await live('2026-10-05')).toMatchObject({ version: '2.1', from: '2026-10-05', until: null });
    // Its own results are the model's from then on.
    await call('drift.record', { results: results(id, '2.1', [0.4], 4) });
    expect((await call('drift.series', { modelId: id })).series[0]?.v).toEqual([0.3, 0.4]);
    await call('history.undo', {});
    expect((await call('history.undo', {})).label).toBe('Promote version 2.1 of “Fraud”');
    expect((await call('models.get', { id })).version).toBe('2.0');
    expect((await call('challengers.list', {})).challengers).toHaveLength(1);
    await expect(call('challengers.promote', { id: rival, reason: ' ' })).rejects.toThrow();
  });

  it('asks for a decision past its day or after 90 days, and is given up with a reason', async () => {
    const { call, at, id } = await rivals();
    const { id: rival } = await call('challengers.start', { modelId: id, version: '2.1', mode: 'shadow' });
    const matter = async () =>
      (await call('overview.summary', {})).attention.find(({ kind }) => kind === 'challengers_undecided');
    at('2026-12-06T12:00:00.000Z');
    expect(await matter()).toBeUndefined();
    at('2026-12-07T12:00:00.000Z');
    expect(await matter()).toMatchObject({ title: '1 challenger waits for a decision', action: { modelId: id } });
    await call('challengers.giveUp', { id: rival, reason: 'No better' });
    expect(await matter()).toBeUndefined();
    // Late results of it are still not the model's.
    await call('drift.record', { results: results(id, '2.1', [0.9, 0.9, 0.9], 10) });
    expect((await call('models.get', { id })).health).not.toBe('act');
    const before = await call('challengers.list', { at: '2026-11-01' });
    expect(before.challengers).toMatchObject([{ version: '2.1', running: true, outcome: null }]);
    expect((await call('challengers.list', { running: false })).challengers).toMatchObject([{ outcome: 'given_up' }]);
  });

  it.each([
    [{ version: '2.0' }, /is the one that is live/],
    [{ version: '2.1', mode: 'split' as const }, /share of the traffic/],
    [{ version: '2.1', share: 0.2 }, /no share/],
    [{ version: '2.1', at: '2027-01-01' }, /once it runs/],
    [{ version: '2.1', decideBy: '2026-09-01' }, /cannot be decided by/],
  ])('is refused in a sentence: %j', async (given, message) => {
    const { call, id } = await rivals();
    await expect(call('challengers.start', { modelId: id, mode: 'shadow', ...given })).rejects.toThrow(message);
  });
});
