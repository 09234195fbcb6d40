import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASSUMED_REACH, type CautionQuestion, cautionsOf, withheldBy } from './cautions';
import { gapsTakenNote } from './gap-lines';
import type { CostLine } from './inputs';
import { type KnownInput, knownInputs } from './known-inputs';
import { presetInputs } from './scenario-presets';

const pair = { a: 'L1', b: 'L2' } as const;
const NOTHING: Omit<CautionQuestion, 'inputs' | 'pair' | 'currency'> = {
  assumed: new Set(),
  unconverted: new Set(),
  reduced: new Set(),
  articleStaffing: false,
  measured: new Map(),
  noted: null,
};
const inputs = presetInputs('expected');
const asked = (over: Partial<CautionQuestion> = {}) =>
  cautionsOf({ inputs, pair, currency: 'EUR', ...NOTHING, ...over });
const keys = (over: Partial<CautionQuestion> = {}) => asked(over).map(({ key }) => key);

const line = (over: Partial<CostLine> = {}): CostLine => ({
  id: 'gap:Q1',
  label: 'Q1 A registry',
  levels: ['L2'],
  startMonth: 0,
  months: 3,
  oneOff: 20_000,
  yearly: 0,
  ...over,
});

describe('what must be said beside a result', () => {
  it('is nothing where everything was entered for a plan of its size', () => {
    expect(asked()).toEqual([]);
  });

  it('says that assumed costs of building are not meant for the federal inventory', () => {
    const federal = { ...inputs, modelsAtStart: 892 };
    const [first] = asked({ inputs: federal, assumed: new Set(['levels.L2.investment', 'levels.L2.platformFixed']) });
    expect(first?.key).toBe('largePortfolio');
    expect(first?.sentence).toContain(
      'The assumed investment and fixed platform cost of level 2 are meant for some dozens of models, not for 926: enter',
    );
    const one = asked({ inputs: federal, assumed: new Set(['levels.L2.investment']) });
    expect(one[0]?.sentence).toContain('The assumed investment of level 2 is meant for');
  });

  it('still doubts the platform once the investment was entered', () => {
    const federal = { ...inputs, modelsAtStart: 892 };
    expect(asked({ inputs: federal, assumed: new Set(['levels.L2.platformFixed']) })).toEqual([
      {
        key: 'largePlatform',
        sentence:
          'The assumed fixed platform cost of level 2 is meant for some dozens of models, not for 926: enter what it costs for this portfolio.',
      },
    ]);
  });

  it('does not doubt an investment that somebody entered, nor that of a level that is not compared', () => {
    const federal = { ...inputs, modelsAtStart: 892 };
    expect(keys({ inputs: federal })).toEqual([]);
    expect(keys({ inputs: federal, assumed: new Set(['levels.L3.investment', 'levels.L1.investment']) })).toEqual([]);
  });

  it('begins above the assumed reach and never ends as the portfolio grows', () => {
    const assumed = new Set(['levels.L2.investment']);
    const still = { ...inputs, newModels: [0, 0], retired: [] };
    const at = (modelsAtStart: number) => keys({ inputs: { ...still, modelsAtStart }, assumed });
    expect(at(ASSUMED_REACH)).toEqual([]);
    fc.assert(
      fc.property(fc.integer({ min: ASSUMED_REACH + 1, max: 100_000 }), (models) => {
        expect(at(models)).toEqual(['largePortfolio']);
      }),
    );
  });

  it('says that gaps may be paid twice while the investment is whole', () => {
    const given = { ...inputs, costLines: [line(), line({ id: 'gap:Q2' })] };
    expect(asked({ inputs: given })).toEqual([
      {
        key: 'paidTwice',
        sentence:
          '2 gaps are cost lines while the investment of level 2 is still whole: if it was meant to close them, they are paid twice.',
      },
    ]);
    expect(keys({ inputs: given, reduced: new Set(['L2']) })).toEqual([]);
    expect(keys({ inputs: { ...inputs, costLines: [line({ id: 'own:1' })] } })).toEqual([]);
    expect(keys({ inputs: { ...inputs, costLines: [line({ levels: ['L3'] })] } })).toEqual([]);
  });

  it('names cost lines that the plan ends before', () => {
    const late = { ...inputs, costLines: [line({ id: 'own:1', label: 'Licence', startMonth: 70 })] };
    expect(asked({ inputs: late })[0]?.sentence).toBe(
      'The plan ends after 5 years, before “Licence” is wholly paid: the figures leave out the rest.',
    );
  });

  it('withholds the headline where what a person costs is one of another currency', () => {
    const [caution] = asked({ currency: 'JPY', unconverted: new Set(['loadedAnnual', 'incidentCost']) });
    expect(caution?.instead).toBe('What a person costs a year in JPY has yet to be entered');
    expect(asked({ unconverted: new Set(['incidentCost']) })[0]?.instead).toBeUndefined();
  });

  it('counts amounts of another currency, without those of 0 and of the level that is not compared', () => {
    const unconverted = new Set([
      'incidentCost',
      'levels.L1.investment',
      'levels.L3.investment',
      'levels.L2.investment',
    ]);
    expect(asked({ unconverted })[0]?.sentence).toBe(
      '2 assumed amounts come from sources in another currency, taken over number for number as EUR, not converted.',
    );
  });

  it('calls the article a story, after what is graver', () => {
    const federal = { ...inputs, modelsAtStart: 892 };
    expect(keys({ inputs: federal, assumed: new Set(['levels.L2.investment']), articleStaffing: true })).toEqual([
      'largePortfolio',
      'literalStaffing',
    ]);
  });
});

