import { describe, expect, it } from 'vitest';
import { parseField } from './field-parse';
import { ALL_FIELDS, type FieldName, type FieldSpec } from './field-specs';
import { displayText, editText } from './field-text';

const spec = (name: FieldName): FieldSpec => {
  const found = ALL_FIELDS.find((field) => field.name === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
};
const value = (name: FieldName, text: string) => {
  const parsed = parseField(spec(name), text, 'USD', { mark: '.', order: 'mdy' });
  return parsed.ok ? parsed.value : parsed.message;
};

const english = { mark: '.', order: 'mdy' } as const;
const german = { mark: ',', order: 'dmy' } as const;

describe('parseField', () => {
  it('reads dates that exist', () => {
    expect(value('nextReview', '2027-03-31')).toBe('2027-03-31');
    expect(value('nextReview', '')).toBeNull();
    expect(value('nextReview', '2027-02-31')).toContain('no day of the calendar');
    expect(value('nextReview', '31 March 2027')).toBe('2027-03-31');
  });
  it('reads back the amount that the editor shows', () => {
    for (const notation of [english, german]) {
      for (const minor of [0, 5, 125_000_050, -300, 125_000]) {
        const text = editText(spec('annualValueMinor'), minor, 'USD', notation);
        expect(parseField(spec('annualValueMinor'), text, 'USD', notation)).toEqual({ ok: true, value: minor });
      }
    }
    expect(value('annualValueMinor', '')).toBeNull();
  });
  it('turns choices into stored values', () => {
    expect(value('tier', '2')).toBe(2);
    expect(value('tier', '')).toBeNull();
    expect(value('tier', '4')).toContain('does not know');
    expect(value('personalData', '')).toContain('needs one of its values');
    expect(value('origin', 'vendor')).toBe('vendor');
  });
  it('needs a name and limits lines', () => {
    expect(value('name', '  ')).toBe('A model needs a name.');
    expect(value('unit', ' Retail ')).toBe('Retail');
    expect(value('unit', 'x'.repeat(501))).toContain('500 characters');
  });
});

describe('displayText', () => {
  const locale = { currency: 'USD', locale: 'en-US' };
  it('says values in the words of the vocabulary', () => {
    expect(displayText(spec('tier'), 1, locale)).toBe('Tier 1');
    expect(displayText(spec('updateFrequency'), 'half_yearly', locale)).toBe('Twice a year');
    expect(displayText(spec('nextReview'), '2027-03-31', locale)).toBe('Mar 31, 2027');
    expect(displayText(spec('annualValueMinor'), 125_000_050, locale)).toContain('1,250,000.50');
    expect(displayText(spec('externalReferences'), [{ system: 'MLflow', id: '12', url: '' }], locale)).toBe(
      'MLflow: 12',
    );
    expect(displayText(spec('tags'), ['a', 'b'], locale)).toBe('a, b');
    expect(displayText(spec('unit'), '', locale)).toBe('');
  });
});
