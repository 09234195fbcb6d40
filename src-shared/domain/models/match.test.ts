import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, words } from '../base/fold';
import { type KnownModel, type ModelMatch, modelMatcher } from './match';

const model = (id: string, name: string, ...externalIds: readonly string[]): KnownModel => ({
  id,
  name,
  unit: '',
  externalIds: externalIds.map((each) => ({ system: 'CMDB', id: each })),
});
const nobody = (): undefined => undefined;

const say = (match: ModelMatch): string =>
  match.found === 'ambiguous'
    ? `${match.by}: ${match.candidates.map(({ id }) => id).join(' or ')}`
    : `${match.found}${match.model ? ` ${match.model.id}` : ''}`;

describe('modelMatcher', () => {
  it('takes external id before own id before name, whoever asks', () => {
    const find = modelMatcher([model('a', 'APP-2', 'X-1'), model('b', 'Churn', 'APP-2')], nobody);
    expect(
      ['APP-2', 'app-2', 'X-1', 'x-1', ' X‑1 ', 'a', 'Churn', 'CHURN', 'churn!', 'A', 'Fraud', ''].map(find).map(say),
    ).toEqual([
      'external_id b',
      'external_id b',
      'external_id a',
      'external_id a',
      'external_id a',
      'own_id a',
      'name b',
      'name b',
      'name b',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('takes what is written so before what only reads so', () => {
    const find = modelMatcher(
      [model('a', 'Churn model', 'r1a'), model('b', 'churn_model', 'R1A'), model('c', 'Quote, motor')],
      nobody,
    );
    expect(['r1a', 'R1A', 'R1a', 'Churn model', 'churn_model', 'ChurnModel', 'quoteMotor'].map(find).map(say)).toEqual([
      'external_id a',
      'external_id b',
      'external_id: a or b',
      'name a',
      'name b',
      'name: a or b',
      'name c',
    ]);
  });

  it('picks none of several, and asks no later step about them', () => {
    const find = modelMatcher(
      [model('a', 'Churn', '7'), model('b', 'Churn', '7'), model('c', '7'), model('d', 'Pricing', 'Churn')],
      nobody,
    );
    expect(['7', 'Churn', 'churn '].map(find).map(say)).toEqual([
      'external_id: a or b',
      'external_id d',
      'external_id d',
    ]);
    const names = modelMatcher([model('a', 'Churn'), model('b', 'Churn')], nobody);
    expect(say(names('Churn'))).toBe('name: a or b');
  });

  it('follows a person before all else, and looks up what they chose of models that are gone', () => {
    const choices: Readonly<Record<string, string | null>> = { Churn: 'b', Pricing: null, Fraud: 'deleted', '': 'a' };
    const find = modelMatcher(
      [model('a', 'Churn'), model('b', 'Pricing'), model('c', 'Fraud')],
      (text) => choices[text],
    );
    expect(['Churn', 'Pricing', 'Fraud', ''].map(find).map(say)).toEqual([
      'chosen b',
      'left_out',
      'name c',
      'chosen a',
    ]);
  });

  it('counts a model once that says the same id twice', () => {
    expect(say(modelMatcher([model('a', 'Churn', 'APP-1', 'APP-1 ', 'app-1')], nobody)('APP-1'))).toBe('external_id a');
  });
});

/** Few letters, so that texts collide as written, folded and as words. */
const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', '_', ' ', '-', '‑'), maxLength: 3 });
const models = fc
  .array(fc.record({ name: text, ids: fc.array(text, { maxLength: 2 }) }), { maxLength: 6 })
  .map((drawn) => drawn.map(({ name, ids }, index) => model(`m${index}`, name, ...ids)));

describe('a match', () => {
  it('is what the precedence says, worked out model by model', () => {
    fc.assert(
      fc.property(models, text, (all, asked) => {
        const same = (key: (each: string) => string) => (each: string) => key(each) === key(asked) && key(each) !== '';
        const trimmed = same((each) => each.trim());
        const ladder: readonly (readonly [string, (each: KnownModel) => boolean])[] = [
          ['external_id', ({ externalIds }) => externalIds.some(({ id }) => trimmed(id))],
          ['external_id', ({ externalIds }) => externalIds.some(({ id }) => same(fold)(id))],
          ['own_id', ({ id }) => trimmed(id)],
          ['name', ({ name }) => trimmed(name)],
          ['name', ({ name }) => same(words)(name)],
        ];
        const rung = ladder.map(([by, fits]) => [by, all.filter(fits).map(({ id }) => id)] as const);
        const [by, ids] = rung.find(([, fitting]) => fitting.length > 0) ?? ['unknown', []];
        const expected = ids.length > 1 ? `${by}: ${ids.join(' or ')}` : [by, ...ids].join(' ');
        expect(say(modelMatcher(all, nobody)(asked))).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not hang on the order of the models, nor on what was asked before', () => {
    const told = (match: ModelMatch): readonly string[] =>
      match.found === 'ambiguous' ? match.candidates.map(({ id }) => id).sort() : [say(match)];
    fc.assert(
      fc.property(models, fc.array(text, { maxLength: 4 }), text, (all, before, asked) => {
        const find = modelMatcher(all.toReversed(), nobody);
        before.forEach(find);
        expect(told(find(asked))).toEqual(told(modelMatcher(all, nobody)(asked)));
        expect(find(asked)).toBe(find(asked));
      }),
    );
  });
});
