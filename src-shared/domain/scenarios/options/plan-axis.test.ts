import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOf, STAGED } from '../testing/decision-cases';
import { booked } from './accounts';
import { booksOnAxis } from './books-on-axis';
import { decide } from './decide';
import type { OptionFigures } from './decision-answer';
import { costsOfOptions } from './option-figures';
import { endsOf, meansOver, planAxis, sayPart, sumsOver } from './plan-axis';

const inputs = planOf('C2');
const team = {
  teamToday: 8,
  ceiling: 16,
  hiringCost: 30_000,
  hireMonths: 4,
  newHireRampMonths: 6,
  annualValue: 250_000,
};
const accounts = { capitalShare: { investment: 1, platform: 0.2 }, depreciationYears: 3, taxRate: 0.3 };
const question = { inputs, paths: [STAGED], team: { ...team, inCosts: true }, accounts, offers: [] };
const plan = decide(question);
const house = decide({ ...question, startDate: '2026-11', fiscalYearStart: 4 });
const own = decide({ ...question, startDate: '2026-11', fiscalYearStart: 11 });
const optionsOf = ({ levels, paths }: typeof plan): OptionFigures[] => [
  ...Object.values(levels),
  ...Object.values(paths),
];
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const each = (of: readonly number[], expected: readonly number[]): void => {
  expect(of).toHaveLength(expected.length);
  for (const [at, value] of of.entries()) expect(value).toBeCloseTo(expected[at] ?? Number.NaN, 5);
};

describe('the axis', () => {
  it('has the house’s years from a start, and the parts of them that the plan has', () => {
    expect(house.axis).toEqual([
      { name: 'FY 2026/27', from: 0, to: 5 },
      { name: 'FY 2027/28', from: 5, to: 17 },
      { name: 'FY 2028/29', from: 17, to: 29 },
      { name: 'FY 2029/30', from: 29, to: 41 },
      { name: 'FY 2030/31', from: 41, to: 53 },
      { name: 'FY 2031/32', from: 53, to: 60 },
    ]);
    expect(house.axis.map((period) => sayPart(period, '2026-11'))).toEqual([
      'Nov 2026 to Mar 2027',
      '',
      '',
      '',
      '',
      'Apr 2031 to Oct 2031',
    ]);
    expect(plan.axis.map(({ name }) => name)).toEqual(['Year 1', 'Year 2', 'Year 3', 'Year 4', 'Year 5']);
  });

  it('covers every month once, whatever the start and the year', () => {
    const start = fc.tuple(fc.integer({ min: 2020, max: 2040 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 10 }),
        ([year, month], first, years) => {
          const startDate = `${year}-${String(month).padStart(2, '0')}`;
          const axis = planAxis(12 * years, { startDate, fiscalYearStart: first });
          expect(axis[0]?.from).toBe(0);
          expect(axis.at(-1)?.to).toBe(12 * years);
          for (const [at, period] of axis.entries()) {
            if (at > 0) expect(period.from).toBe(axis[at - 1]?.to);
            expect(period.to - period.from).toBeLessThanOrEqual(12);
            if (at > 0 && at < axis.length - 1) expect(period.to - period.from).toBe(12);
          }
          expect(new Set(axis.map(({ name }) => name)).size).toBe(axis.length);
        },
      ),
    );
  });

  it('adds up, takes means and ends', () => {
    const axis = planAxis(24, { startDate: '2026-10', fiscalYearStart: 1 });
    const months = Array.from({ length: 24 }, (_, at) => at + 1);
    expect(sumsOver(axis, months)).toEqual([6, sum(months.slice(3, 15)), sum(months.slice(15))]);
    expect(meansOver(axis, months)).toEqual([2, 9.5, 20]);
    expect(endsOf(axis, months)).toEqual([3, 15, 24]);
  });
});

