import { describe, expect, it } from 'vitest';
import { planOf, STAGED } from '../testing/decision-cases';
import { decide } from './decide';
import type { DecisionInputs } from './decision-inputs';
import { turnsWithoutAmounts } from './decision-words';
import { nearestTurns } from './nearest-turns';
import type { Turn } from './turns';

const sentenceOf = (inputs: DecisionInputs) => decide({ inputs, currency: 'EUR' }).sentence;
const insurer = planOf('A2');

describe('the sentence', () => {
  it('puts the disagreement first, then its amount, then what would turn it', () => {
    expect(sentenceOf(insurer)).toBe(
      'The rule of thumb says level 3: as the plan counts, 3 by number of models (32 is more than 20), 2 by updates a year (47.2 is more than 12). ' +
        'Over 5 years level 2 costs least, €817K less than level 3 in present value at 10%. ' +
        'Level 3 becomes the cheaper one above 0.251 people per model of level 2, above €182K a year for a person or above 112 models at the end of the plan. ' +
        'Level 1 becomes the cheaper one below 0.192 people per model of today’s way, over less than 1.17 years or below €18.3K a year for a person.',
    );
  });

  it('names without an amount what turns by one, for who is not told amounts', () => {
    const { nearest, cheapest, years } = decide({ inputs: insurer, currency: 'EUR' });
    expect(turnsWithoutAmounts({ nearest, cheapest, years, planYears: 5, digits: 3 })).toBe(
      'Level 3 becomes the cheaper one above 0.251 people per model of level 2, above some amount a year for a person or above 112 models at the end of the plan. ' +
        'Level 1 becomes the cheaper one below 0.192 people per model of today’s way, over less than 1.17 years or below some amount a year for a person.',
    );
  });

  it('says in one go where rule and money agree', () => {
    const many = { ...insurer, modelsAtStart: 150 };
    const answer = decide({ inputs: many });
    expect(answer.agreement).toBe('same');
    expect(answer.sentence).toMatch(/^The rule of thumb and the money both say level 3: /);
  });

  it('says that the rule has nothing to say without a model', () => {
    const none = { ...insurer, modelsAtStart: 0, newModels: [4, 0], retired: [0, 4] };
    const answer = decide({ inputs: none });
    expect(answer).toMatchObject({ agreement: 'noRule', recommended: null, rule: null });
    expect(answer.sentence).toContain('The rule of thumb has nothing to say: the plan has no model.');
  });

  it('says whose number of models it counts, and that it is assumed', () => {
    const { modelsAtStart: _none, ...later } = insurer;
    const { words } = decide({ inputs: later, modelsAssumed: true });
    expect(words.rule).toMatch(/ 3 by number of models at the end of the plan \(31 is more than 20, as assumed\), /);
    expect(decide({ inputs: insurer }).words.rule).toContain('by number of models (32 is more than 20), ');
  });

  it('holds a rule against a plan that has not its level', () => {
    const { L3: _left, ...levels } = insurer.levels;
    const answer = decide({ inputs: { ...insurer, levels } });
    expect(answer).toMatchObject({ agreement: 'ruleHigher', cheapest: 'L2', recommended: 'L3' });
    expect(answer.words.money).toMatch(/^Over 5 years level 2 costs least, \d.* less than level 1 /);
  });

  it('says with one level that nothing can be held against it', () => {
    const { L2: _two, L3: _three, ...levels } = insurer.levels;
    expect(sentenceOf({ ...insurer, levels })).toContain('Over 5 years only the cost of level 1 is known.');
  });

  it('counts runs in tenths and says how many inputs are assumptions', () => {
    const wide = { path: 'updatesPerYear', of: { kind: 'pert' as const, low: 1, mode: 4, high: 52 } };
    const rate = { path: 'levels.L1.incidentsPerModel', of: { kind: 'rate' as const, events: 29, exposure: 22.39 } };
    const answer = decide({ inputs: insurer, uncertain: [wide, rate], runs: 2_000 });
    expect(answer.words.runs).toBe('It costs least in about 8 of 10 runs; 1 of 2 uncertain inputs is an assumption.');
    const sure = decide({ inputs: insurer, uncertain: [rate], runs: 200 });
    expect(sure.words.runs).toBe('It costs least in nearly all runs; no uncertain input is an assumption.');
  });

  it('calls nothing the best and asks nobody to need anything', () => {
    for (const id of ['A1', 'A2', 'A6', 'K1', 'A9', 'A5']) {
      expect(decide({ inputs: planOf(id), paths: [] }).sentence).not.toMatch(/\bbest\b|\bneeds?\b/);
    }
    expect(decide({ inputs: insurer, paths: [STAGED] }).sentence).toBe(decide({ inputs: insurer }).sentence);
  });
});

describe('the nearest turns', () => {
  const turn = (by: string, at: number, current: number): Turn => ({ from: 'L2', to: 'L3', by, at, current });

  it('are three at most, the people per model always among them', () => {
    const turns = [
      turn('years', 6, 5),
      turn('models', 80, 63),
      turn('loadedAnnual', 150, 112),
      turn('levels.L2.operateFte', 2, 0.2),
    ];
    const { higher, lower } = nearestTurns(turns, 'L2');
    expect(higher.map(({ by }) => by)).toEqual(['years', 'models', 'levels.L2.operateFte']);
    expect(lower).toEqual([]);
  });

  it('come last where a logarithm would be endless', () => {
    const turns = [turn('incidentCost', 100, 0), turn('levels.L2.operateFte', 0.3, 0.2)];
    expect(nearestTurns(turns, 'L2').higher.map(({ by }) => by)).toEqual(['levels.L2.operateFte', 'incidentCost']);
  });

  it('are the first on each side of where the plan stands', () => {
    const turns: Turn[] = [
      { from: 'L1', to: 'L2', by: 'models', at: 5, current: 63 },
      { from: 'L1', to: 'L2', by: 'models', at: 9, current: 63 },
      { from: 'L2', to: 'L3', by: 'models', at: 112, current: 63 },
    ];
    const { higher, lower } = nearestTurns(turns, 'L2');
    expect(higher).toMatchObject([{ at: 112, reached: 'L3', side: 'above' }]);
    expect(lower).toMatchObject([{ at: 9, reached: 'L1', side: 'below' }]);
  });
});

it('gives a turn as many figures as the plan carries, and never on the other side of where it stands', () => {
  const { words } = decide({ inputs: insurer, currency: 'EUR', digits: 2 });
  expect(words.turns).toBe(
    'Level 3 becomes the cheaper one above 0.25 people per model of level 2, above €180K a year for a person or above 110 models at the end of the plan. ' +
      'Level 1 becomes the cheaper one below 0.19 people per model of today’s way, over less than 1.2 years or below €18K a year for a person.',
  );
  const { L2, ...others } = insurer.levels;
  if (!L2) throw new Error('The case has level 2.');
  const near = { ...insurer, levels: { ...others, L2: { ...L2, operateFte: 0.25 } } };
  expect(decide({ inputs: near, digits: 2 }).words.turns).toContain('above 0.251 people per model of level 2');
});

it('says that the turns are of the plan’s own years where it is judged over others', () => {
  const { words, cheapest } = decide({ inputs: insurer, currency: 'EUR', horizon: 10, growth: 'hold' });
  const own = decide({ inputs: insurer, currency: 'EUR' }).words.turns;
  expect(cheapest).toBe('L3');
  expect(words.turns).toBe(`Over the plan’s own 5 years: l${own.slice(1)}`);
});
