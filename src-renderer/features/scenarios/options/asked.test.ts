import { describe, expect, it } from 'vitest';
import { budgetYears, quarterMonths } from '#domain/scenarios/options/budget-years';
import { decide } from '#domain/scenarios/options/decide';
import { presetInputs } from '#domain/scenarios/plan/scenario-presets';
import { type OptionsSearch, readOptionsSearch } from '../../../lib/options-search';
import { booksGroups } from '../budget/books-rows';
import { budgetFile } from '../budget/budget-file';
import { budgetGroups, quarterTable, unitCostGroups } from '../budget/budget-rows';
import { teamGroups } from '../team/team-rows';
import {
  accountsOf,
  addressOf,
  askedOf,
  askedQuestion,
  capitalShares,
  capitalWord,
  seenOptions,
  teamOf,
  viewOf,
  wordsOf,
} from './asked';
import { axisHeads } from './axis-heads';
import { optionColumns } from './option-columns';
import { optionRows } from './option-rows';
import { optionsChart, runningCost } from './options-chart';
import type { Answer } from './options-types';

const inputs = { ...presetInputs('expected'), modelsAtStart: 32 };
const plan = { inputs, uncertain: [], correlations: [], runs: 10, seed: 1, currency: 'EUR', modelValue: 250_000 };
const search: OptionsSearch = { start: '2026-11', fiscal: 4, team: 8, depreciation: 3, tax: 0.3 };
const asked = (of: OptionsSearch) => {
  const question = askedQuestion(plan, of, []);
  return decide(question as Parameters<typeof decide>[0]) as unknown as Answer; // as the channel answers
};
const answer = asked(search);
const columns = optionColumns(answer);
const today = columns[0] ?? never();

function never(): never {
  throw new Error('The plan has options.');
}

it('keeps in the address what is asked, and nothing that cannot be', () => {
  const whole = {
    ...search,
    ceiling: 16,
    hireCost: 30_000,
    hireRamp: 6,
    keepBooks: true as const,
    capital: 'platform:0.2',
  };
  expect(readOptionsSearch(whole)).toEqual(whole);
  expect(readOptionsSearch({ fiscal: 13, team: -1, depreciation: 1.5, tax: 30, capital: 'x', keepBooks: 1 })).toEqual(
    {},
  );
});

describe('what is asked besides', () => {
  it('is nothing until somebody says it', () => {
    expect(teamOf({ ceiling: 9 })).toBeUndefined();
    expect(accountsOf({ tax: 0.3 })).toBeUndefined();
    const question = askedQuestion(plan, {}, []);
    expect(question).toMatchObject({ offers: [] });
    for (const key of ['team', 'accounts', 'startDate']) expect(question).not.toHaveProperty(key);
  });

  it('takes what a model earns from the plan where the address has none', () => {
    expect(askedQuestion(plan, { team: 8 }, []).team).toEqual({ teamToday: 8, annualValue: 250_000 });
    expect(askedQuestion(plan, { team: 8, modelValue: 1 }, []).team).toMatchObject({ annualValue: 1 });
  });

  it('counts hiring only once the most people and what a hire costs are known', () => {
    expect(teamOf({ team: 8, hiring: true })).toEqual({ teamToday: 8 });
    const whole = { team: 8, ceiling: 16, hireCost: 30_000, hiring: true } as const;
    expect(teamOf(whole)).toMatchObject({ inCosts: true });
    // The team changes a cost only then; its own table is asked for without runs.
    expect(viewOf({ team: 8, ceiling: 16, hireCost: 30_000 }).asked).toEqual({});
    expect(viewOf(whole).asked).toEqual({ team: teamOf(whole) });
  });

  it('holds the house’s split in one word', () => {
    const word = capitalWord({ investment: 1, platform: 0.25 });
    expect(capitalShares(readOptionsSearch({ capital: word }))).toEqual({ investment: 1, platform: 0.25 });
    expect(capitalWord({})).toBeUndefined();
    expect(capitalShares({ capital: 'weather:1' })).toEqual({});
  });
});

