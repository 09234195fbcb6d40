import { expect, it } from 'vitest';
import type { Input } from '#contract/index';
import { testBackend } from '../../testing/test-backend';

type Result = Exclude<Input<'drift.record'>, { results: unknown }>;

const psi = (modelId: string, day: string, value: number): Result => ({
  modelId,
  column: 'age',
  metric: 'psi',
  source: { tool: 'Modelfolio' },
  at: day,
  value,
  nRef: 20_000,
  nCur: 5000,
});

it('counts the health of models in production, today as on the day itself', async () => {
  const { call, at, file } = await testBackend();
  at('2026-11-01T12:00:00.000Z');
  const add = async (name: string, tier: 1 | 2 | null, stage: 'monitored' | 'validation' = 'monitored') =>
    (await call('models.create', { name, tier, stage, since: '2026-01-01' })).id;
  const [pricing, churn, fraud] = [await add('Pricing', 1), await add('Churn', 2), await add('Fraud', null)];
  const lab = await add('Lab', 1, 'validation');
  const days = ['2026-10-11', '2026-10-18', '2026-10-25', '2026-11-01'];
  await call('drift.record', {
    results: [pricing, churn, lab].flatMap((id) => days.map((day) => psi(id, day, id === pricing ? 0.3 : 0.01))),
  });
  const then = await call('overview.summary', {});
  expect(then.byHealth).toEqual({ act: 1, watch: 0, ok: 1, silent: 0, unknown: 1 });
  expect(then.attention.filter((item) => ['drifted', 'silent', 'retraining_due'].includes(item.kind))).toEqual([
    expect.objectContaining({
      kind: 'drifted',
      severity: 'act',
      title: '1 tier 1 model in production has drifted',
      detail:
        '“Pricing”: a figure of the newest results is beyond its limit to act. The first has stood there for 21 days, since 11 Oct 2026.',
      action: { label: 'Open the model', filter: null, modelId: pricing },
    }),
    expect.objectContaining({
      kind: 'retraining_due',
      title: 'Retraining is due for 1 model',
      detail: '“Pricing”: PSI of age was at act in 4 windows in a row, 11 Oct 2026 to 1 Nov 2026.',
    }),
  ]);

  at('2026-11-20T12:00:00.000Z');
  await call('drift.record', { results: [psi(churn, '2026-11-20', 0.02), psi(fraud, '2026-11-20', 0.15)] });
  await call('workspace.open', { file });
  const now = await call('overview.summary', {});
  expect(now.byHealth).toEqual({ act: 0, watch: 1, ok: 1, silent: 1, unknown: 0 });
  expect(now.attention.find((item) => item.kind === 'silent')).toMatchObject({
    severity: 'act',
    title: '1 tier 1 model in production has gone silent',
    since: '2026-11-16',
  });
  expect((await call('overview.summary', { at: '2026-11-01T12:00:00Z' })).byHealth).toEqual(then.byHealth);
});
