import { describe, expect, it } from 'vitest';
import { hasValues, likelyValues, withValue } from './tag-values';

const tag = {
  tag: 'risk',
  models: 3,
  samples: ['High'],
  suggested: null,
  values: [
    { text: 'High', models: 2, means: [{ field: 'tier' as const, to: '1' }] },
    { text: 'green', models: 1, means: [] },
  ],
};

describe('values of a tag', () => {
  it('are offered as what they most likely mean, and as nothing where nobody knows', () => {
    expect(likelyValues(tag, 'tier')).toEqual([{ from: 'High', to: '1' }]);
    expect(likelyValues(tag, 'unit')).toEqual([]);
  });

  it('are said one by one, whatever their case, and taken back', () => {
    const said = withValue([{ from: 'High', to: '1' }], 'high', '2');
    expect(said).toEqual([{ from: 'high', to: '2' }]);
    expect(withValue(said, 'HIGH', null)).toEqual([]);
  });

  it('are asked of fields that take certain values, and of the unit', () => {
    expect(['tier', 'kind', 'unit', 'purpose', 'businessOwner'].map((one) => hasValues(one as 'tier'))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