describe('measured inputs', () => {
  it('priced by hours alone say so', () => {
    const [caution] = asked({ measured: new Map([['incidentCost', 'incidentHours']]) });
    expect(caution).toMatchObject({ key: 'peopleOnly', sentence: expect.stringContaining('the people only') });
    expect(asked({ measured: new Map([['modelsAtStart', 'modelsInProduction']]) })).toEqual([]);
  });

  it('counted by the calendar beside assumed effort say so, and not where both are', () => {
    const calendar = ['levels.L1.deployWeeks', 'timeToProduction'] as const;
    const [caution] = asked({ measured: new Map([calendar]) });
    expect(caution).toMatchObject({
      key: 'calendarTime',
      sentence: expect.stringContaining('at level 1 are calendar'),
    });
    expect(asked({ measured: new Map([calendar, ['levels.L2.deployWeeks', 'timeToProduction']]) })).toEqual([]);
    expect(asked({ measured: new Map([calendar]), pair: { a: 'L2', b: 'L3' } })).toEqual([]);
  });
});

describe('a result that is not to be quoted', () => {
  it('has a headline in its place that says what is missing, with the models of today', () => {
    const federal = { ...inputs, modelsAtStart: 892 };
    const found = asked({ inputs: federal, assumed: new Set(['levels.L2.investment']) });
    expect(withheldBy(found)).toBe('What level 2 costs to build for 926 models (892 now) has yet to be entered');
    expect(withheldBy(asked({ articleStaffing: true }))).toBeNull();
  });
});

describe('what is known of the inputs', () => {
  const item = (origin: KnownInput['origin'], trail: readonly KnownInput['origin'][] = []): KnownInput => ({
    path: 'levels.L2.investment',
    value: inputs.levels.L2?.investment ?? 0,
    origin,
    trail: trail.map((one) => ({ origin: one })),
  });
  const assumption = { kind: 'assumption', unit: 'USD once', grade: 'B' } as const;
  const gaps = { kind: 'entered', note: gapsTakenNote(2) } as const;
  const typed = { kind: 'entered', note: '' } as const;

  it('is an assumption until another number is typed', () => {
    const known = knownInputs(inputs, [item(assumption)], 'EUR', 'expected');
    expect([...known.assumed]).toEqual(['levels.L2.investment']);
    expect([...known.unconverted]).toEqual(['levels.L2.investment']);
    expect(knownInputs(inputs, [item(assumption)], 'USD', 'expected').unconverted.size).toBe(0);
    const level = inputs.levels.L2;
    if (!level) throw new Error('The preset has a level 2.');
    const changed = { ...inputs, levels: { ...inputs.levels, L2: { ...level, investment: 1 } } };
    expect(knownInputs(changed, [item(assumption)], 'EUR', 'article')).toMatchObject({
      assumed: new Set(),
      unconverted: new Set(),
      articleStaffing: true,
    });
  });

  it('counts two figures as long as an input is a guess, and three then', () => {
    const digits = (origin: KnownInput['origin']) => knownInputs(inputs, [item(origin)], 'EUR', null).digits;
    expect(digits({ kind: 'assumption', unit: 'USD once', grade: 'D' })).toBe(2);
    expect(digits(assumption)).toBe(3);
    expect(digits({ kind: 'assumption', unit: '', grade: 'D' })).toBe(3);
    expect(digits(typed)).toBe(3);
  });

  it('remembers that gaps were taken out, until the default is back', () => {
    const reduced = (now: KnownInput['origin'], ...before: KnownInput['origin'][]) =>
      [...knownInputs(inputs, [item(now, before)], 'EUR', null).reduced].length === 1;
    expect(reduced(gaps, assumption)).toBe(true);
    expect(reduced(typed, gaps, assumption)).toBe(true);
    expect(reduced(assumption, gaps, assumption)).toBe(false);
    expect(reduced(typed, assumption)).toBe(false);
  });
});
