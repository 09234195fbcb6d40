import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CORE_QUESTIONS } from '../../assessments/questions/question-sets';
import { planRoadmap } from '../../assessments/roadmap';
import { type MovedModel, modelYears, productionRecord } from '../../models/recorded-releases';
import { DEFAULT_UPDATES_PER_YEAR } from '../../models/update-frequency';
import { gapLines, investmentWithout, toCostLine } from '../plan/gap-lines';
import { inputsOf } from '../testing/cases';
import { type ModelFacts, measureGrowth, measureTimeToProduction } from './measured-models';
import { measureReleases } from './measured-releases';

const NOW = '2026-11-23T10:00:00.000Z';
const FROM = '2025-11-23T10:00:00.000Z';
const inputs = inputsOf(3);

const facts: ModelFacts = {
  timesToProduction: [],
  inProduction: 0,
  productionRows: [],
  declared: [],
  updatesPerYear: DEFAULT_UPDATES_PER_YEAR,
  beforeProduction: [],
  beforeRows: [],
  growth: null,
};

describe('time in production', () => {
  it('counts from the window to its end, without the time out of it', () => {
    const moves: MovedModel['moves'] = [
      { to: 'deployed', at: '2025-01-01' },
      { to: 'retired', at: '2026-05-24T22:00:00.000Z' },
    ];
    expect(productionRecord(moves, FROM, NOW)?.years).toBeCloseTo(182.5 / 365, 9);
    expect(productionRecord([{ to: 'deployed', at: null }], FROM, NOW)).toBeNull();
    expect(productionRecord([{ to: 'training', at: null }], FROM, NOW)).toEqual({
      years: 0,
      updates: 0,
      releases: 0,
    });
  });

  it('is never more than the window, nor less than nothing', () => {
    const stage = fc.constantFrom('training', 'deployed', 'monitored', 'retraining', 'validation', 'retired');
    const day = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(stage, day), { maxLength: 12 }), (drawn) => {
        const moves = drawn
          .toSorted((p, q) => p[1] - q[1])
          .map(([to, days]) => ({ to, at: new Date(Date.UTC(2024, 0, 1 + days)).toISOString() }));
        const record = productionRecord(moves, FROM, NOW);
        expect(record?.years).toBeGreaterThanOrEqual(0);
        expect(record?.years).toBeLessThanOrEqual(1 + 1e-9);
        // A model that came in as monitored has been released before: its first recorded release is an update.
        expect(record?.updates).toBeLessThanOrEqual(moves.filter(({ to }) => to === 'deployed').length);
      }),
    );
  });

  it('without a recorded release says nothing, and leaves models without dates out', () => {
    const still: MovedModel = { modelId: 'a', name: 'A', moves: [{ to: 'deployed', at: '2026-01-01' }] };
    const undated: MovedModel = { modelId: 'b', name: 'B', moves: [{ to: 'monitored', at: null }] };
    expect(measureReleases([still, undated], NOW)).toMatchObject({
      value: null,
      reason:
        'No release after the first one is recorded for 1 model in production: none recorded is not none. 1 model without dates of its moves is left out.',
    });
    expect([...modelYears([still, undated], NOW).models]).toEqual(['a']);
  });
});

describe('what the models say', () => {
  it('is the median, in weeks, of those that have one', () => {
    const times = [70, 7, 700, -3].map((days, at) => ({ modelId: `m${at}`, name: `M${at}`, days }));
    const found = measureTimeToProduction({ ...facts, timesToProduction: times }, inputs);
    expect(found).toMatchObject({ value: 10, n: 3, sets: [{ path: 'levels.L1.deployWeeks', value: 10 }] });
    expect(measureTimeToProduction(facts, inputs)).toMatchObject({ value: null, n: 0 });
  });

  it('takes growth of 24 months evenly, within the plan', () => {
    const growth = { assessment: 'Autumn', finishedAt: NOW, models: 5 };
    expect(measureGrowth({ ...facts, growth }, inputs).sets).toEqual([
      { path: 'newModels.0', value: 2.5 },
      { path: 'newModels.1', value: 2.5 },
    ]);
    expect(measureGrowth({ ...facts, growth }, { ...inputs, newModels: [4] }).sets).toHaveLength(1);
    expect(measureGrowth({ ...facts, growth: { ...growth, models: -2 } }, inputs).value).toBeNull();
  });
});

describe('gaps', () => {
  it('cost the levels whose own need is as high, by the weeks and months of the roadmap', () => {
    const question = CORE_QUESTIONS.questions.find(({ id }) => id === 'MG3');
    expect(question?.need).toEqual({ L1: 0, L2: 2, L3: 3 });
    const gap = { id: 'MG3', component: 'model_governance', have: 0, need: 2, short: 2, gatingLevel: 2 } as const;
    const [line] = gapLines([gap], planRoadmap({ gaps: [gap] }), CORE_QUESTIONS, inputs);
    expect(line).toMatchObject({ levels: ['L2', 'L3'], startMonth: 0 });
    expect(line?.oneOff).toBe((line?.effortWeeks ?? 0) * 4_000);
    const { L1, L2 } = investmentWithout(inputs, line ? [toCostLine(line, 0)] : []).levels;
    expect(L1?.investment).toBe(0);
    expect(L2?.investment).toBe(400_000 - (line?.oneOff ?? 0));
  });
});
