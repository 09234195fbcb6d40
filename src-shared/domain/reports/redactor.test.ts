import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedModel, namedPerson, plainWords, type Sentence, said, typedText } from '../base/sentence';
import { createRedactor, type NamedModel } from './redactor';

const models = (...names: string[]): NamedModel[] => names.map((name, index) => ({ id: `m${index}`, name }));
const same = (words: string): string => words;

describe('createRedactor', () => {
  it('changes nothing when nothing is to be left out', () => {
    const redact = createRedactor({}, models('Churn'));
    expect(redact.model('m0', 'Churn')).toBe('Churn');
    expect(redact.person('Ada')).toBe('Ada');
    expect(redact.typed('Autumn', 'a workshop')).toBe('Autumn');
    expect(redact.said(said`${namedPerson('Ada')} watches ${namedModel({ id: 'm0', name: 'Churn' })}`, same)).toBe(
      'Ada watches Churn',
    );
    expect(redact.words).toBe('');
  });

  it('calls models by the place of their registration', () => {
    const redact = createRedactor({ names: true }, models('Churn', 'Fraud'));
    expect(redact.model('m1', 'Fraud')).toBe('Model 02');
    expect(redact.model('gone', 'Deleted since')).toBe('A model');
    const many = createRedactor({ names: true }, models(...Array.from({ length: 500 }, (_, n) => `M-${n}-x`)));
    expect(many.model('m6', 'M-6-x')).toBe('Model 007');
  });

  it('tells a person who is left out from nobody', () => {
    const redact = createRedactor({ owners: true }, []);
    expect(redact.person('Ada Lovelace')).toBe('named');
    expect(redact.person('')).toBe('');
    expect(redact.said(said`${namedPerson('Ada', 'its owner')} was to do it`, same)).toBe('its owner was to do it');
  });

  it('withholds whole what somebody typed, as soon as it could hold what is left out, or as it is asked', () => {
    const text = (choice: Parameters<typeof createRedactor>[0]) =>
      createRedactor(choice, []).typed('Ada’s plan', 'a plan');
    expect(text({ names: true })).toBe('a plan');
    expect(text({ owners: true })).toBe('a plan');
    expect(text({ money: true })).toBe('Ada’s plan');
    expect(text({ texts: true })).toBe('a plan');
    expect(text({ names: true, texts: false })).toBe('Ada’s plan');
    expect(createRedactor({ names: true, texts: false }, []).words).toBe(
      'Redacted: models are called by number. Texts that somebody typed stand as they are, and may hold names.',
    );
  });

  it('costs no word of ours, whatever models and people are called', () => {
    const name = fc.oneof(
      fc.constantFrom('Drift', 'Model', 'monitoring', 'level', 'a', 'Model 01', 'e'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    );
    const word = fc.constantFrom('a model', 'drifted', 'level 2', 'monitoring', 'Model 12 and', 'the rest');
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
        fc.array(word, { minLength: 2 }),
        (names, words) => {
          const known = models(...names);
          const parts: Sentence = words.flatMap((one, at) => {
            const model = known[at % known.length] as NamedModel; // there is at least one
            return [
              one,
              at % 3 === 0
                ? namedModel(model)
                : at % 3 === 1
                  ? namedPerson(model.name)
                  : typedText(model.name, 'a text'),
            ];
          });
          const redact = createRedactor({ names: true, owners: true }, known);
          const told = redact.said(parts, same);
          const expected = words.map((one, at) => {
            const place = String((at % known.length) + 1).padStart(2, '0');
            return `${one}${at % 3 === 0 ? `Model ${place}` : at % 3 === 1 ? 'somebody' : 'a text'}`;
          });
          expect(told).toBe(expected.join(''));
          expect(createRedactor({}, known).said(parts, same)).toBe(plainWords(parts));
        },
      ),
    );
  });
});
