import type { Output } from '#contract/index';
import {
  budgetYears,
  major,
  type QuarterOfBudget,
  quarterMonths,
  ROW_NAMES,
  rowsWithAmounts,
} from '#domain/scenarios/options/budget-years';
import type { HouseYears } from '#domain/scenarios/options/plan-axis';
import { RISK_TRIANGLES, type RiskFactors } from '#domain/scenarios/options/tei-view';
import type { Cell, Row } from '../xlsx/cells';
import type { CellWriter } from './cell-writer';

const head = (value: string): Cell => ({ value, look: 'head' });

export interface QuartersOfOption {
  readonly name: string;
  /** `null`: the plan has no start, so there are no quarters. */
  readonly budget: readonly QuarterOfBudget[] | null;
}

export interface BudgetWords {
  readonly currency: string;
  readonly house: HouseYears;
  /** Of the plan. */
  readonly years: number;
  /** Of the currency's minor unit. */
  readonly digits: number;
  /** A year of the house as the other blocks have it. */
  readonly sayYear: (name: string) => string;
}

const MONTHS = 12;

/** What each option asks for quarter by quarter, each year of the house summed up: to the cent, as a budget is. */
export function* quarterRows(
  write: CellWriter,
  { currency, house, years, digits, sayYear }: BudgetWords,
  options: readonly QuartersOfOption[],
): Generator<Row> {
  const { startDate, fiscalYearStart } = house;
  if (startDate === null) return;
  const months = quarterMonths(startDate, fiscalYearStart, MONTHS * years);
  for (const { name, budget } of options) {
    if (budget === null || budget.length === 0) continue;
    const shown = rowsWithAmounts(budget);
    const cells = ({ cents, total }: Pick<QuarterOfBudget, 'cents' | 'total'>, look?: 'bold'): (Cell | null)[] =>
      [...shown.map((row) => cents[row] ?? 0), total].map((amount) => {
        const cell = write.money(major(amount, digits), currency);
        return cell && look ? { ...cell, look } : cell;
      });
    yield [head(`Budget by quarter: ${name}`), ...shown.map((row) => head(ROW_NAMES[row])), head('In all')];
    for (const year of budgetYears(budget)) {
      for (const quarter of year.quarters) {
        const { year: of, quarter: number } = quarter;
        const span = months.get(`${of} ${number}`);
        yield [{ value: `${of} Q${number}${span === undefined ? '' : ` (${span})`}` }, ...cells(quarter)];
      }
      yield [{ value: sayYear(year.name), look: 'bold' }, ...cells(year, 'bold')];
    }
  }
}

/** Columns that the budgets take, the label with them. */
export const quarterColumns = (options: readonly QuartersOfOption[]): number =>
  Math.max(0, ...options.map(({ budget }) => rowsWithAmounts(budget ?? []).length + 2));

type Views = Output<'investment.views'>;

export interface RiskAdjusted {
  readonly views: Views;
  /** As kept with the plan; `null`: as offered. */
  readonly risk: RiskFactors | null;
}

/** The case as TEI tells it: benefits and costs gross, as estimated and adjusted for risk. */
export function* riskRows(
  write: CellWriter,
  currency: string,
  { views: { compare, tei }, risk }: RiskAdjusted,
): Generator<Row> {
  const { plain, adjusted, benefitFactor, costFactor } = tei;
  const { benefit, cost } = risk ?? RISK_TRIANGLES;
  const none = (cell: Cell | null, words: string): Cell => cell ?? { value: words };
  const line = (label: string, of: (figures: Views['tei']['plain']) => Cell | null): Row => [
    { value: label },
    of(plain),
    of(adjusted),
  ];
  yield [head(`Adjusted for risk (TEI): ${compare}`), head('As estimated'), head('Adjusted')];
  yield line('Benefits, present value', (figures) => write.sum(figures.pvBenefits, currency));
  yield line('Costs, present value', (figures) => write.sum(figures.pvCosts, currency));
  yield line('NPV, gross', (figures) => write.sum(figures.npv, currency));
  yield line('ROI as TEI: benefits less costs, over costs', (figures) =>
    none(write.share(figures.roiTei), 'nothing is put in'),
  );
  yield line('Payback, years', (figures) => none(write.precise(figures.payback), 'not within the plan'));
  yield [{ value: 'Factor of benefits' }, write.precise(1), write.precise(benefitFactor)];
  yield [{ value: 'Factor of costs' }, write.precise(1), write.precise(costFactor)];
  const shares = [...benefit, ...cost].map((share) => write.sentence(`${Math.round(100 * share)}%`));
  yield [
    {
      value: `Means of the triangles ${shares.slice(0, 3).join(', ')} of benefits and ${shares.slice(3).join(', ')} of costs, ${risk ? 'as kept with the plan' : 'an assumption'}. In place of the simulation, never on top of it.`,
      ...{ look: 'noteWrap', across: 3 },
    },
  ];
}
