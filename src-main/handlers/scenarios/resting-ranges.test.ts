import { expect, it } from 'vitest';
import { expectedPreset } from '../../testing/scenario-facts';
import { testBackend } from '../../testing/test-backend';

const DERIVED = 'levels.L2.incidentsPerModel';
const OTHER = 'levels.L3.platformFixed';

it('keeps the range of an input that is worked out now, shows it, and counts it again once a number is entered', async () => {
  const { call } = await testBackend();
  const { id, inputs } = await call('scenarios.create', expectedPreset);
  const mode = inputs.levels.L2?.incidentsPerModel ?? 0;
  const own = { path: DERIVED, low: mode / 3, mode, high: 3 * mode };
  const platform = { path: OTHER, low: 300_000, mode: inputs.levels.L3?.platformFixed ?? 0, high: 700_000 };
  const get = () => call('scenarios.get', { id });
  const givenOf = async () => (await get()).uncertain.filter(({ from }) => from === 'given').map(({ path }) => path);
  await call('scenarios.update', { id, patch: { uncertain: [own] } });
  expect(await givenOf()).toEqual([DERIVED]);
  expect((await get()).resting).toEqual([]);

  await call('scenarios.update', { id, patch: { inputs: { ...inputs, derived: [DERIVED] } } });
  expect(await givenOf()).toEqual([]);
  expect((await get()).resting).toEqual([{ path: DERIVED, low: own.low, high: own.high }]);

  // A page sends the ranges that it shows, with the one that was changed.
  await call('scenarios.update', { id, patch: { uncertain: [platform] } });
  expect(await givenOf()).toEqual([OTHER]);
  expect((await get()).resting.map(({ path }) => path)).toEqual([DERIVED]);
  await call('scenarios.update', { id, patch: { inputs: { ...inputs, derived: [] } } });
  expect((await givenOf()).toSorted()).toEqual([DERIVED, OTHER].toSorted());
  const back = (await get()).uncertain.find(({ path }) => path === DERIVED);
  expect([back?.low, back?.high]).toEqual([own.low, own.high]);
  expect((await get()).resting).toEqual([]);
  // What is in force and is not named is taken back, as ever.
  await call('scenarios.update', { id, patch: { uncertain: [platform] } });
  expect(await givenOf()).toEqual([OTHER]);
});