describe('every table by years', () => {
  it.each(['plan', 'own'] as const)('on years of the plan has what the plan has: %s', (which) => {
    for (const option of optionsOf(which === 'plan' ? plan : own)) {
      const { onAxis } = option;
      each(onAxis.cost, option.yearCost);
      each(
        onAxis.people.map(({ total }) => total),
        option.peopleByYear,
      );
      for (const key of ['deploy', 'operate', 'retrain', 'incident', 'dip'] as const) {
        each(
          onAxis.people.map((one) => one[key]),
          option.people.map((one) => one[key]),
        );
      }
      each(
        onAxis.unitCosts.map(({ perModel }) => perModel ?? 0),
        option.unitCosts.map(({ perModel }) => perModel ?? 0),
      );
      each(
        onAxis.unitCosts.map(({ perRelease }) => perRelease ?? 0),
        option.unitCosts.map(({ perRelease }) => perRelease ?? 0),
      );
      for (const key of ['need', 'hires', 'heads', 'capacity', 'short', 'free', 'deployed', 'notDeployed'] as const) {
        each(onAxis.team?.map((year) => year[key]) ?? [], option.team?.years.map((year) => year[key]) ?? [0]);
      }
      for (const key of ['living', 'modelYearsMissing', 'hiringCost', 'valueMissing'] as const) {
        each(onAxis.team?.map((year) => year[key]) ?? [], option.team?.years.map((year) => year[key]) ?? [0]);
      }
      for (const key of ['capital', 'operating', 'depreciation', 'bookValue', 'expense', 'taxSaved'] as const) {
        each(onAxis.booked?.[key] ?? [], option.booked?.[key] ?? [0]);
      }
    }
  });

  it('has the same columns: as many of each, and the quarters of the budget lie in them by name', () => {
    const columns = house.axis.length;
    for (const { onAxis, budget } of optionsOf(house)) {
      const { cost, investment, running, people, unitCosts, team: carried, booked: books } = onAxis;
      for (const table of [cost, investment, running, people, unitCosts, carried, ...Object.values(books ?? {})]) {
        expect(table).toHaveLength(columns);
      }
      expect([...new Set(budget?.map(({ year }) => year))]).toEqual(house.axis.map(({ name }) => name));
      for (const [at, { name }] of house.axis.entries()) {
        const cents = sum((budget ?? []).filter(({ year }) => year === name).map(({ total }) => total));
        // Rounded row by row: nine rows, a cent at each end of a year.
        expect(Math.abs(cents / 100 - (cost[at] ?? 0) - (investment[at] ?? 0))).toBeLessThan(0.1);
      }
    }
  });

  it('keeps every sum: of the house’s years as of the plan’s', () => {
    for (const [at, option] of optionsOf(house).entries()) {
      const { onAxis } = option;
      const months = house.axis.map(({ from, to }) => to - from);
      expect(sum(onAxis.cost) + sum(onAxis.investment)).toBeCloseTo(option.totalCost, 4);
      expect(onAxis.running.at(-1)).toBeCloseTo(option.totalCost, 4);
      // Person-months.
      expect(sum(onAxis.people.map(({ total }, period) => total * (months[period] ?? 0)))).toBeCloseTo(
        12 * sum(option.peopleByYear),
        6,
      );
      for (const key of ['hires', 'deployed', 'modelYearsMissing', 'hiringCost', 'valueMissing'] as const) {
        expect(sum(onAxis.team?.map((year) => year[key]) ?? [])).toBeCloseTo(
          sum(option.team?.years.map((year) => year[key]) ?? [Number.NaN]),
          4,
        );
      }
      expect(onAxis.team?.at(-1)?.notDeployed).toBeCloseTo(option.team?.years.at(-1)?.notDeployed ?? Number.NaN, 9);
      for (const key of ['capital', 'operating', 'depreciation', 'expense', 'taxSaved'] as const) {
        expect(sum(onAxis.booked?.[key] ?? [])).toBeCloseTo(sum(option.booked?.[key] ?? [Number.NaN]), 4);
      }
      expect(optionsOf(plan)[at]?.npvVsL1).toBe(option.npvVsL1);
    }
  });

  it('tells the same of people in every table, and hires in the month in which the search begins', () => {
    for (const { onAxis } of optionsOf(house)) {
      each(
        onAxis.team?.map(({ need }) => need) ?? [],
        onAxis.people.map(({ total }) => total),
      );
    }
    // Level 1 hires 1, 3 and 4 in Nov 2026, 2027 and 2028.
    expect(house.levels.L1?.onAxis.team?.map(({ hires }) => hires)).toEqual([1, 3, 4, 0, 0, 0]);
    expect(house.levels.L1?.onAxis.team?.map(({ heads }) => heads)).toEqual([9, 12, 16, 16, 16, 16]);
  });

  it('by hand: the first five months of level 2, and what is depreciated in them', () => {
    const level = house.levels.L2;
    const [costs] = costsOfOptions(inputs, [{ id: 'L2', steps: [{ level: 'L2', startMonth: 0 }] }]);
    const people = costs?.monthPeople.slice(0, 5).map(({ total }) => total) ?? [];
    expect(level?.onAxis.people[0]?.total).toBeCloseTo(sum(people) / 5, 9);
    const platform = 0.2 * (level?.yearParts[0]?.platform ?? 0);
    const invested = level?.investment ?? 0;
    // A third of what is bought in the first month, in twelve equal parts; a third of each month's platform over what is left of the year.
    const bought = [0, 1, 2, 3, 4].map((month) => (platform / 12 / 3 / (12 - month)) * (5 - month));
    expect(level?.onAxis.booked?.depreciation[0]).toBeCloseTo((invested / 36) * 5 + sum(bought), 6);
    expect(level?.onAxis.booked?.capital[0]).toBeCloseTo(invested + (5 / 12) * platform, 6);
  });

  it.each([0, 1, 3, 7, 20])(
    'depreciates in %i years what the books of the plan say, with no book value below 0',
    (years) => {
      for (const writeOffAtEnd of [true, false]) {
        const of = { ...accounts, depreciationYears: years, writeOffAtEnd };
        for (const costs of costsOfOptions(inputs, [STAGED, { id: 'L3', steps: [{ level: 'L3', startMonth: 7 }] }])) {
          const yearly = booksOnAxis(planAxis(60, { startDate: null, fiscalYearStart: 1 }), costs, of);
          const books = booked(inputs, costs, of);
          for (const key of ['depreciation', 'bookValue', 'taxSaved'] as const) each(yearly[key], books[key]);
          const monthly = Array.from({ length: 60 }, (_, from) => ({ name: String(from), from, to: from + 1 }));
          for (const value of booksOnAxis(monthly, costs, of).bookValue) expect(value).toBeGreaterThan(-1e-6);
        }
      }
    },
  );
});