describe('what is kept with the plan', () => {
  const whole: OptionsSearch = {
    ...{
      start: '2026-11',
      fiscal: 4,
      team: 8,
      ceiling: 16,
      hireCost: 30_000,
      hireMonths: 4,
      hireRamp: 6,
      hiring: true,
    },
    ...{
      modelValue: 9,
      depreciation: 3,
      tax: 0.3,
      afterTax: 0.08,
      keepBooks: true,
      capital: 'investment:1,platform:0.2',
    },
  };
  const kept = askedOf(whole);

  it('is the same as words and as it is kept', () => {
    expect(wordsOf(kept)).toEqual(whole);
    expect(askedOf(wordsOf(kept))).toEqual(kept);
    expect(wordsOf({})).toEqual({});
  });

  it('is seen where the address says nothing of the house', () => {
    expect(seenOptions({ years: 7 }, kept)).toEqual({ search: { years: 7, ...whole }, differs: false });
    expect(seenOptions({ years: 7 }, null)).toEqual({ search: { years: 7 }, differs: false });
  });

  it('gives way to the address, which says so where it takes everything away', () => {
    expect(seenOptions({ team: 4 }, kept)).toEqual({ search: { team: 4 }, differs: true });
    expect(seenOptions({ own: true }, kept)).toEqual({ search: {}, differs: true });
    expect(addressOf({ years: 7 }, kept)).toEqual({ years: 7, own: true });
    expect(addressOf({ years: 7, ...whole }, kept)).toEqual({ years: 7 });
    expect(addressOf({ years: 7 }, null)).toEqual({ years: 7 });
    expect(addressOf({ team: 4 }, null)).toEqual({ team: 4 });
  });
});

describe('the team', () => {
  const groups = teamGroups(columns, 'EUR');
  const row = (at: number, label: string) => groups[at]?.rows.find((one) => one.label === label)?.cells;

  it('leaves models undeployed by hand, and keeps what they would earn apart', () => {
    expect(groups.map(({ title }) => title)).toEqual(['Level 1, stay:', 'Level 2:', 'Level 3:', 'Level 2, then 3:']);
    const waiting = today.figures.team?.years.at(-1)?.notDeployed ?? 0;
    expect(waiting).toBeGreaterThan(10);
    expect(groups[0]?.note).toMatch(/^\d+ models are not deployed by the end, .* is kept apart$/);
    expect(row(0, 'Models waiting at the end of the year')?.at(-1)).toBe(String(waiting));
    expect(today.figures.pvCost).toBe(optionColumns(asked({}))[0]?.figures.pvCost);
  });

  it('says nothing of hires while nobody is hired', () => {
    expect(row(0, 'of them hired in the year')).toBeUndefined();
    expect(row(0, 'Cost of hiring')).toBeUndefined();
    const hiring = teamGroups(
      optionColumns(asked({ ...search, ceiling: 16, hireCost: 30_000, hireMonths: 4, hireRamp: 6 })),
      'EUR',
    );
    expect(hiring[0]?.rows.map(({ label }) => label)).toContain('People at work, once they have learned');
    expect(hiring[0]?.note).toContain('hiring €');
  });
});

describe('the budget', () => {
  it('adds up to the cent over quarters, years and in all, and to the cost of the comparison', () => {
    for (const { figures } of columns) {
      const quarters = figures.budget ?? [];
      const years = budgetYears(quarters);
      expect(years.map(({ name }) => name)).toEqual([...new Set(quarters.map(({ year }) => year))]);
      const total = quarters.reduce((sum, quarter) => sum + quarter.total, 0);
      expect(years.reduce((sum, year) => sum + year.total, 0)).toBe(total);
      for (const year of years) {
        expect(Object.values(year.cents).reduce((sum, cents) => sum + cents, 0)).toBe(year.total);
      }
      expect(Math.abs(total / 100 - figures.totalCost)).toBeLessThan(0.05);
    }
  });

  it.each([
    ['JPY', 0],
    ['EUR', 2],
    ['KWD', 3],
  ])('is whole in the minor unit of %s, with %i digits', (currency, digits) => {
    const own = decide(askedQuestion({ ...plan, currency }, search, []) as Parameters<typeof decide>[0]);
    expect(own.budgetDigits).toBe(digits);
    for (const column of optionColumns(own as unknown as Answer)) {
      const total = column.figures.budget?.reduce((sum, quarter) => sum + quarter.total, 0) ?? Number.NaN;
      // Nine rows, each half a unit off at most.
      expect(Math.abs(total / 10 ** digits - column.figures.totalCost)).toBeLessThan(4.6 / 10 ** digits);
      for (const { cents, total: sum } of column.figures.budget ?? []) {
        for (const amount of Object.values(cents)) expect(Number.isInteger(amount)).toBe(true);
        expect(Object.values(cents).reduce((all, amount) => all + amount, 0)).toBe(sum);
      }
    }
    const file = budgetFile(optionColumns(own as unknown as Answer), currency, own.budgetDigits);
    expect(file.columns.at(-1)).toEqual({ label: `total, ${currency}`, digits });
    const [first] = file.rows;
    expect(String(first?.at(-1)).split('.')[1]?.length ?? 0).toBeLessThanOrEqual(digits);
  });

  it('splits each year into what is paid once and what is running', () => {
    const [, second] = budgetGroups(columns, 2);
    expect(second?.rows.map(({ label }) => label)).toEqual([
      'Once: investment, change-over, leaving',
      'Running',
      'In all',
    ]);
    expect(second?.rows[0]?.cells[0]).toBe('400,000');
  });

  it('names quarters by the house’s year, with the months of the plan that lie in them', () => {
    const months = quarterMonths('2026-11', 4, 60);
    const { rows, columns: heads } = quarterTable(today, months, 2);
    expect(rows[0]).toMatchObject({ label: 'FY 2026/27 Q3', months: 'Nov 2026 to Dec 2026' });
    expect(rows.at(-2)).toMatchObject({ label: 'FY 2031/32 Q3', months: 'Oct 2031' });
    expect(rows.at(-1)).toMatchObject({ id: 'FY 2031/32', strong: true });
    expect(heads).not.toContain('Change-over');
    expect(heads.at(-1)).toBe('In all');
  });

  it('goes to a file with every option, exact to the cent', () => {
    const file = budgetFile(columns, 'EUR', 2);
    const quarters = columns.reduce((sum, { figures }) => sum + (figures.budget?.length ?? 0), 0);
    expect(file.rows).toHaveLength(quarters);
    for (const row of file.rows) {
      expect(row).toHaveLength(file.columns.length);
      const amounts = row.slice(3, -1).map(Number);
      expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(Number(row.at(-1)), 6);
    }
  });

  it('draws the chart over the house’s years up to the same total', () => {
    const running = runningCost(today);
    expect(running).toHaveLength(budgetYears(today.figures.budget ?? []).length + 1);
    expect(running.at(-1)).toBeCloseTo(today.figures.totalCost, 1);
    const chart = optionsChart({
      columns,
      currency: 'EUR',
      against: null,
      house: { startDate: '2026-11', fiscalYearStart: 4 },
    });
    if (chart.kind !== 'picture') throw new Error('There is something to draw.');
    expect(chart.table.rows.map(([place]) => place)).toEqual([
      '2026-11',
      '2027-04',
      '2028-04',
      '2029-04',
      '2030-04',
      '2031-04',
      '2031-11',
    ]);
    expect(chart.words).toMatch(/^Cost from now, to Nov 2031: /);
  });

  it('says what a model and a release cost', () => {
    const [first] = unitCostGroups(columns);
    const [part] = today.figures.onAxis.unitCosts;
    const cost = today.figures.onAxis.cost[0] ?? 0;
    // Five months of the first year, brought to a whole one.
    expect(part?.perModel).toBeCloseTo(cost / ((5 / 12) * (32 + (inputs.newModels[0] ?? 0) / 2)), 6);
    expect(first?.rows[0]?.cells).toHaveLength(answer.axis.length);
  });
});

