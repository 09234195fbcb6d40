import { describe, expect, it } from 'vitest';
import { STATED_NAMES, type StatedName } from '#domain/models/model-fields';
import { editFieldText, fieldChoices, fieldSpec, readFieldText } from './model-field';

const value = (name: StatedName, text: string) => {
  const read = readFieldText(name, text, 'USD', { mark: '.', order: 'mdy' });
  return read.ok ? read.value : read.message;
};

const english = { mark: '.', order: 'mdy' } as const;
const german = { mark: ',', order: 'dmy' } as const;

describe('what is typed into a field', () => {
  it('reads dates that exist', () => {
    expect(value('nextReview', '2027-03-31')).toBe('2027-03-31');
    expect(value('nextReview', '')).toBeNull();
    expect(value('nextReview', '2027-02-31')).toContain('no day of the calendar');
    expect(value('nextReview', '31 March 2027')).toBe('2027-03-31');
  });
  it('reads back the amount that the editor shows', () => {
    for (const notation of [english, german]) {
      for (const minor of [0, 5, 125_000_050, -300, 125_000]) {
        const text = editFieldText('annualValueMinor', minor, 'USD', notation);
        expect(readFieldText('annualValueMinor', text, 'USD', notation)).toEqual({ ok: true, value: minor });
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
  it('is offered with the choices of its vocabulary, and with nothing where nobody need say', () => {
    const choices = STATED_NAMES.flatMap((name) => {
      const field = fieldSpec(name);
      return field.kind === 'choice' ? [[name, fieldChoices(field).map((choice) => choice.value)] as const] : [];
    });
    expect(Object.fromEntries(choices)).toMatchObject({
      tier: ['', '1', '2', '3'],
      personalData: ['yes', 'no', 'unknown'],
    });
    for (const [name, values] of choices) {
      for (const each of values) expect(readFieldText(name, each, 'EUR')).toMatchObject({ ok: true });
    }
  });
});
