import { describe, expect, it } from 'vitest';
import { parsePair } from '../plan/comparison-flows';
import { projectInvestment } from '../plan/project';
import { inputsOf } from '../testing/cases';
import { explainYear } from './explain';
import { explainComparison } from './explain-comparison';

describe('a year, opened', () => {
  it('tells every component by hand as the worked case does', () => {
    const { lines, total, portfolio } = explainYear(inputsOf(1), 'L1', 1);
    expect(lines.map(({ key, numbers }) => [key, numbers])).toEqual([
      ['deploy', '140 × 1 × 4,000 = 560,000'],
      ['operate', '10 × 0.5 × 200,000 = 1,000,000'],
      ['retrain', '10 × 4 × 40 × 100 = 160,000'],
      ['incident', '10 × 2 × 20,000 = 400,000'],
      ['platform', '(0 + 2,000 × 10) = 20,000'],
    ]);
    expect(lines[1]?.words).toBe('living models × people per model × cost of a person');
    expect(total).toBe(2_140_000);
    expect(portfolio.living).toBe(10);
  });

  it('names the inputs behind a figure by their paths', () => {
    const [deploy] = explainYear(inputsOf(3), 'L2', 2).lines;
    expect(deploy?.used.map(({ path }) => path)).toEqual([
      'newModels.0',
      'newModels.1',
      'loadedAnnual',
      'weeksPerYear',
      'levels.L2.deployWeeks',
      'levels.L2.progressRatio',
      'levels.L2.floorWeeks',
      'levels.L2.deployFte',
    ]);
    expect(deploy?.used[5]).toEqual({
      path: 'levels.L2.progressRatio',
      label: 'level 2: progress ratio',
      unit: 'of the weeks per doubling',
      value: 0.7,
    });
  });

  it('shows what the old way still costs while the level is built', () => {
    const { lines } = explainYear(inputsOf(3), 'L2', 1);
    const ramp = lines.at(-1);
    expect(ramp?.key).toBe('ramp');
    expect(ramp?.numbers).toBe('70.3704% × (536,000 − 164,130.89) = 261,685.67');
    expect(explainYear(inputsOf(3), 'L2', 3).lines.some(({ key }) => key === 'ramp')).toBe(false);
  });

  it('shows inflation, whole engineers and the exit where there are any', () => {
    const inflated = explainYear(inputsOf(8), 'L1', 2).lines[1];
    expect(inflated?.numbers).toBe('6 × 0.4 × 200,000 × 1.03 = 494,400');
    expect(inflated?.used.some(({ path }) => path === 'inflation')).toBe(true);
    expect(explainYear(inputsOf(4), 'L3', 1).lines[1]?.numbers).toBe('4 × 200,000 = 800,000');
    expect(explainYear(inputsOf(6), 'L2', 4).lines.at(-1)).toMatchObject({ key: 'exit', value: 1_200_000 });
    expect(explainYear(inputsOf(6), 'L2', 3).lines).toHaveLength(5);
  });

  it('is only of levels and years that there are', () => {
    expect(() => explainYear(inputsOf(3), 'L2', 6)).toThrow('The plan has 5 years and no year 6');
    expect(() => explainYear(inputsOf(6), 'L3', 1)).toThrow('The case has no costs for level 3');
  });
});

describe('a comparison, opened', () => {
  const told = (number: number, name: string) => {
    const inputs = inputsOf(number);
    const comparison = projectInvestment(inputs).comparisons[name];
    const pair = parsePair(name);
    if (!comparison || !pair) throw new RangeError(name);
    return Object.fromEntries(explainComparison(comparison, inputs, pair).map((one) => [one.key, one]));
  };

  it('puts the numbers in', () => {
    const figures = told(1, 'L2 vs L1');
    expect(figures.npv?.numbers).toMatch(/^-400,000 \+ 1,220,000 \/ 1.1\^1 \+ 820,000 \/ 1.1\^2/);
    expect(figures.npvMid?.numbers).toContain('1.1^0.5');
    expect(figures.roi?.numbers).toBe('(4,500,000 + -400,000) / 400,000 = 10.25');
    expect(figures.roi?.value).toBe(10.25);
    expect(figures.breakEvenSteady?.numbers).toMatch(
      /^3 models, level 2: .*; 3 models, level 1: .*; 2 models, level 2: /,
    );
    expect(figures.payback?.numbers).toMatch(/^0 \+ 400,000 \/ 1,220,000 = 0\.327869 years \(4 months\)$/);
    expect(figures.mirr?.numbers).toMatch(/^\(\(1,220,000 × 1\.1\^4 \+ .*\) \/ \(400,000\)\)\^\(1 \/ 5\) − 1 = /);
  });

  it('says why there is no rate', () => {
    expect(told(4, 'L2 vs L1').irr?.numbers).toBe('There is one rate and it is above 1,000%.');
    expect(told(5, 'L2 vs L1').irr?.numbers).toContain('change sign 2 times and no rate makes them 0');
    expect(told(6, 'L2 vs L1').irr?.numbers).toContain('0 at -9.9% and 42.6%');
    expect(told(7, 'L2 vs L1').irr?.numbers).toContain('never change sign');
    expect(told(3, 'L2 vs L1').irr?.numbers).toContain('the rate is unique');
    expect(told(8, 'L3 vs L2').breakEvenNpv?.numbers).toBe('Not with any number of models up to 200.');
  });
});
