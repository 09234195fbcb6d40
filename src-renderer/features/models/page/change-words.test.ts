import { describe, expect, it } from 'vitest';
import { modelWords } from './change-words';

describe('modelWords', () => {
  it('says fields as people read them and shows unknown things as they are', () => {
    const { label, value } = modelWords({ currency: 'USD', locale: 'en-US' });
    expect([label('tier'), label('stage')]).toEqual(['Tier', 'Stage']);
    expect([value('tier', 3), value('stage', 'training'), value('tier', null)]).toEqual(['Tier 3', 'Training', '']);
    expect(value('something', { a: 1 })).toBe('{"a":1}');
    expect(value('annualRunCostMinor', 150)).toContain('1.50');
  });
});
