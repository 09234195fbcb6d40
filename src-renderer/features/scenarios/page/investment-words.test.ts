import { describe, expect, it } from 'vitest';
import { parsePair } from '#domain/scenarios/plan/comparison-flows';
import { judgeFlows, projectInvestment } from '#domain/scenarios/plan/project';
import { inputPaths } from '#domain/scenarios/plan/scenario-inputs';
import { presetInputs } from '#domain/scenarios/plan/scenario-presets';
import { validateInputs } from '#domain/scenarios/plan/validate-inputs';
import { simulate } from '#domain/scenarios/uncertainty/simulate';
import { hasRow, INPUT_GROUPS, pathsOfRow } from '../inputs/input-groups';
import { shapeOf, sliderRange } from '../inputs/input-shape';
import { headlineOf } from './headline';
import { keyFigures } from './key-figures';
import { sayYears } from './time-words';
import { WHAT_IFS, withWhatIfs } from './what-if';

const inputs = presetInputs('expected');
const pair = parsePair('L2 vs L1') ?? { a: 'L1', b: 'L2' };

const comparisonOf = (flows: readonly number[]) => judgeFlows(0.1, flows);
const never = { breakEvenSteady: null, breakEvenNpv: null };
const asked = (flows: readonly number[]) => ({
  comparison: comparisonOf(flows),
  breakEvens: never,
  peak: { peakFunding: 123_456, peakFundingMonth: 7 },
  result: null,
  currency: 'EUR',
  midYear: false,
  years: flows.length - 1,
  startDate: null as string | null,
  paidBackMonth: null as number | null,
  digits: 3,
  stale: false,
  withheld: false,
  peopleOpen: false,
});
const figure = (flows: readonly number[], id: string) => keyFigures(asked(flows)).find((one) => one.id === id);

describe('headlineOf', () => {
  const say = (flows: readonly number[]) => headlineOf(comparisonOf(flows), pair, flows.length - 1, 'EUR');

  it('says what comes back and when', () => {
    expect(say([-100_000, 80_000, 80_000])).toBe(
      'Level 2 returns €38.8K over 2 years and pays back after 1 year 3 months',
    );
    expect(say([-1, 1_000_000])).toBe('Level 2 returns €909K over 1 year and pays back in less than a month');
    expect(say([0, 50_000])).toBe('Level 2 returns €45.5K over 1 year and pays back at once');
  });

  it('says plainly what is lost', () => {
    expect(say([-100_000, 10_000])).toBe('Level 2 costs €90.9K more than it saves over 1 year and never pays back');
    expect(say([-100_000, 50_000, 55_000])).toBe(
      'Level 2 costs €9,091 more than it saves over 2 years though it pays back after 1 year 11 months, undiscounted',
    );
    expect(say([0, 0])).toBe('Level 2 neither returns nor costs anything over 1 year');
  });
});

describe('keyFigures', () => {
  it('gives a rate only where there is one, and the reason where there is none', () => {
    expect(figure([-100, 120], 'irr')?.value).toBe('20%');
    expect(figure([-100, -20], 'irr')).toMatchObject({ value: 'none', note: 'the flows never change sign' });
    expect(figure([-100, 230, -132], 'irr')).toMatchObject({
      value: 'none',
      note: 'not unique: the flows change sign 2 times',
    });
    expect(figure([-1, 20], 'irr')?.value).toBe('over 1,000%');
  });

  it('says none where nothing is paid back or breaks even', () => {
    expect(figure([-100, 20], 'payback')).toMatchObject({ value: 'none', note: 'not within 1 year' });
    expect(figure([-100, 20], 'breakEvenNpv')?.value).toBe('none');
    expect(figure([0, 20], 'roi')).toMatchObject({ value: 'none', note: 'nothing more is put in' });
  });

  it('says what has to be financed at the deepest point, and when', () => {
    expect(figure([-100, 120], 'peakFunding')).toMatchObject({ value: '€123K', note: 'in month 7' });
  });

  it('says both with a start: the dates come from months, the years from flows at their ends', () => {
    const dated = keyFigures({ ...asked([-100, 80, 80]), startDate: '2026-11', paidBackMonth: 14 });
    expect(dated.find(({ id }) => id === 'peakFunding')?.note).toBe('in May 2027');
    expect(dated.find(({ id }) => id === 'payback')).toMatchObject({
      value: 'Dec 2027',
      note: 'after 1 year 3 months',
    });
  });

  const simulated = simulate({ inputs, compare: 'L2 vs L1', uncertain: [], runs: 10, seed: 1 });
  const shown = (more: { positive?: number; peopleOpen?: boolean; midYear?: boolean }) =>
    keyFigures({
      ...asked([-100, 120]),
      result: { ...simulated, mean: 44, p10: 11, p50: 42, p90: 74, probabilityPositive: more.positive ?? 0.5 },
      peopleOpen: more.peopleOpen ?? false,
      midYear: more.midYear ?? false,
    });

  it('says shares of runs in tenths and never claims certainty', () => {
    const said = (positive: number) => shown({ positive })[1]?.value;
    expect([1, 0.9999, 0.969, 0.52, 0.0001].map(said)).toEqual([
      'nearly all runs',
      'nearly all runs',
      'nearly all runs',
      'about 5 of 10 runs',
      'hardly any run',
    ]);
  });

  it('gives no share against today’s way before its people are known', () => {
    expect(shown({ peopleOpen: true })[1]).toMatchObject({
      value: '–',
      note: 'people unanswered',
    });
  });

  it('shows no spread of runs at year ends beside a value of mid-year', () => {
    expect(shown({})[0]?.note).toBe('P10 €11 · P90 €74');
    expect(shown({ midYear: true })[0]?.note).toBe('runs are at year ends');
  });
});

