import { describe, expect, it } from 'vitest';
import { psiResults } from '../../../testing/psi-results';
import { testBackend } from '../../../testing/test-backend';

/** One figure a month, each of a window of that month; the last two are of a version that went live between. */
const monthly = (modelId: string, from: number, values: readonly number[]) =>
  psiResults(modelId, values, (i) => ({
    source: { tool: 'Modelfolio', version: '1' },
    at: new Date(Date.UTC(2026, from + i, 1)).toISOString(),
    windowStart: new Date(Date.UTC(2026, from + i - 1, 1)).toISOString(),
  }));

/** A model that drifted for three months up to 1 August, when retraining was asked for. */
async function drifted() {
  const backend = await testBackend();
  const { call, at } = backend;
  at('2026-08-03T10:00:00.000Z');
  const { id } = await call('models.create', {
    name: 'Churn',
    tier: 2,
    stage: 'monitored',
    since: '2026-01-01',
    version: '1.0',
  });
  await call('drift.record', { results: monthly(id, 3, [0.02, 0.02, 0.3, 0.35, 0.4]) });
  const of = async (open = true) => (await call('drift.retraining', { modelId: id, open })).items;
  const [item] = await of();
  if (!item) throw new Error('retraining is due');
  return { ...backend, id, item, of };
}

