import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromLocalField, toLocalField } from './local-time';

describe('a field of a local time', () => {
  it('shows nothing for an unknown time, and an emptied one says that it is not known', () => {
    expect(toLocalField(null)).toBe('');
    expect(fromLocalField('')).toBeNull();
    expect(fromLocalField('soon')).toBeNull();
  });

  it('gives back the minute that it shows', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1980-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (at) => {
        const shown = toLocalField(at.toISOString());
        const back = fromLocalField(shown);
        // The second of the two hours of an autumn night reads like the first.
        expect(toLocalField(back)).toBe(shown);
        const apart = at.getTime() - new Date(back ?? Number.NaN).getTime();
        expect(apart >= 0 && (apart < 60_000 || (apart >= 3_600_000 && apart < 3_660_000))).toBe(true);
      }),
    );
  });
});
