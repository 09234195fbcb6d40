import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainYear } from '../explain/explain';
import { annualisedCosts } from '../finance/break-even';
import { anyInputs } from '../testing/arbitrary-inputs';
import { inputsOf } from '../testing/cases';
import { lineCost, linesBeyond } from './cost-lines';
import type { CostLine, InvestmentInputs } from './inputs';
import { projectInvestment } from './project';
import { costRunner, draftOf } from './run-costs';
import { validateInputs } from './validate-inputs';

const line: CostLine = {
  id: 'gap:MR1',
  label: 'Registry',
  levels: ['L2'],
  startMonth: 9,
  months: 6,
  oneOff: 60_000,
  yearly: 12_000,
};
const withLine = (change: Partial<CostLine>, inputs: InvestmentInputs = inputsOf(3)): InvestmentInputs => ({
  ...inputs,
  costLines: [{ ...line, ...change }],
});

describe('a cost line', () => {
  it('falls due month by month, then a twelfth of its yearly cost each month', () => {
    // Months 10 to 12 of year 1, 13 to 15 of year 2, then nine months of year 2.
    expect([1, 2, 3].map((year) => lineCost(line, year))).toEqual([30_000, 30_000 + 9_000, 12_000]);
    expect([1, 2].map((year) => lineCost({ ...line, months: 0, startMonth: 12, yearly: 0 }, year))).toEqual([
      0, 60_000,
    ]);
  });

  it('is paid once in all, however long it takes', () => {
    const whole = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(whole, whole, fc.double({ min: 0, max: 1e6, noNaN: true }), (startMonth, months, oneOff) => {
        const years = Array.from({ length: 11 }, (_, at) =>
          lineCost({ ...line, startMonth, months, oneOff, yearly: 0 }, at + 1),
        );
        expect(years.reduce((sum, cost) => sum + cost, 0)).toBeCloseTo(oneOff, 6);
      }),
    );
  });

  it('is added to its levels beside the ramp, inflated, and to nothing else', () => {
    const inputs = { ...inputsOf(3), inflation: 0.1 };
    const before = projectInvestment(inputs);
    const after = projectInvestment(withLine({}, inputs));
    const extra = [30_000, 39_000 * 1.1, 12_000 * 1.21, 12_000 * 1.331, 12_000 * 1.4641];
    for (const [at, cost] of extra.entries()) {
      expect((after.levels.L2?.yearCost[at] ?? 0) - (before.levels.L2?.yearCost[at] ?? 0)).toBeCloseTo(cost, 6);
    }
    expect(after.levels.L1).toEqual(before.levels.L1);
    expect(after.levels.L3).toEqual(before.levels.L3);
    expect(annualisedCosts(withLine({}), 'L2')[9]).toBeCloseTo(
      (annualisedCosts(inputsOf(3), 'L2')[9] ?? 0) + 60_000 * 0.2637974808 + 12_000,
      3,
    );
    const { lines, total } = explainYear(withLine({}), 'L2', 2);
    expect(lines.find(({ key }) => key === 'line')).toMatchObject({ value: 39_000 });
    expect(lines.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(total, 6);
  });

  it('is refused when it is impossible, and known when the plan ends before it', () => {
    expect(validateInputs(withLine({ oneOff: -1 }))).toEqual([
      'One-off cost of the cost line “Registry”: -1 is not possible, enter at least 0 and at most 1,000,000,000,000,000 (money once).',
    ]);
    expect(validateInputs({ ...inputsOf(3), costLines: [line, line] })[0]).toContain('has the id of another one');
    expect(linesBeyond(withLine({}))).toEqual([]);
    expect(linesBeyond(withLine({ startMonth: 58 }))).toHaveLength(1);
    expect(linesBeyond(withLine({ startMonth: 60, yearly: 0 }))).toHaveLength(1);
  });
});

describe('a delay', () => {
  const late = (delayMonths: number): InvestmentInputs => {
    const inputs = inputsOf(3);
    const { L2 } = inputs.levels;
    return { ...inputs, levels: { ...inputs.levels, ...(L2 && { L2: { ...L2, delayMonths } }) } };
  };

  it('moves the ramp and no bill: 18 months from month 6 on', () => {
    const before = projectInvestment(inputsOf(3)).levels.L2;
    const after = projectInvestment(late(6)).levels.L2;
    const ramp = [0.046296, 0.703704, 1];
    for (const [at, share] of ramp.entries()) expect(after?.ramp[at]).toBeCloseTo(share, 6);
    expect(after?.components).toEqual(before?.components);
    expect(after?.investment).toBe(before?.investment);
    expect(projectInvestment(late(0)).levels.L2).toEqual(before);
  });

  it('never pays where the level is cheaper to run', () => {
    const npvs = [0, 6, 12, 60].map((months) => projectInvestment(late(months)).comparisons['L2 vs L1']?.npv ?? 0);
    expect(npvs).toEqual(npvs.toSorted((a, b) => b - a));
  });
});

it('the short way of the simulation costs what the projection costs', () => {
  fc.assert(
    fc.property(anyInputs, fc.boolean(), (drawn, moving) => {
      const inputs = withLine({ levels: ['L1', 'L2'] }, drawn);
      const { levels } = projectInvestment(inputs);
      const { a, b } = costRunner(draftOf(inputs).inputs, { a: 'L1', b: 'L2' }, moving)();
      for (const [short, long] of [
        [a, levels.L1],
        [b, levels.L2],
      ] as const) {
        for (const [at, cost] of (long?.yearCost ?? []).entries()) {
          expect(Math.abs((short[at] ?? Number.NaN) - cost)).toBeLessThanOrEqual(1e-9 * Math.abs(cost));
        }
      }
    }),
    { numRuns: 200 },
  );
});
