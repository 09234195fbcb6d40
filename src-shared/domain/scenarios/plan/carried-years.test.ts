import { expect, it } from 'vitest';
import { carriedOrigin, withHorizon } from './carried-years';
import { EXAMPLE_PLAN, presetInputs } from './scenario-presets';

const inputs = presetInputs('expected', { ...EXAMPLE_PLAN, retired: [0, 1, 2, 3, 4] });

it('lets the last year go on and cuts what lies beyond', () => {
  expect(withHorizon(inputs, 7).newModels).toEqual([4, 6, 8, 8, 8, 8, 8]);
  expect(withHorizon(inputs, 7).retired).toEqual([0, 1, 2, 3, 4]);
  expect(withHorizon(inputs, 2).newModels).toEqual([4, 6]);
  expect(withHorizon(inputs, 2).retired).toEqual([0, 1]);
  expect(withHorizon(inputs, 5)).toBe(inputs);
});

it('says of an added year that it was carried on, unless somebody typed another number', () => {
  const longer = withHorizon(inputs, 7);
  expect(carriedOrigin(5, longer, 'newModels.6')).toMatchObject({
    grade: 'D',
    source: expect.stringContaining('carried on from year 5'),
  });
  expect(carriedOrigin(5, longer, 'retired.6')?.source).toContain('without retirements');
  expect(carriedOrigin(5, longer, 'newModels.4')).toBeNull();
  expect(carriedOrigin(5, longer, 'loadedAnnual')).toBeNull();
  expect(carriedOrigin(5, { ...longer, newModels: longer.newModels.with(6, 9) }, 'newModels.6')).toBeNull();
});
