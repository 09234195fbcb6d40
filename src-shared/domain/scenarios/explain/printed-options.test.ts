import { describe, expect, it } from 'vitest';
import { decide } from '../options/decide';
import type { StagedPath } from '../options/decision-inputs';
import type { LevelKey } from '../plan/inputs';
import { presetInputs } from '../plan/scenario-presets';
import { awkwardPlan } from '../testing/awkward-plan';
import { equationsOf } from '../testing/calculator';
import { inputsOf } from '../testing/cases';
import { expectReproducible } from '../testing/reproducible';
import { explainOptions, type OptionExplanation, type OptionsAsked } from './explain-option';
import type { OptionFigureKey } from './option-figures';

const staged = (over: Partial<StagedPath> = {}, step: object = {}): StagedPath => ({
  id: 'L2 then L3',
  steps: [
    { level: 'L2', startMonth: 0 },
    { level: 'L3', startMonth: 12, ...step },
  ],
  ...over,
});
const { L2: second, ...others } = awkwardPlan.levels;
if (!second) throw new Error('The plan has a level 2.');
const changing = {
  ...awkwardPlan,
  levels: { ...others, L2: { ...second, dipMonths: 3.5, dipShare: 0.15, platformEscalator: 0.05 } },
};
const derived = {
  ...awkwardPlan,
  incidentHours: 51.923077,
  incidentOtherCost: 35_263,
  derived: ['incidentCost', 'levels.L2.incidentsPerModel', 'levels.L3.incidentsPerModel'],
};

const asked: readonly (readonly [string, OptionsAsked])[] = [
  ['the expected preset', { inputs: presetInputs('expected'), paths: [staged()], startDate: '2026-11' }],
  ['the article', { inputs: presetInputs('article'), paths: [staged()] }],
  ['every kind of input at once', { inputs: awkwardPlan, paths: [staged()], startDate: '2027-04' }],
  ['a change-over and a contract', { inputs: changing, paths: [staged({ platformOverlap: 'parallel' })] }],
  ['inputs that are formulas', { inputs: derived, paths: [staged({ exitPrevious: true }, { reuse: 0.25 })] }],
  ['a step with a price of its own', { inputs: awkwardPlan, paths: [staged({}, { investment: 123_456.7 })] }],
  ['nothing of the level below kept', { inputs: awkwardPlan, paths: [staged({}, { reuse: 0 })], horizon: 10 }],
  [
    'a late first step',
    { inputs: awkwardPlan, paths: [{ id: 'later', steps: [{ level: 'L3', startMonth: 18 }] }], horizon: 4 },
  ],
  ['ten years of growth', { inputs: awkwardPlan, paths: [staged()], horizon: 10, growth: 'continue' }],
  [
    'a house that counts hiring in fiscal years',
    {
      ...{ inputs: awkwardPlan, paths: [staged()], startDate: '2026-11', fiscalYearStart: 4 },
      team: { teamToday: 2, ceiling: 14, hiringCost: 31_500, inCosts: true },
    },
  ],
  ['one year', { inputs: awkwardPlan, paths: [staged()], horizon: 1 }],
  [
    'a path that never begins',
    { inputs: awkwardPlan, paths: [{ id: 'later', steps: [{ level: 'L3', startMonth: 36 }] }], horizon: 2 },
  ],
  ...Array.from(
    { length: 8 },
    (_, at) => [`case ${at + 1}`, { inputs: inputsOf(at + 1), startDate: '2026-11' }] as const,
  ),
];