describe('the years of every table', () => {
  const heads = axisHeads(answer.axis, '2026-11');

  it('are the answer’s axis, with the months of a part of one', () => {
    expect(heads.map(({ name }) => name)).toEqual([...new Set(today.figures.budget?.map(({ year }) => year))]);
    expect(heads[0]).toEqual({ name: 'FY 2026/27', note: 'Nov 2026 to Mar 2027' });
    expect(heads[1]?.note).toBe('');
    expect(axisHeads(asked({}).axis, undefined)[0]).toEqual({ name: 'Year 1', note: '' });
  });

  it('agree: budget, unit costs, team, books and people have a cell for each', () => {
    const all = [...budgetGroups(columns, 2).map((group) => ({ ...group, over: 1 })), ...unitCostGroups(columns)];
    for (const group of [...all, ...teamGroups(columns, 'EUR'), ...booksGroups(columns, 'EUR')]) {
      const more = 'over' in group ? 1 : 0;
      for (const { cells } of group.rows) expect(cells).toHaveLength(heads.length + more);
    }
    const scene = { answer, columns, currency: 'EUR', discountRate: 0.1, peopleKnown: true };
    const people = optionRows(scene).find(({ id }) => id === 'people');
    expect(people?.label).toBe('People, FY 2026/27 to FY 2031/32');
    for (const { text } of people?.cells ?? []) expect(text).toHaveLength(heads.length);
    const chart = optionsChart({
      columns,
      currency: 'EUR',
      against: null,
      house: { startDate: '2026-11', fiscalYearStart: 4 },
    });
    if (chart.kind !== 'picture') throw new Error('There is something to draw.');
    expect(chart.table.rows).toHaveLength(heads.length + 1);
  });
});

it('holds the options against today’s way after tax', () => {
  const groups = booksGroups(columns, 'EUR');
  expect(groups[0]?.note).toMatch(/^costs €.* after tax in present value$/);
  expect(groups[1]?.note).toMatch(/less than today’s way$/);
  const [capital, , depreciation, book] = groups[1]?.rows ?? [];
  expect(capital?.cells[0]).toBe('400,000');
  // 400,000 over 36 months, of which five lie in the first year and seven in the fourth.
  expect(depreciation?.cells.slice(0, 5)).toEqual(['55,556', '133,333', '133,333', '77,778', '0']);
  expect(book?.cells.slice(3)).toEqual(['0', '0', '0']);
});
