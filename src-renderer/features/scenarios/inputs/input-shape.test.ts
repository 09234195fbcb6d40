import { expect, it } from 'vitest';
import { EXAMPLE_PLAN, presetInputs } from '#domain/scenarios/plan/scenario-presets';
import { withHorizon } from './input-shape';

it('lets the last year go on and cuts what lies beyond', () => {
  const inputs = presetInputs('expected', { ...EXAMPLE_PLAN, retired: [0, 1, 2, 3, 4] });
  expect(withHorizon(inputs, 7).newModels).toEqual([4, 6, 8, 8, 8, 8, 8]);
  expect(withHorizon(inputs, 7).retired).toEqual([0, 1, 2, 3, 4]);
  expect(withHorizon(inputs, 2).newModels).toEqual([4, 6]);
  expect(withHorizon(inputs, 2).retired).toEqual([0, 1]);
});
