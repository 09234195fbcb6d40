import { expect, it } from 'vitest';
import type { Output } from '#contract/index';
import { testBackend } from '../../testing/test-backend';

type Changes = Output<'overview.changes'>;
const rows = ({ groups }: Changes, kind: Changes['groups'][number]['kind']): string[] =>
  (groups.find((one) => one.kind === kind)?.rows ?? []).map(
    ({ title, before, after }) => `${title}: ${before} > ${after}`,
  );

it('sets two days side by side: what came, went, moved, broke and was decided', async () => {
  const { call, at } = await testBackend();
  at('2026-09-01T10:00:00.000Z');
  const churn = await call('models.create', { name: 'Churn', tier: 2, stage: 'validation', since: '2026-08-01' });
  const old = await call('models.create', { name: 'Old', stage: 'deployed', since: '2025-01-01' });
  const spare = await call('models.create', { name: 'Spare', stage: 'training', since: '2026-08-01' });
  const late = await call('incidents.create', { title: 'Late', openedAt: '2026-08-20T10:00:00Z', modelId: old.id });
  at('2026-10-15T10:00:00.000Z');
  await call('models.approve', { id: churn.id, approvedBy: 'Barbara' });
  await call('models.move', { id: churn.id, to: 'deployed', version: '2' });
  await call('models.move', { id: old.id, to: 'retired' });
  await call('models.create', { name: 'New' });
  await call('incidents.move', { id: late.id, to: 'resolved' });
  await call('settings.update', { levelThresholds: { countLevel1: 2 } });
  await call('settings.update', { levelThresholds: { countLevel1: 1 } });
  await call('history.undo', {});
  await call('models.remove', { ids: [spare.id] });
  at('2026-11-23T10:00:00.000Z');

  const changes = await call('overview.changes', { from: '2026-09-30', to: '2026-10-31' });
  expect(rows(changes, 'came')).toEqual(['New:  > Proposed']);
  expect(rows(changes, 'went')).toEqual(['Old: Deployed > Retired', 'Spare: In the portfolio > Deleted']);
  expect(rows(changes, 'moved')).toEqual(['Churn: Validation > Deployed']);
  expect(rows(changes, 'incidents')).toEqual(['1 Late: Open > Resolved']);
  // One setting was turned back.
  expect(rows(changes, 'decided')).toHaveLength(2);
  expect(rows(changes, 'decided')).toContain('Churn:  > Approved by Barbara');
  expect(changes.headline).toBe('1 model came, 2 went, 1 moved and 2 decisions');

  // Before and after the window nothing of it is seen, and the default is the last thirty days.
  const before = await call('overview.changes', { from: '2026-09-02', to: '2026-09-30' });
  expect(before.headline).toBe('Nothing changed');
  expect((await call('overview.changes', {})).from).toBe('2026-10-24');
  await expect(call('overview.changes', { from: '2026-10-01', to: '2026-10-01' })).rejects.toThrow(
    /does not lie before/,
  );
  await expect(call('overview.changes', { to: '2027-01-01' })).rejects.toThrow(/in the future/);
});

it('says in figures what the overview of each day says', { timeout: 120_000 }, async () => {
  const engine = await testBackend({ portfolio: false });
  engine.at('2026-11-26T10:00:00.000Z');
  await engine.call('workspace.sample', {});
  const { call } = engine;
  const changes = await call('overview.changes', { from: '2026-06-30', to: '2026-11-26' });
  const then = await call('overview.summary', { at: '2026-06-30T23:59:59.999Z' });
  const now = await call('overview.summary', {});
  const figure = (key: string) => changes.figures.find((one) => one.key === key);
  for (const [key, of] of [
    ['models', (one: typeof now) => one.models],
    ['inProduction', (one: typeof now) => one.inProduction],
    ['act', (one: typeof now) => one.byHealth.act],
    ['silent', (one: typeof now) => one.byHealth.silent],
    ['levelNeeded', (one: typeof now) => one.recommendation.level],
  ] as const)
    expect(figure(key)).toMatchObject({ before: of(then), after: of(now) });
  // What came and what went is the difference of the numbers beside it, and so with those that drifted.
  const group = (kind: string) => changes.groups.find((one) => one.kind === kind);
  expect((group('came')?.total ?? 0) - 0).toBe(now.models - then.models);
  const health = group('drifted')?.rows ?? [];
  const began = health.filter(({ after }) => after === 'Act').length;
  const ended = health.filter(({ before }) => before === 'Act').length;
  expect(began - ended).toBe((now.byHealth.act ?? 0) - (then.byHealth.act ?? 0));
});
