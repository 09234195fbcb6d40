import { expect, it } from 'vitest';
import { expectedPreset } from '../../testing/scenario-facts';
import { testBackend } from '../../testing/test-backend';

const NOTED = 500_000_000;

it('lists run costs that are noted far from what the plan says, and opens its people of today', async () => {
  const { call } = await testBackend();
  const found = async () =>
    (await call('overview.summary', {})).attention.find(({ kind }) => kind === 'run_costs_apart');
  const { id } = await call('models.create', { name: 'Alpha', annualRunCostMinor: NOTED });
  await call('models.move', { id, to: 'deployed', version: '1', reason: 'an import' });
  expect(await found()).toBeUndefined();
  const plan = await call('scenarios.create', expectedPreset);
  const { runCosts } = await call('scenarios.people', { id: plan.id });
  const ratio = runCosts?.ratio ?? 0;
  expect(ratio).toBeGreaterThan(2);
  expect(await found()).toMatchObject({
    severity: 'watch',
    action: { label: 'Open the people of today', scenarioId: plan.id },
  });
  await call('models.update', { id, patch: { annualRunCostMinor: Math.round(NOTED / ratio) } });
  expect(await found()).toBeUndefined();
});