it('says spans of years as people do', () => {
  expect([0, 0.01, 0.5, 1, 1.99, 2.25].map(sayYears)).toEqual([
    'at once',
    'less than a month',
    '6 months',
    '1 year',
    '2 years',
    '2 years 3 months',
  ]);
});

describe('the inputs on the screen', () => {
  it('are all that the rules have, each once', () => {
    const shown = INPUT_GROUPS.flatMap(({ rows }) => rows.flatMap((row) => pathsOfRow(row, ['L1', 'L2', 'L3'], 5)));
    const whole = {
      ...inputs,
      incidentHours: 9,
      incidentOtherCost: 0,
      incidentReductionL2: 0.6,
      incidentReductionL3: 0.7,
    };
    expect(shown.toSorted()).toEqual(inputPaths(whole).toSorted());
    const has = INPUT_GROUPS.flatMap(({ rows }) => rows.filter((row) => hasRow(row, inputs)));
    const plain = has.flatMap((row) => pathsOfRow(row, ['L1', 'L2', 'L3'], 5));
    expect(plain.toSorted()).toEqual(inputPaths(inputs).toSorted());
  });

  it('write rates as per cent and money in the scenario’s currency', () => {
    expect(shapeOf('discountRate', 'EUR')).toMatchObject({ factor: 100, unit: '% a year' });
    expect(shapeOf('loadedAnnual', 'CHF')).toMatchObject({ factor: 1, unit: 'CHF a year' });
    expect(shapeOf('nothing', 'EUR')).toBeNull();
  });

  it('slide half the believed range beyond it, within what is possible', () => {
    const field = { label: '', unit: '', least: 0, most: 1 };
    expect(sliderRange(field, 0.2, 0.1, 0.35).min).toBe(0);
    const range = sliderRange({ ...field, most: 100 }, 20, 10, 30);
    expect([range.min, range.max]).toEqual([0, 40]);
    expect(range.step).toBeLessThanOrEqual(0.5);
    const ratio = sliderRange({ ...field, exclusive: true }, 0.7, 0.6, 0.85);
    expect(ratio.min).toBeGreaterThan(0);
  });
});

describe('what if', () => {
  const npvOf = (ids: readonly string[]) =>
    projectInvestment(withWhatIfs(inputs, new Set(ids))).comparisons['L2 vs L1']?.npv ?? Number.NaN;

  it('leaves a possible case behind each question, also with all of them on', () => {
    for (const { id } of WHAT_IFS) expect(validateInputs(withWhatIfs(inputs, new Set([id])))).toEqual([]);
    expect(validateInputs(withWhatIfs(inputs, new Set(WHAT_IFS.map(({ id }) => id))))).toEqual([]);
  });

  it('moves the result the way the question means', () => {
    const base = npvOf([]);
    expect(npvOf(['salary'])).toBeGreaterThan(base);
    for (const id of ['slip', 'investment', 'growth', 'incidents']) expect(npvOf([id])).toBeLessThan(base);
  });

  it('makes a person 30 % dearer and leaves the scenario as it was', () => {
    expect(withWhatIfs(inputs, new Set(['salary'])).loadedAnnual).toBeCloseTo(inputs.loadedAnnual * 1.3, 6);
    expect(withWhatIfs(inputs, new Set())).toBe(inputs);
    expect(withWhatIfs(inputs, new Set(['slip'])).levels.L2?.delayMonths).toBe(6);
    expect(withWhatIfs(inputs, new Set(['slip'])).levels.L1?.delayMonths ?? 0).toBe(0);
  });
});
