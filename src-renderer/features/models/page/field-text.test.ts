import { describe, expect, it } from 'vitest';
import { fieldSpec } from '../../../lib/model-field';
import { displayText } from './field-text';

describe('displayText', () => {
  const locale = { currency: 'USD', locale: 'en-US' };
  it('says values in the words of the vocabulary', () => {
    expect(displayText(fieldSpec('tier'), 1, locale)).toBe('Tier 1');
    expect(displayText(fieldSpec('updateFrequency'), 'half_yearly', locale)).toBe('Twice a year');
    expect(displayText(fieldSpec('nextReview'), '2027-03-31', locale)).toBe('Mar 31, 2027');
    expect(displayText(fieldSpec('annualValueMinor'), 125_000_050, locale)).toContain('1,250,000.50');
    expect(displayText(fieldSpec('externalReferences'), [{ system: 'MLflow', id: '12', url: '' }], locale)).toBe(
      'MLflow: 12',
    );
    expect(displayText(fieldSpec('tags'), ['a', 'b'], locale)).toBe('a, b');
    expect(displayText(fieldSpec('unit'), '', locale)).toBe('');
  });
});
