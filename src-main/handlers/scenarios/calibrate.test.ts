import { describe, expect, it } from 'vitest';
import { expectedPreset, itemOf, undoAndRedo } from '../../testing/scenario-facts';
import { testBackend } from '../../testing/test-backend';

const PEOPLE = 'levels.L1.operateFte';
const told = { least: 8, likely: 10, most: 14, by: 'Marta Kowalski', day: '2026-11-20' };

/** A plan for 32 models of today, of which somebody counted the baseline in whole engineers. */
async function planned() {
  const backend = await testBackend();
  const { call } = backend;
  const made = await call('scenarios.create', expectedPreset);
  const { L1, ...above } = made.inputs.levels;
  if (!L1) throw new Error('The preset has level 1.');
  const levels = { ...above, L1: { ...L1, modelsPerEngineer: 2, minEngineers: 3 } };
  const inputs = { ...made.inputs, modelsAtStart: 32, levels };
  const plan = await call('scenarios.update', { id: made.id, patch: { inputs } });
  return { backend, call, plan };
}

describe('the answer to the question of people', () => {
  it('sets the people per model of today’s way with its range, and says so in the trail', async () => {
    const { backend, call, plan } = await planned();
    const after = await call('scenarios.calibrate', { id: plan.id, ...told });
    const item = itemOf(after, PEOPLE);
    expect(item.origin.kind).toBe('entered');
    expect(item.origin).toMatchObject({
      note: expect.stringMatching(/^Marta Kowalski said on 20 Nov 2026: 10 people \(8 to 14\) keep 32 models running/),
    });
    // People less the hours of updates, over the models: the plan then implies what was told.
    const { retrainHours = 0 } = plan.inputs.levels.L1 ?? {};
    const retrain = (32 * plan.inputs.updatesPerYear * retrainHours) / plan.inputs.hoursPerYear;
    expect(item.value).toBeCloseTo((10 - retrain) / 32, 9);
    const range = after.uncertain.find(({ path }) => path === PEOPLE);
    expect(range).toMatchObject({ from: 'given' });
    expect(range?.low).toBeCloseTo((8 - retrain) / 32, 9);
    expect(range?.high).toBeCloseTo((14 - retrain) / 32, 9);
    expect((await call('scenarios.people', { id: plan.id })).implied).toBeCloseTo(10, 9);
    for (const path of ['levels.L1.modelsPerEngineer', 'levels.L1.minEngineers']) {
      expect(itemOf(after, path)).toMatchObject({
        value: path.endsWith('modelsPerEngineer') ? null : 0,
        origin: { kind: 'entered', note: expect.stringContaining('whole engineers') },
      });
    }
    expect(after.inputs.levels.L2).toEqual(plan.inputs.levels.L2);
    await undoAndRedo(backend, plan, after);
  });

  it('lets the levels above keep their proportion, ranges and all', async () => {
    const { call, plan } = await planned();
    const before = itemOf(plan, 'levels.L2.operateFte');
    const ranged = plan.uncertain.find(({ path }) => path === 'levels.L2.operateFte');
    const after = await call('scenarios.calibrate', { id: plan.id, ...told, above: 'inProportion' });
    const factor = (itemOf(after, PEOPLE).value ?? 0) / (itemOf(plan, PEOPLE).value ?? 0);
    expect(factor).toBeLessThan(1);
    expect(itemOf(after, 'levels.L2.operateFte').value).toBeCloseTo(factor * (before.value ?? 0), 9);
    const moved = after.uncertain.find(({ path }) => path === 'levels.L2.operateFte');
    expect(moved?.low).toBeCloseTo(factor * (ranged?.low ?? 0), 9);
    expect(moved?.high).toBeCloseTo(factor * (ranged?.high ?? 0), 9);
  });

  it('is refused when upside down, nameless, or of no model', async () => {
    const { call, plan } = await planned();
    const asked = (change: object) => call('scenarios.calibrate', { id: plan.id, ...told, ...change });
    await expect(asked({ least: 12 })).rejects.toMatchObject({ code: 'invalid_input', message: /the least first/ });
    await expect(asked({ by: ' ' })).rejects.toMatchObject({ code: 'invalid_input' });
    const inputs = { ...plan.inputs, modelsAtStart: 0, newModels: [0, 3, 3, 3, 3] };
    await call('scenarios.update', { id: plan.id, patch: { inputs } });
    await expect(asked({})).rejects.toMatchObject({ code: 'invalid_input', message: /no model today/ });
  });
});

it('holds noted run costs against the plan’s first year, and says nothing of another currency', async () => {
  const { call } = await testBackend();
  const { id, inputs } = await call('scenarios.create', expectedPreset);
  await call('scenarios.update', { id, patch: { inputs: { ...inputs, modelsAtStart: 4 } } });
  expect((await call('scenarios.people', { id })).runCosts).toBeNull();
  for (const [name, annualRunCostMinor] of [
    ['A', 4_000_000],
    ['B', 6_000_000],
    ['C', null],
  ] as const) {
    const model = await call('models.create', { name, annualRunCostMinor });
    await call('models.move', { id: model.id, to: 'deployed', version: '1', reason: 'an import' });
  }
  const { models, runCosts } = await call('scenarios.people', { id });
  expect(models).toBe(4);
  expect(runCosts).toMatchObject({ sum: 100_000, models: 2, inProduction: 3, noted: 200_000 });
  expect(runCosts?.ratio).toBeCloseTo(200_000 / (runCosts?.plan ?? 0), 12);
  const dollars = await call('scenarios.create', { ...expectedPreset, currency: 'USD' });
  expect((await call('scenarios.people', { id: dollars.id })).runCosts).toBeNull();
});
