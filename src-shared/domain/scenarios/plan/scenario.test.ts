import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyInputs } from '../testing/arbitrary-inputs';
import { inputsOf } from '../testing/cases';
import { parsePath, withValue } from './input-path';
import { knownInputs } from './known-inputs';
import { projectInvestment } from './project';
import { changedPaths, inputPaths, isMoney, numberAt, withMoney } from './scenario-inputs';
import { defaultIn, isUnconverted, presetOrigin } from './scenario-origins';
import { presetInputs, uncertainInputs } from './scenario-presets';
import { meantRanges, scenarioRanges } from './scenario-ranges';
import { scenarioResult } from './scenario-result';

const pair = { a: 'L1', b: 'L2' } as const;

describe('the inputs of a scenario', () => {
  it('are all named by a path that reads back', () => {
    const inputs = inputsOf(3);
    const paths = inputPaths(inputs);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => parsePath(path) === null)).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(['loadedAnnual', 'retired.4', 'levels.L3.delayMonths']));
  });

  it('differ exactly where a number was changed', () => {
    fc.assert(
      fc.property(anyInputs, fc.nat(), (inputs, pick) => {
        const paths = inputPaths(inputs);
        const path = paths[pick % paths.length] ?? '';
        const place = parsePath(path);
        if (!place) throw new Error(path);
        const value = (numberAt(inputs, path) ?? 0) + 1;
        expect(changedPaths(inputs, withValue(inputs, place, value))).toEqual([path]);
        expect(changedPaths(inputs, inputs)).toEqual([]);
      }),
    );
    const shorter = { ...inputsOf(3), newModels: [4, 6], retired: [] };
    expect(changedPaths(inputsOf(3), shorter)).toEqual(expect.arrayContaining(['newModels.2', 'newModels.4']));
  });

  it('change amounts and nothing else between major and minor units', () => {
    fc.assert(
      fc.property(anyInputs, (drawn) => {
        const cents = withMoney(drawn, Math.round);
        const there = withMoney(cents, (amount) => amount * 100);
        expect(changedPaths(cents, there).every(isMoney)).toBe(true);
        expect(
          changedPaths(
            withMoney(there, (minor) => minor / 100),
            cents,
          ),
        ).toEqual([]);
      }),
    );
    const costLines = [
      { id: 'a', label: 'A', levels: ['L2' as const], startMonth: 3, months: 2, oneOff: 10, yearly: 1 },
    ];
    expect(withMoney({ ...inputsOf(3), costLines }, (amount) => amount * 100).costLines).toEqual([
      { ...costLines[0], oneOff: 1_000, yearly: 100 },
    ]);
  });
});

describe('origins', () => {
  it('know the one salary in EUR, and say when an amount was not converted', () => {
    expect(defaultIn('EUR', 'loadedAnnual')).toMatchObject({ mode: 100_000, region: 'DE/EU' });
    expect(defaultIn('USD', 'loadedAnnual')).toMatchObject({ mode: 200_000 });
    expect(isUnconverted('EUR', { unit: 'USD/incident' })).toBe(true);
    expect(isUnconverted('USD', { unit: 'USD/incident' })).toBe(false);
    expect(isUnconverted('EUR', { unit: 'h/update' })).toBe(false);
    expect(presetOrigin('article', 'USD', 'levels.L3.minEngineers', 4)).toMatchObject({ mode: 4, grade: 'D' });
  });
});

describe('ranges', () => {
  const inputs = presetInputs('expected');

  it('are the defaults in the currency, replaced by given ones, around the values', () => {
    const given = [{ path: 'incidentCost', low: 30_000, high: 40_000 }];
    const ranges = scenarioRanges(inputs, 'EUR', given);
    // The value stays inside: 20,000 is what the scenario reckons with.
    expect(ranges.find(({ path }) => path === 'incidentCost')).toMatchObject({
      low: 20_000,
      mode: 20_000,
      high: 40_000,
    });
    expect(ranges.find(({ path }) => path === 'loadedAnnual')).toMatchObject({ low: 78_000, high: 200_000 });
  });

  it('end where somebody is certain, begin where somebody is not, and leave out what the pair does not touch', () => {
    const certain = scenarioRanges(inputs, 'USD', [{ path: 'incidentCost', low: 7, high: 7 }]);
    expect(certain.some(({ path }) => path === 'incidentCost')).toBe(false);
    const growth = [
      { path: 'newModels.1', low: 2, high: 12 },
      { path: 'levels.L3.exitCost', low: 0, high: 9 },
    ];
    const added = scenarioRanges(inputs, 'USD', growth, undefined, pair).map(({ path }) => path);
    expect(added).toContain('newModels.1');
    expect(added.some((path) => path.startsWith('levels.L3'))).toBe(false);
    expect(scenarioRanges(inputs, 'USD', growth).map(({ path }) => path)).toContain('levels.L3.exitCost');
  });

  it('leave out people per model where whole engineers are counted', () => {
    const paths = uncertainInputs(presetInputs('article')).map(({ path }) => path);
    expect(paths.filter((path) => path.endsWith('.operateFte'))).toEqual([]);
  });
});

