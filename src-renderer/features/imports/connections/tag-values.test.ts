import { describe, expect, it } from 'vitest';
import { guessed, hasValues, withValue } from './tag-values';

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
  it('are marked as guessed until somebody says otherwise or keeps them so', () => {
    const likely = [{ from: 'High', to: '1' }];
    expect([...guessed(tag, 'tier', likely, [])]).toEqual(['high']);
    expect(guessed(tag, 'tier', [{ from: 'High', to: '2' }], []).size).toBe(0);
    expect(guessed(tag, 'tier', likely, likely).size).toBe(0);
    expect(guessed(tag, 'unit', likely, []).size).toBe(0);
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