describe('the story of a retraining', () => {
  it('goes from due over in work to a version that went live, with the drift round it, and moves the model along', async () => {
    const { call, at, id, item, of } = await drifted();
    expect(item).toMatchObject({
      state: 'due',
      askedBy: 'drift',
      stands: 'Due since 3 Aug 2026; nobody has started it',
    });
    at('2026-08-05T10:00:00.000Z');
    const started = await call('drift.startRetraining', { id: item.id, owner: 'Grace', until: '2026-08-31' });
    expect(started).toMatchObject({ state: 'in_work', owner: 'Grace', until: '2026-08-31', stage: 'retraining' });
    expect((await call('models.get', { id })).stage).toBe('retraining');

    at('2026-09-01T10:00:00.000Z');
    expect((await call('drift.retraining', {})).counts).toEqual({ due: 0, inWork: 1, overdue: 1 });
    const { attention } = await call('overview.summary', {});
    expect(attention.find(({ kind }) => kind === 'retraining_overdue')).toMatchObject({
      title: 'Retraining of 1 model is overdue',
      detail: '“Churn”: Grace was to have it live by 31 Aug 2026.',
      action: { modelId: id },
    });
    expect(attention.find(({ kind }) => kind === 'retraining_due')).toBeUndefined();

    await call('models.move', { id, to: 'validation' });
    await call('models.move', { id, to: 'deployed', version: '1.1', at: '2026-09-01T10:00:00.000Z' });
    await call('drift.record', { results: monthly(id, 8, [0.45, 0.2, 0.01]) });
    // A release offers itself and closes nothing.
    const [offered] = await of();
    expect(offered).toMatchObject({ state: 'in_work', offered: { version: '1.1' } });
    at('2026-11-02T10:00:00.000Z');
    const done = await call('drift.resolve', { id: item.id, outcome: 'live', version: '1.1' });
    expect(done).toMatchObject({
      state: 'live',
      outcome: 'live',
      version: '1.1',
      liveAt: '2026-09-01T10:00:00.000Z',
      // The window of September began on its first day, hours before the release: it is of both and counts for neither.
      drift: { before: { value: 0.45 }, after: { value: 0.01, at: '2026-11-01T00:00:00.000Z' } },
    });
    expect(await of()).toEqual([]);
    const moves = (await call('models.history', { id })).moves.map(({ to }) => to);
    expect(moves).toEqual(['monitored', 'retraining', 'validation', 'deployed']);
  });

  it('is one undo a step, by name, and a reading of any day', async () => {
    const { call, at, id, item, of } = await drifted();
    at('2026-08-05T10:00:00.000Z');
    await call('drift.startRetraining', { id: item.id, owner: 'Grace', until: '2026-08-31' });
    at('2026-08-20T10:00:00.000Z');
    const live = await call('drift.resolve', { id: item.id, outcome: 'live', version: '1.1', note: 'Hot fix' });
    expect(live.liveAt).toBe('2026-08-20T10:00:00.000Z');
    expect((await call('models.get', { id })).version).toBe('1.1');
    const on = async (day: string) => (await call('drift.retraining', { at: day, open: false })).items[0]?.state;
    expect(await on('2026-08-04')).toBe('due');
    expect(await on('2026-08-10')).toBe('in_work');
    expect(await on('2026-08-20')).toBe('live');
    expect(await on('2026-08-02')).toBeUndefined();
    expect((await call('history.undo', {})).label).toBe('Resolve the retraining of “Churn” by version 1.1');
    expect((await call('models.get', { id })).version).toBe('1.0');
    expect((await of())[0]?.state).toBe('in_work');
    expect((await call('history.undo', {})).label).toBe('Start the retraining of “Churn”');
    expect((await call('models.get', { id })).stage).toBe('monitored');
    expect((await of())[0]?.state).toBe('due');
    await call('history.redo', {});
    await call('history.redo', {});
    expect((await of(false))[0]).toMatchObject({ state: 'live', version: '1.1', owner: 'Grace' });
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it('is decided against with a reason until a day, and comes back after it while the model is at act', async () => {
    const { call, at, id, item, of } = await drifted();
    at('2026-08-05T10:00:00.000Z');
    await call('drift.startRetraining', { id: item.id, owner: 'Grace', until: '2026-08-31' });
    await expect(call('drift.resolve', { id: item.id, outcome: 'against', until: '2026-09-30' })).rejects.toThrow(
      /why/,
    );
    const decided = await call('drift.resolve', {
      id: item.id,
      outcome: 'against',
      note: 'The product is sold until September',
      until: '2026-09-30',
    });
    expect(decided).toMatchObject({ state: 'against', againstUntil: '2026-09-30', stage: 'monitored' });
    // What comes in before that day asks for nothing.
    at('2026-09-30T10:00:00.000Z');
    await call('drift.record', { results: monthly(id, 8, [0.45]) });
    expect(await of()).toEqual([]);
    at('2026-10-02T10:00:00.000Z');
    const [back] = await of();
    expect(back).toMatchObject({ id: item.id, state: 'ran_out', open: true });
    expect((await call('drift.retraining', {})).counts).toEqual({ due: 1, inWork: 0, overdue: 0 });
    const again = await call('drift.startRetraining', { id: item.id, owner: 'Ada', until: '2026-10-31' });
    expect(again.id).not.toBe(item.id);
    expect((await of(false)).map(({ state }) => state)).toEqual(['against', 'in_work']);
  });

  it('asks again at once where the version that ended it was at act as long', async () => {
    const { call, at, id, item, of } = await drifted();
    await call('models.move', { id, to: 'deployed', version: '1.1', at: '2026-08-03', reason: 'hot fix' });
    at('2026-12-02T10:00:00.000Z');
    await call('drift.record', { results: monthly(id, 9, [0.5, 0.5, 0.5]) });
    await call('drift.resolve', { id: item.id, outcome: 'live', version: '1.1' });
    expect((await of()).map(({ state, windows }) => [state, windows])).toEqual([['due', 3]]);
    await call('history.undo', {});
    expect((await of()).map(({ id: one }) => one)).toEqual([item.id]);
  });

  it('refuses a version from before, and goes by the rules of the lifecycle', async () => {
    const { call, at, item } = await drifted();
    at('2026-08-05T10:00:00.000Z');
    await expect(call('drift.resolve', { id: item.id, outcome: 'live', version: '1.0' })).rejects.toThrow(
      /went live on 1 Jan 2026, before retraining was asked for on 3 Aug 2026/,
    );
    await expect(call('drift.resolve', { id: item.id, outcome: 'live' })).rejects.toThrow(/which version/);
    await expect(call('drift.resolve', { id: item.id, outcome: 'live', version: '2' })).rejects.toThrow(
      /Give a reason/,
    );
    expect((await call('models.history', { id: item.modelId })).moves).toHaveLength(1);
  });

  it('may be asked for by a person, once, and a band does not take it back', async () => {
    const { call } = await testBackend();
    const { id } = await call('models.create', { name: 'Fraud', tier: 2, stage: 'deployed', since: '2026-01-01' });
    const item = await call('drift.askRetraining', { modelId: id, reason: 'New products since May.' });
    expect(item).toMatchObject({ askedBy: 'person', state: 'due', seriesId: null, words: 'New products since May' });
    await expect(call('drift.askRetraining', { modelId: id, reason: 'Again' })).rejects.toThrow(/open already/);
    await call('drift.setRules', { retrainingWindows: 5 });
    // Nobody watches it: it stays where it is, for from Deployed the usual way is not to Retraining.
    const started = await call('drift.startRetraining', { id: item.id, owner: 'Ada', until: '2026-12-31' });
    expect(started).toMatchObject({ state: 'in_work', stage: 'deployed' });
    await call('models.move', { id, to: 'retired' });
    expect((await call('drift.retraining', {})).items).toEqual([]);
    expect((await call('drift.retraining', { open: false })).items[0]?.state).toBe('retired');
    const lab = await call('models.create', { name: 'Lab' });
    expect((await call('drift.retraining', {})).lead).toMatchObject({ median: null, n: 0 });
    await expect(call('drift.askRetraining', { modelId: lab.id, reason: 'x' })).rejects.toThrow(/not in production/);
  });

  it('is in work at once where a name and a day come with it, by one undo, and its lead time is counted when it went live', async () => {
    const { call, at } = await testBackend();
    at('2026-11-02T09:00:00.000Z');
    const since = { stage: 'monitored' as const, since: '2026-01-01', version: '1.0' };
    const { id } = await call('models.create', { name: 'Fraud', tier: 2, ...since });
    const asked = { modelId: id, reason: 'New products' };
    await expect(call('drift.askRetraining', { ...asked, owner: 'Ada' })).rejects.toThrow(/or neither/);
    await expect(call('drift.askRetraining', { ...asked, owner: 'Ada', until: '2026-11-01' })).rejects.toThrow(
      /cannot be live by/,
    );
    const item = await call('drift.askRetraining', { ...asked, owner: 'Ada', until: '2026-12-01' });
    expect(item).toMatchObject({ state: 'in_work', owner: 'Ada', until: '2026-12-01', stage: 'retraining' });
    await call('history.undo', {});
    expect((await call('models.get', { id })).stage).toBe('monitored');
    expect((await call('drift.retraining', { open: false })).items).toEqual([]);
    await call('history.redo', {});
    at('2026-11-20T09:00:00.000Z');
    await call('models.move', { id, to: 'validation', reason: 'Trained' });
    await call('models.approve', { id, approvedBy: 'Board' });
    await call('drift.resolve', { id: item.id, outcome: 'live', version: '1.1' });
    const { lead } = await call('drift.retraining', {});
    expect(lead).toEqual({ median: 18, n: 1, words: 'From due to live: 18 days (median, n = 1, too few for a rule)' });
    const { groups } = await call('overview.monday', {});
    expect(groups.find(({ kind }) => kind === 'retraining')?.change).toMatch(/from due to live: 18 days/);
    const { events } = await call('models.timeline', { id });
    const entries = (await call('journal.list', { modelId: id })).entries.map(({ seq }) => seq);
    const told = new Set(events.flatMap(({ seqs }) => seqs));
    expect(entries.filter((seq) => !told.has(seq))).toEqual([]);
  });
});