describe('the result of a scenario', () => {
  const inputs = presetInputs('expected');
  const uncertain = scenarioRanges(inputs, 'USD', [], undefined, pair);
  const known = knownInputs(inputs, [], 'USD', 'expected');
  const question = { inputs, compare: 'L2 vs L1', uncertain, currency: 'USD', modelValue: null, noted: null, known };

  it('is the projection, with beliefs at which the NPV is 0', () => {
    const result = scenarioResult(question);
    const { npv } = projectInvestment(inputs).comparisons['L2 vs L1'] ?? { npv: Number.NaN };
    expect(result.npv).toBe(npv);
    expect(result.mustBeTrue.length).toBeGreaterThan(2);
    for (const { path, breakEven, low, high, within } of result.mustBeTrue) {
      const place = parsePath(path);
      if (!place) throw new Error(path);
      const there = projectInvestment(withValue(inputs, place, breakEven)).comparisons['L2 vs L1']?.npv ?? Number.NaN;
      expect(Math.abs(there), path).toBeLessThan(1e-6 * npv);
      expect(within).toBe(breakEven >= low && breakEven <= high);
    }
    expect(result.earlier).toBeNull();
    expect(result.sentence).toMatch(
      /^Level 2 instead of level 1 saves \$[\d.]+M over 5 years at 10% and pays back after 1 year \d months?\. What must be true, level 2 against level 1: /,
    );
  });

  it('says what it costs and what would turn it where it does not pay', () => {
    const two = inputsOf(5);
    const result = scenarioResult({
      ...question,
      inputs: two,
      uncertain: scenarioRanges(two, 'USD', [], undefined, pair),
      modelValue: 1e5,
      noted: null,
    });
    expect(result.sentence).toContain(
      'costs $362K over 3 years at 10% and does not pay back within 3 years. What would turn it, level 2 against level 1: ',
    );
    expect(result.earlier?.presentValue).toBeGreaterThan(0);
    const none = scenarioResult({ ...question, uncertain: [] });
    expect(none.sentence).toMatch(/No single uncertain input can turn the result of level 2 against level 1\.$/);
  });
});

describe('a range that a page kept with all that it showed', () => {
  const path = 'levels.L1.operateFte';
  const inputs = presetInputs('expected');
  const low = 0.2; // the source's when the number was taken over; today it says 0.05
  const items = [{ path, origin: { kind: 'assumption', low, high: 1 } }];
  const rangeOf = (given: readonly { path: string; low: number; high: number }[]) =>
    scenarioRanges(inputs, 'EUR', meantRanges(given, items)).find((one) => one.path === path);

  it('is the source’s, and follows it', () => {
    expect(rangeOf([{ path, low, high: 1 }])).toMatchObject({ low: 0.05, high: 1, from: 'default' });
    expect(rangeOf([{ path, low, high: 0.9 }])).toMatchObject({ low, high: 0.9, from: 'given' });
    const entered = [{ path, origin: { kind: 'entered' } }];
    expect(meantRanges([{ path, low, high: 1 }], entered)).toHaveLength(1);
  });

  it('of people is not called money of another currency', () => {
    expect(isUnconverted('EUR', { unit: 'FTE/model/yr' })).toBe(false);
    expect(isUnconverted('EUR', { unit: 'USD/model/yr' })).toBe(true);
    expect(isUnconverted('EUR', { unit: 'EUR/yr' })).toBe(false);
  });
});
