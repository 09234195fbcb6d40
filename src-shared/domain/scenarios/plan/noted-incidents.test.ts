import { describe, expect, it } from 'vitest';
import { decide } from '../options/decide';
import { cautionsOf } from './cautions';
import { knownInputs } from './known-inputs';
import { incidentReadings, sayReadings } from './noted-incidents';
import { projectInvestment } from './project';
import { sayFinding } from './say-result';
import { presetInputs } from './scenario-presets';
import { readingsOf, scenarioResult } from './scenario-result';

const plan = {
  ...{ ...presetInputs('expected'), loadedAnnual: 112_000, hoursPerYear: 1_800, modelsAtStart: 32 },
  ...{ incidentHours: 51.923077, derived: ['incidentCost'] },
};
const noted = { cost: 35_263, noted: 19, of: 32 };
const pair = { a: 'L1', b: 'L3' } as const;
const known = knownInputs(plan, [], 'EUR', null);
const ask = (inputs: typeof plan, of: typeof noted | null) =>
  scenarioResult({ inputs, compare: 'L3 vs L1', uncertain: [], currency: 'EUR', modelValue: null, known, noted: of });
const money = (amount: number): string => `€${Math.round(amount / 1_000)}K`;

describe('while nobody has said whether noted amounts count', () => {
  it('a result carries both readings, each as if it were the answer', () => {
    const { readings, sentence, npv } = ask(plan, noted);
    expect(readings.map(({ id, cost }) => [id, Math.round(cost)])).toEqual([
      ['onTop', 38_494],
      ['holdHours', 35_263],
    ]);
    for (const reading of readings) {
      const entered = { ...plan, derived: [], incidentCost: reading.cost };
      expect(reading.npv).toBeCloseTo(projectInvestment(entered).comparisons['L3 vs L1']?.npv ?? 0, 4);
      expect(reading.npv).toBeGreaterThan(npv);
    }
    expect(sentence).toMatch(/, or €[\d.]+M to €[\d.]+M if noted incident amounts count\. /);
  });

  it('the finding says both in one sentence, and the decision of all levels too', () => {
    const result = ask(plan, noted);
    const finding = sayFinding(result, pair, { money, counted: (count, one) => `${count} ${one}` });
    expect(finding).toMatch(/ pays back .*, or €\d+K to €\d+K if noted incident amounts count$/);
    const { words, sentence } = decide({ inputs: plan, notedIncidentCost: 5_000, currency: 'EUR' });
    // Whichever reading, the same level costs least: the headline stands, and the sums are said with it.
    expect(words.headline).toMatch(/over 5 years$/);
    expect(words.money).toMatch(/ at 10%, €[\d.]+[KM] to €[\d.]+[KM] if noted incident amounts count\.$/);
    expect(sentence).toContain(words.money);
  });

  it('where they make another level the cheapest, the headline is both', () => {
    const { words } = decide({ inputs: plan, notedIncidentCost: 400_000 });
    expect(words.headline).toMatch(/; if noted incident amounts count, the money says level 3$/);
    expect(words.money).toContain('; if noted incident amounts count, level 3 costs least.');
  });

  it('where it hangs on the hours which level is the cheapest, that is said', () => {
    const { words } = decide({ inputs: plan, notedIncidentCost: noted.cost });
    expect(words.headline).toMatch(
      /count, the money says level 2 or level 3, by whether they hold the people’s hours$/,
    );
  });

  it('is a caution with how many there are', () => {
    const told = cautionsOf({ inputs: plan, pair, currency: 'EUR', ...known, noted });
    expect(told.find(({ key }) => key === 'notedIncidents')?.sentence).toContain('(19 of 32 incidents have one)');
  });
});

describe('once it is answered, or where there is nothing to ask', () => {
  it.each([
    ['an answer', { ...plan, incidentOtherCost: 0 }, noted],
    ['a cost of its own', { ...plan, derived: [] }, noted],
    ['nothing noted', plan, null],
  ] as const)('%s: one reading only', (_name, inputs, of) => {
    const { readings, sentence, cautions, noted: open } = ask(inputs as typeof plan, of);
    expect([readings, open]).toEqual([[], null]);
    expect(sentence).not.toContain('noted');
    expect(cautions.map(({ key }) => key)).not.toContain('notedIncidents');
    const { words } = decide({ inputs, ...(of ? { notedIncidentCost: of.cost } : {}) });
    expect(`${words.headline} ${words.money}`).not.toContain('noted');
  });

  it('the readings change no figure of a decision', () => {
    const { words: _told, sentence: _said, ...figures } = decide({ inputs: plan, notedIncidentCost: noted.cost });
    const { words: _plain, sentence: _alone, ...own } = decide({ inputs: plan });
    expect(figures).toEqual(own);
  });
});

it('says a turn of the sign as one', () => {
  expect(sayReadings(-850_000, [-440_000, -480_000], money)).toBe(
    ', or €440K to €480K if noted incident amounts count',
  );
  expect(sayReadings(-850_000, [120_000, 120_000], money)).toBe(', but returns €120K if noted incident amounts count');
  expect(sayReadings(10_000, [-5_000, 20_000], money)).toBe(
    ', and between €-5K and €20K if noted incident amounts count',
  );
  expect(sayReadings(10_000, [], money)).toBe('');
});

it('a reading works every derived input out', () => {
  const follows = { ...plan, derived: ['incidentCost', 'levels.L2.incidentsPerModel'] };
  const [onTop, holds] = incidentReadings(follows, 35_263);
  expect(onTop?.inputs.incidentCost).toBeCloseTo(38_493.77, 1);
  expect(holds?.inputs.incidentCost).toBe(35_263);
  expect(holds?.inputs.derived).toEqual(['levels.L2.incidentsPerModel']);
  expect(readingsOf(follows, pair, null)).toEqual([]);
});
