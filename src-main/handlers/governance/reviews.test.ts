import { describe, expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

/** A tier 1 model in production since 10 April 2026, on 30 November 2026: reviewed by 10 April 2027. */
async function house(fields: { readonly nextReview?: string } = {}) {
  const engine = await testBackend();
  engine.at('2026-11-30T10:00:00.000Z');
  const { call } = engine;
  const people = { technicalOwner: 'Sofia Marchetti', businessOwner: 'Daniel Okafor', reviewer: 'Greta Voss' };
  const { id } = await call('models.create', { name: 'Severity', unit: 'Motor', tier: 1, ...people, ...fields });
  await call('models.move', { id, to: 'validation', at: '2026-04-01', reason: 'Ready' });
  await call('models.approve', { id, approvedBy: 'Priya Raman', at: '2026-04-10' });
  await call('models.move', { id, to: 'deployed', at: '2026-04-10', version: '5.1' });
  const dueOf = async () => (await call('models.get', { id })).reviewDue;
  const planned = async () => (await call('reviews.calendar', { modelId: id })).rows[0];
  return { ...engine, id, dueOf, planned };
}

describe('the calendar of reviews', () => {
  it('has the regular day, and an event brings it forward everywhere that it is shown', async () => {
    const { call, id, dueOf, planned } = await house();
    expect(await dueOf()).toBe('2027-04-10');
    expect(await planned()).toMatchObject({ day: '2027-04-10', before: null, fourEyes: { state: 'kept' } });
    await call('incidents.create', { title: 'Wrong premiums', modelId: id, severity: 2, openedAt: '2026-11-17' });
    await call('incidents.create', { title: 'Slow', modelId: id, severity: 3, openedAt: '2026-11-01' });
    expect(await planned()).toMatchObject({ day: '2027-02-15', before: '2027-04-10', event: { kind: 'incident' } });
    const calendar = await call('reviews.calendar', {});
    expect(calendar).toMatchObject({ total: 1, overdue: 0, called: 1, broken: 0 });
    expect(calendar.months.filter(({ due }) => due > 0)).toEqual([{ month: '2027-02', due: 1 }]);
    expect(calendar.workload).toMatchObject([{ reviewer: 'Greta Voss', total: 1 }]);
    expect(calendar.owners).toMatchObject([{ owner: 'Daniel Okafor', total: 1 }]);
    await call('settings.update', { reviewEventDays: { incident: 0 } });
    expect(await planned()).toMatchObject({ day: '2027-04-10', event: null });
  });

  it('counts as many as it lists', async () => {
    const { call } = await house();
    for (const [name, nextReview] of [
      ['A', '2026-10-01'],
      ['B', '2027-01-31'],
      ['C', '2027-11-30'],
      ['D', '2027-12-01'],
    ] as const)
      await call('models.create', { name, unit: 'Motor', nextReview });
    const calendar = await call('reviews.calendar', { months: 13 });
    expect([calendar.total, calendar.overdue, calendar.rows.length]).toEqual([4, 1, 4]);
    // By whoever reviews and by whoever owns the same reviews are counted.
    for (const load of [calendar.workload, calendar.owners])
      expect(load.reduce((sum, { total }) => sum + total, 0)).toBe(calendar.total);
    const few = await call('reviews.calendar', { months: 13, limit: 1 });
    expect([few.total, few.rows.map(({ name }) => name)]).toEqual([4, ['A']]);
  });

  it('shows who would look at their own work', async () => {
    const { call, id, planned } = await house();
    await call('models.update', { id, patch: { reviewer: 'sofia  marchetti' } });
    expect(await planned()).toMatchObject({ fourEyes: { state: 'broken' } });
    expect(await call('reviews.calendar', {})).toMatchObject({ broken: 1 });
    await call('models.create', { name: 'Sooner', nextReview: '2026-11-02' });
    expect(await call('reviews.calendar', { limit: 1 })).toMatchObject({ broken: 1, rows: [{ name: 'Sooner' }] });
  });
});

describe('a review is done', () => {
  it('by evidence: the next day follows, events before it are done with, and undo takes both back', async () => {
    const { call, id, dueOf, planned } = await house({ nextReview: '2026-12-15' });
    await call('incidents.create', { title: 'Wrong premiums', modelId: id, severity: 1, openedAt: '2026-11-17' });
    expect(await dueOf()).toBe('2026-12-15');
    const held = await call('reviews.complete', { modelId: id, on: '2026-11-28', by: 'Greta Voss' });
    expect(held.next).toBe('2027-11-28');
    expect(await planned()).toBeUndefined();
    expect((await call('models.get', { id })).reviewSource).toBe('tier');
    await call('history.undo', {});
    expect(await dueOf()).toBe('2026-12-15');
    expect((await call('evidence.list', { modelId: id })).evidence).toEqual([]);
  });

  it('by evidence that is noted anywhere, and undone when that goes', async () => {
    const { call, id, dueOf } = await house();
    const note = { ids: [id], kind: 'validation', on: '2026-11-20', by: 'Greta Voss', outcome: 'passed' } as const;
    const { evidence } = await call('evidence.add', note);
    expect(await dueOf()).toBe('2027-11-20');
    // A change of something else keeps it.
    await call('models.update', { id, patch: { purpose: 'Expected cost' } });
    await call('settings.update', { reviewMonths: { tier1: 6 } });
    expect(await dueOf()).toBe('2027-05-20');
    const evidenceId = evidence[0]?.id ?? '';
    await call('evidence.update', { id: evidenceId, patch: { outcome: 'failed' } });
    expect(await dueOf()).toBe('2026-10-10');
    await call('history.undo', {});
    await call('evidence.remove', { ids: [evidenceId] });
    expect(await dueOf()).toBe('2026-10-10');
  });

  it('by no one who built it, unless it is said why', async () => {
    const { call, id } = await house();
    const own = { modelId: id, on: '2026-11-28', by: 'Sofia Marchetti' };
    await expect(call('reviews.complete', own)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('is its technical owner'),
    });
    await call('reviews.complete', { ...own, sameReason: 'Nobody else knows the reserving code' });
    const { evidence } = await call('evidence.list', { modelId: id });
    expect(evidence[0]?.note).toBe('Four eyes excepted: Nobody else knows the reserving code');
  });

  it('not by one that failed, and not ahead of its day', async () => {
    const { call, id, dueOf } = await house();
    await call('reviews.complete', { modelId: id, on: '2026-11-28', by: 'Greta Voss', outcome: 'failed' });
    expect(await dueOf()).toBe('2027-04-10');
    await expect(call('reviews.complete', { modelId: id, on: '2026-12-01', by: 'Bo' })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });
});
