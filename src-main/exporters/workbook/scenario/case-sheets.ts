import { sayMonth } from '#domain/base/calendar';
import { type HouseYears, sayKindOfYears } from '#domain/scenarios/options/plan-axis';
import { pairName, pairsOf } from '#domain/scenarios/plan/comparison-flows';
import type { InvestmentInputs, LevelKey } from '#domain/scenarios/plan/inputs';
import { projectInvestment } from '#domain/scenarios/plan/project';
import { type Book, Evaluator } from '../../formulas/evaluate';
import { FormulaError } from '../../formulas/functions';
import type { CellValue, DefinedName, Sheet } from '../../xlsx/cells';
import type { NumberFormats } from '../../xlsx/number-formats';
import { type SaidAsMade, writeSaid } from './as-made';
import { CaseFrame, NOW } from './case-frame';
import type { Grid } from './grid';
import { type OriginWords, writeCostLines, writeLevels, writePlan, writePortfolio } from './input-block';
import { FIGURES, FIGURES_ROW, writeFigures } from './key-figures';
import { type LevelRows, paysRange, writeLevelYears } from './level-block';
import { type PairRows, writePair } from './pair-block';
import { FIRST_STEP_ROW, PAIR_COLUMNS, STEP_COLUMNS, StepPlaces } from './step-places';
import { writeSteps } from './steps-sheet';

export interface CaseToWrite extends SaidAsMade {
  readonly number: number;
  readonly name: string;
  readonly currency: string;
  readonly inputs: InvestmentInputs;
  /** When the plan begins and its house's years do. */
  readonly house: HouseYears;
  readonly originOf: OriginWords;
}

export interface CaseSheets {
  readonly grids: readonly Grid[];
  readonly names: readonly DefinedName[];
  readonly sheets: readonly Sheet[];
  /** Place of a named figure or input (`npv L2 vs L1`), as another sheet's formula writes it. */
  placeOf(key: string): string;
}

/** Of a plan with a start, by which years this sheet goes and where the house's are. */
function sheetYears({ startDate, fiscalYearStart }: HouseYears): string {
  if (startDate === null) return '';
  return ` The plan begins in ${sayMonth(startDate)}. Formulas go by years of the plan, as prices and discounting do; the amounts in ${sayKindOfYears(fiscalYearStart)}, summed from months, stand on the sheet Options.`;
}

/** Name of the sheet that has them side by side. */
export const SCENARIOS = 'Scenarios';

/** Two sheets of live formulas for an investment case: what a controller changes, and the steps behind it. */
export function caseSheets(given: CaseToWrite, formats: NumberFormats): CaseSheets {
  const { inputs, number, name, currency, house, originOf } = given;
  const frame = new CaseFrame(inputs, number, formats, currency, house);
  const pairs = pairsOf(inputs);
  const steps = new StepPlaces(frame, pairs, (level) => paysRange(frame, level));
  frame.sheet.put(1, 1, { value: `Scenario ${number}: ${name}`, look: 'title' });
  frame.sheet.put(NOW + 2, 1, { value: 'All scenarios', link: { sheet: SCENARIOS, cell: 'A1' } });
  frame.sheet.put(NOW + 3, 1, { value: 'The steps', link: { sheet: frame.steps.name, cell: 'A1' } });
  frame.sheet.put(1, 3, {
    value: `Amounts in ${currency}. Yellow cells are inputs: change one, and every other figure of this sheet follows. The sheet is protected without a password, so that no formula is overwritten by accident.${sheetYears(house)}`,
    ...{ look: 'noteWrap', across: frame.width },
  });
  // Title, notes, figures and their checks stand above.
  frame.row = FIGURES_ROW + FIGURES.length + 4;
  writePlan(frame, originOf);
  writePortfolio(frame);
  writeLevels(frame, originOf);
  writeCostLines(frame);
  const levels = new Map<LevelKey, LevelRows>();
  let base: LevelRows | null = null;
  for (const level of frame.levels) {
    const rows: LevelRows = writeLevelYears(frame, level, steps, base);
    base ??= rows;
    levels.set(level, rows);
  }
  const pairRows = new Map<string, PairRows>(pairs.map((pair) => [pairName(pair), writePair(frame, pair, levels)]));
  writeFigures(frame, pairs, pairRows, steps, projectInvestment(inputs).comparisons);
  writeSaid(frame, pairs, given);
  frame.steps.put(6, 1, { value: 'Back to the scenario', link: { sheet: frame.sheet.name, cell: 'A1' } });
  writeSteps(frame, steps, pairs, levels, new Map([...pairRows].map(([key, { flows }]) => [key, flows])));
  const grids = [frame.sheet, frame.steps];
  const steppedBy = frame.levels.length * STEP_COLUMNS.length + pairs.length * PAIR_COLUMNS.length;
  const shapes: readonly Pick<Sheet, 'columns' | 'freeze' | 'titleRows'>[] = [
    { columns: widths([46, 27], frame.width - 2, 17), freeze: { rows: 0, columns: 2 } },
    {
      columns: widths([60], steppedBy, 16),
      ...{ freeze: { rows: 0, columns: 1 }, titleRows: [FIRST_STEP_ROW - 1, FIRST_STEP_ROW - 1] },
    },
  ];
  const evaluator = new Evaluator(bookOf(grids, frame.names));
  return {
    grids,
    names: frame.names,
    sheets: grids.map((grid, at) => ({
      ...{ name: grid.name, columns: [], isProtected: true },
      ...shapes[at],
      rows: grid.written((cell, column, row) =>
        cell.formula === undefined ? cell : { ...cell, value: shown(evaluator, grid.name, column, row) },
      ),
    })),
    placeOf: (key) => frame.fromSteps(frame.place(key)),
  };
}

const widths = (first: readonly number[], others: number, width: number): Sheet['columns'] =>
  [...first, ...Array.from({ length: others }, () => width)].map((one) => ({ width: one }));

/** What a program shows before it has worked anything out itself. */
function shown(evaluator: Evaluator, sheet: string, column: number, row: number): CellValue {
  try {
    return evaluator.valueAt(sheet, column, row);
  } catch (error) {
    if (error instanceof FormulaError) return error.code;
    throw error;
  }
}

/** Grids as a book whose formulas can be worked out. */
export function bookOf(grids: readonly Grid[], names: readonly DefinedName[]): Book {
  const sheets = new Map(grids.map((grid) => [grid.name, grid]));
  const places = new Map(names.map(({ name, place }) => [name, place]));
  return {
    cell: (sheet, column, row) => {
      const grid = sheets.get(sheet);
      if (!grid) throw new RangeError(`There is no sheet ${sheet}.`);
      return grid.at(column, row);
    },
    placeOf: (name) => places.get(name) ?? null,
  };
}