describe.each(asked)('every printed formula of the options of %s', (_name, request) => {
  const answer = decide({ ...request, uncertain: [] });
  const opened = explainOptions(request);
  const figureOf = ({ figures }: OptionExplanation, key: OptionFigureKey) => figures.find((one) => one.key === key);

  it('comes out on a calculator', () => {
    for (const { id, figures, years } of opened) {
      for (const { key, value, numbers } of figures) {
        // The people of the last year stand last of the years.
        const first = key === 'people' || key === 'yearCost' ? null : value;
        const seen = expectReproducible(numbers, first, `${id} ${key}`);
        const closed = seen === 0 && value !== null && value !== 0 && !/^-?[\d,.]+$/.test(numbers);
        expect(closed, `${id} ${key}: ${numbers}`).toBe(false);
      }
      for (const { year, lines, under, total } of years) {
        for (const line of [...lines, ...under]) expectReproducible(line.numbers, line.value, `${id} ${year}`);
        const sum = lines.reduce((all, { value }) => all + value, 0);
        expect(sum / total, `${id} ${year}`).toBeCloseTo(1, 9);
      }
    }
  });

  it('is of the figure that the options show', () => {
    expect(opened.map(({ id }) => id)).toEqual([...Object.keys(answer.levels), ...Object.keys(answer.paths)]);
    for (const one of opened) {
      const shown = answer.levels[one.id as LevelKey] ?? answer.paths[one.id]; // of both kinds
      if (!shown) throw new Error(one.id);
      const { pvCost, totalCost, npvVsL1, npvVsPrevious, peakFunding, investment, paybackVsL1 } = shown;
      const own = { pvCost, totalCost, npvVsL1, npvVsPrevious, peakFunding, investment, payback: paybackVsL1 };
      for (const [key, value] of Object.entries(own)) {
        const found = figureOf(one, key as OptionFigureKey); // the keys of the record above
        if (found) expect(found.value, `${one.id} ${key}`).toBe(value);
        else expect(shown.paybackVsL1 === null && shown.npvVsL1 === 0, `${one.id} ${key}`).toBe(true);
      }
      const people = equationsOf(figureOf(one, 'people')?.numbers ?? '').slice(0, answer.years);
      expect(people.map(({ said }) => said)).toEqual(shown.peopleByYear.map((of) => expect.closeTo(of, 1)));
      if (request.startDate !== undefined) {
        const house = equationsOf(figureOf(one, 'people')?.numbers ?? '').slice(answer.years);
        const means = shown.onAxis.people.map(({ total }) => expect.closeTo(total, 1));
        expect(house.slice(0, answer.axis.length).map(({ said }) => said)).toEqual(means);
      }
      const costs = equationsOf(figureOf(one, 'yearCost')?.numbers ?? '');
      const house = request.startDate === undefined ? [] : shown.onAxis.cost;
      const expected = [...shown.yearCost, ...house].map((of) => expect.closeTo(of, 1));
      expect(costs.map(({ said }) => said)).toEqual(expected);
    }
  });
});

it('opens shares of runs and regrets to the runs', () => {
  const request = { inputs: presetInputs('expected'), paths: [staged()] };
  const uncertain = [
    { path: 'levels.L1.operateFte', of: { kind: 'pert', low: 0.05, mode: 0.5, high: 1 } },
    { path: 'levels.L2.operateFte', of: { kind: 'pert', low: 0.1, mode: 0.2, high: 0.35 } },
    { path: 'levels.L3.platformFixed', of: { kind: 'pert', low: 10_000, mode: 400_000, high: 900_000 } },
  ] as const;
  const answer = decide({ ...request, uncertain, runs: 400, seed: 7 });
  const figuresOf = (peopleKnown: boolean) =>
    explainOptions(request, answer, peopleKnown).map(({ figures }) => figures);
  for (const [at, level] of (['L1', 'L2', 'L3'] as const).entries()) {
    const shown = answer.levels[level];
    const of = (key: OptionFigureKey, known = true) => figuresOf(known)[at]?.find((one) => one.key === key);
    expect(of('share')?.value).toBe(shown?.probabilityCheapest);
    expect(of('share')?.numbers).toMatch(/^\d+ \/ 400 = /);
    expectReproducible(of('share')?.numbers ?? '', of('share')?.value ?? null, 'share');
    expect(of('regret')?.value).toBe(shown?.averageRegret);
    expect(shown?.averageRegret).toBeGreaterThan(0);
    expect(expectReproducible(of('regret')?.numbers ?? '', of('regret')?.value ?? null, 'regret')).toBe(2);
    // In how many runs today's way costs least is not given before somebody has said how many people it takes.
    expect(of('regret', false)?.numbers).not.toContain('in which level');
    expect(expectReproducible(of('regret', false)?.numbers ?? '', shown?.averageRegret ?? null, 'regret')).toBe(1);
  }
});

it('judges the last step over as many years after its gate, as the note under it says', () => {
  const request = { inputs: presetInputs('expected'), paths: [staged()] };
  const gate = decide({ ...request, uncertain: [] }).paths['L2 then L3']?.gate;
  const path = explainOptions(request).at(-1);
  const told = equationsOf(path?.figures.find(({ key }) => key === 'npvVsPrevious')?.numbers ?? '');
  expect(told.find(({ text }) => text.startsWith('over 6 years: '))?.said).toBeCloseTo(gate?.npvAsLong ?? 0, 1);
});
