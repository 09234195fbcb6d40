import { describe, expect, it } from 'vitest';
import { type DriftResult, psiResults } from '../../../testing/psi-results';
import { testBackend } from '../../../testing/test-backend';

const week = (n: number): string => new Date(Date.UTC(2026, 9, 19 + 7 * n)).toISOString();
const results = (modelId: string, values: readonly number[], from = 0, column = 'age') =>
  psiResults(modelId, values, (i) => ({ at: week(from + i), column }));

async function watched() {
  const backend = await testBackend();
  const { call } = backend;
  const { id } = await call('models.create', {
    name: 'Fraud',
    tier: 2,
    stage: 'monitored',
    since: '2026-01-05',
    version: '2.0',
  });
  const timeline = () => call('models.timeline', { id });
  /** The entries that the journal has of the model, against those that the timeline tells. */
  const missing = async (): Promise<readonly number[]> => {
    const { entries } = await call('journal.list', { modelId: id, limit: 1000 });
    const told = new Set((await timeline()).events.flatMap(({ seqs }) => seqs));
    return entries.flatMap(({ seq }) => (told.has(seq) ? [] : [seq]));
  };
  return { ...backend, id, timeline, missing };
}

describe('a model’s timeline', () => {
  it('tells facts by the day they took effect, each entry once, and misses none', async () => {
    const { call, id, timeline, missing } = await watched();
    await call('drift.record', { results: results(id, [0.02, 0.03, 0.3, 0.31, 0.32]) });
    await call('models.update', { id, patch: { businessOwner: 'Grace' } });
    await call('models.move', { id, to: 'deployed', version: '2.1', at: '2026-11-20', reason: 'Better' });
    await call('models.approve', { id, approvedBy: 'Board', at: '2026-11-19', note: 'Seen' });
    const { id: incident } = await call('incidents.create', { title: 'Too many alarms', modelId: id, severity: 2 });
    await call('incidents.move', { id: incident, to: 'acknowledged' });
    const { items } = await call('drift.retraining', { modelId: id });
    const item = items[0]?.id ?? '';
    await call('drift.startRetraining', { id: item, owner: 'Ada', until: '2026-12-20' });
    await call('drift.startRetraining', { id: item, owner: 'Ben', until: '2026-12-24' });
    await call('models.update', { id, patch: { notes: 'Wrong' } });
    await call('history.undo', {});
    expect(await missing()).toEqual([]);
    const { events, finding, counted } = await timeline();
    const what = events.map((event) => `${event.at?.slice(0, 10)} ${event.kind}: ${event.what}`);
    expect(what).toEqual(
      expect.arrayContaining([
        '2026-11-20 versions: Version 2.1 went live, a correction',
        '2026-11-19 approvals: Approved by Board',
        '2026-11-02 drift: At act, first by PSI of age 0.3',
        '2026-10-19 drift: Within limits',
        expect.stringMatching(/incidents: Incident 1 opened, SEV 2: Too many alarms$/),
        expect.stringMatching(/incidents: Incident 1 acknowledged within the hour$/),
        expect.stringMatching(/retraining: Retraining in work by Ben, to be live by 24 Dec 2026$/),
        expect.stringMatching(/edits: Plan the retraining of “Fraud” by Ben/),
        expect.stringMatching(/edits: Undo: /),
      ]),
    );
    // Both runs tell the call that brought their results.
    const recorded = events.filter(({ kind }) => kind === 'drift').map(({ seqs }) => seqs);
    expect(recorded).toHaveLength(2);
    expect(recorded[0]).toEqual(recorded[1]);
    expect(finding).toMatch(/^At act since 2 Nov 2026; retraining in work by Ben; incident 1 open since 23 Nov 2026$/);
    expect(counted).toBe('Drift reached act once since 19 Oct 2026; 1 incident and 2 releases are recorded');
  });

  it('does not say that drift is over because another column was measured since', async () => {
    const { call, id, timeline } = await watched();
    await call('drift.record', { results: results(id, [0.02, 0.3, 0.31]) });
    await call('drift.record', { results: results(id, [0.01], 3, 'income') });
    expect((await call('models.get', { id })).health).toBe('act');
    const drift = (await timeline()).events.filter(({ kind }) => kind === 'drift');
    expect(drift.map(({ what }) => what)).toEqual(['At act, first by PSI of age 0.3', 'Within limits']);
  });

  it('keeps results that were taken back, and what is of a challenger, out of the model’s drift', async () => {
    const { call, id, timeline, missing } = await watched();
    await call('drift.record', { results: results(id, [0.4]) });
    await call('history.undo', {});
    const { id: rival } = await call('challengers.start', { modelId: id, version: '3.0', mode: 'shadow' });
    await call('drift.record', { results: results(id, [0.5]).map((one) => ({ ...one, modelVersion: '3.0' })) });
    await call('challengers.giveUp', { id: rival, reason: 'No better' });
    expect(await missing()).toEqual([]);
    const { events, spans } = await timeline();
    expect(events.filter(({ kind }) => kind === 'drift')).toEqual([]);
    expect(events.filter(({ kind }) => kind === 'challengers').map(({ what }) => what)).toEqual([
      'Challenger 3.0 given up',
      'Challenger 3.0 in the shadow, beside 2.0',
    ]);
    expect(events.filter(({ kind }) => kind === 'imports')).toHaveLength(1);
    expect(spans).toMatchObject([{ lane: 'challengers', label: '3.0' }]);
  });

  it('does not say that nothing is open while a finding is', async () => {
    const { call, id, timeline } = await watched();
    const finding = {
      modelId: id,
      title: 'Leak',
      source: 'review',
      severity: 'critical',
      openedOn: '2026-02-01',
    } as const;
    await call('findings.create', finding);
    expect((await timeline()).finding).toBe('No verdict on its drift; 1 finding not closed');
  });

  it('tells of two thousand entries without losing one', async () => {
    const { call, id, missing, timeline } = await watched();
    const days = Array.from({ length: 700 }, (_, n) => new Date(Date.UTC(2024, 11, 20) + n * 86_400_000).toISOString());
    const flips = days.map((at, n): DriftResult => ({ ...(results(id, [n % 2 ? 0.3 : 0.01])[0] as DriftResult), at }));
    await call('drift.record', { results: flips });
    for (let n = 0; n < 300; n += 1) await call('models.update', { id, patch: { notes: `${n}` } });
    expect(await missing()).toEqual([]);
    const { events, spans } = await timeline();
    expect(events.length).toBeGreaterThan(1000);
    expect(spans.filter(({ lane }) => lane === 'drift').length).toBe(700);
    // Of the newest runs the figure is told, of those long past the verdict alone.
    expect(events.filter(({ what }) => what.includes('first by')).length).toBe(80);
  });
});
