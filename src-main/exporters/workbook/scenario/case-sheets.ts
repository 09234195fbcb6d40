import { sayMonth } from '#domain/base/calendar';
import { type HouseYears, sayKindOfYears } from '#domain/scenarios/options/plan-axis';
import { pairName, pairsOf } from '#domain/scenarios/plan/comparison-flows';
import type { InvestmentInputs, LevelKey } from '#domain/scenarios/plan/inputs';
import { projectInvestment } from '#domain/scenarios/plan/project';
import { type Book, Evaluator } from '../../formulas/evaluate';
import { FormulaError } from '../../formulas/functions';
import type { CellValue, DefinedName, Sheet } from '../../xlsx/cells';
import type { NumberFormats } from '../../xlsx/number-formats';
import { CaseFrame, NOW } from './case-frame';
import type { Grid } from './grid';
import { type OriginWords, writeCostLines, writeLevels, writePlan, writePortfolio } from './input-block';
import { FIGURES, FIGURES_ROW, writeFigures } from './key-figures';
import { type LevelRows, paysRange, writeLevelYears } from './level-block';
import { type PairRows, writePair } from './pair-block';
import { StepPlaces } from './step-places';
import { writeSteps } from './steps-sheet';

export interface CaseToWrite {
  readonly number: number;
  readonly name: string;
  readonly currency: string;
  readonly inputs: InvestmentInputs;
  /** When the plan begins and its house's years do. */
  readonly house: HouseYears;
  /** What the program itself says of the case, in a sentence. */
  readonly sentence: string;
  /** The day on which it said so: the sentence does not follow what is changed in the sheet. */
  readonly madeOn: string;
  /** What must be said beside the figures. */
  readonly cautions: readonly string[];
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

/** Two sheets of live formulas for an investment case: what a controller changes, and the steps behind it. */
export function caseSheets(given: CaseToWrite, formats: NumberFormats): CaseSheets {
  const { inputs, number, name, currency, house, originOf, sentence, madeOn, cautions } = given;
  const frame = new CaseFrame(inputs, number, formats, currency, house);
  const pairs = pairsOf(inputs);
  const steps = new StepPlaces(frame, pairs, (level) => paysRange(frame, level));
  frame.sheet.put(1, 1, { value: `Scenario ${number}: ${name}`, look: 'title' });
  frame.sheet.put(1, 2, { value: `As made on ${madeOn}: ${sentence}`, look: 'note' });
  frame.sheet.put(1, 3, {
    value: `Amounts in ${currency}. Yellow cells are inputs: change one, and every other figure of this sheet follows.${sheetYears(house)}`,
    look: 'note',
  });
  if (cautions.length > 0) {
    frame.sheet.put(1, 4, { value: `Before you quote a figure: ${cautions.join(' ')}`, look: 'note' });
  }
  frame.row = FIGURES_ROW + FIGURES.length + 2;
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
  writeSteps(frame, steps, pairs, levels, new Map([...pairRows].map(([key, { flows }]) => [key, flows])));
  const grids = [frame.sheet, frame.steps];
  const columns = Math.max(NOW + frame.years, NOW + 2 * pairs.length, 5 + frame.levels.length);
  const shapes = [
    { columns: [46, 20, ...Array.from({ length: columns - 2 }, () => 17)], freeze: { rows: 0, columns: 2 } },
    { columns: [46, ...Array.from({ length: 27 }, () => 16)], freeze: { rows: 0, columns: 1 } },
  ];
  const evaluator = new Evaluator(bookOf(grids, frame.names));
  return {
    grids,
    names: frame.names,
    sheets: grids.map((grid, at) => ({
      name: grid.name,
      columns: (shapes[at]?.columns ?? []).map((width) => ({ width })),
      ...(shapes[at]?.freeze && { freeze: shapes[at].freeze }),
      rows: grid.written((cell, column, row) =>
        cell.formula === undefined ? cell : { ...cell, value: shown(evaluator, grid.name, column, row) },
      ),
    })),
    placeOf: (key) => frame.fromSteps(frame.place(key)),
  };
}

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
