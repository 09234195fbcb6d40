import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor, type NamedModel } from './redactor';

const models = (...names: string[]): NamedModel[] => names.map((name, index) => ({ id: `m${index}`, name }));

describe('createRedactor', () => {
  it('changes nothing when nothing is to be left out', () => {
    const redact = createRedactor({}, models('Churn'), ['Ada']);
    expect(redact.model('m0', 'Churn')).toBe('Churn');
    expect(redact.person('Ada')).toBe('Ada');
    expect(redact.free('Ada watches Churn')).toBe('Ada watches Churn');
    expect(redact.words).toBe('');
  });

  it('calls models by the place of their registration', () => {
    const redact = createRedactor({ names: true }, models('Churn', 'Fraud'), []);
    expect(redact.model('m1', 'Fraud')).toBe('Model 02');
    expect(redact.model('gone', 'Deleted since')).toBe('A model');
    const many = createRedactor({ names: true }, models(...Array.from({ length: 500 }, (_, n) => `M-${n}-x`)), []);
    expect(many.model('m6', 'M-6-x')).toBe('Model 007');
  });

  it('finds names in other letters, longer names first, and parts of names that hold others', () => {
    const { free } = createRedactor({ names: true }, models('Churn', 'Churn retail', 'Model'), []);
    expect(free('CHURN RETAIL failed, churn did not')).toBe('Model 02 failed, Model 01 did not');
    // The alias of one is not searched for the name of another.
    expect(free('Churn')).toBe('Model 01');
  });

  it('replaces short names only where they stand alone, and names in any script', () => {
    const { free } = createRedactor({ names: true }, models('PD', '解約予測', 'Kündigung'), []);
    expect(free('PD drifted; the update did not')).toBe('Model 01 drifted; the update did not');
    expect(free('本番の解約予測が止まった')).toBe('本番のModel 02が止まった');
    expect(free('Kündigungsmodell')).toBe('Model 03smodell');
  });

  it('leaves people out', () => {
    const redact = createRedactor({ owners: true }, [], ['Ada Lovelace']);
    expect(redact.person('Ada Lovelace')).toBe('');
    expect(redact.free('asked ada lovelace')).toBe('asked (a person)');
  });

  it('lets no name of four letters or more through, whatever stands around it', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 20 }).filter((one) => one.trim().length >= 4);
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
        fc.string(),
        fc.string(),
        (names, before, after) => {
          const { free } = createRedactor({ names: true }, models(...names.map((one, n) => `Ω${n}${one}`)), []);
          for (const [n, one] of names.entries()) {
            expect(free(`${before} Ω${n}${one} ${after}`)).not.toContain(`Ω${n}${one}`);
          }
        },
      ),
    );
  });
});
