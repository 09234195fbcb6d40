import { sayMonth } from '#domain/base/calendar';
import { type HouseYears, planYearName } from '#domain/scenarios/options/plan-axis';
import { pairsOf } from '#domain/scenarios/plan/comparison-flows';
import type { LevelFieldKey, PlanKey } from '#domain/scenarios/plan/input-fields';
import { horizonOf, type InvestmentInputs, type LevelKey, levelKeys } from '#domain/scenarios/plan/inputs';
import { type DefinedName, quoteSheet } from '../../xlsx/cells';
import type { NumberFormats } from '../../xlsx/number-formats';
import { absolute, Grid, relative } from './grid';

/** Column of t = 0; the years follow. */
export const NOW = 3;
/** Models up to which the steps of the break-even are written down. */
export const MOST_STEPS = 500;

/** Cells of one field, and what each may be. */
export interface FieldRange {
  readonly range: string;
  readonly cells: number;
  readonly least: number;
  readonly most: number;
  readonly mayBeEmpty: boolean;
}

/** What the parts of a scenario's two sheets share: where everything stands, as formulas write it. */
export class CaseFrame {
  readonly sheet: Grid;
  readonly steps: Grid;
  readonly names: DefinedName[] = [];
  readonly years: number;
  readonly levels: readonly LevelKey[];
  /** Of what is typed, and of what is worked out from it. */
  readonly money: string;
  readonly sum: string;
  /** Columns of the case's sheet. */
  readonly width: number;
  readonly ranges: FieldRange[] = [];
  /** The next free row of the case's sheet. */
  row = 1;
  /** Rows of the cost lines and of what they ask for by year. */
  lines = { first: 0, last: 0, byYear: 0 };
  private readonly places = new Map<string, string>();
  private readonly cells = new Map<string, { readonly column: number; readonly row: number }>();

  constructor(
    readonly inputs: InvestmentInputs,
    /** From 1; the names of its places begin with `S1_`. */
    readonly number: number,
    readonly formats: NumberFormats,
    currency: string,
    readonly house: HouseYears,
  ) {
    this.sheet = new Grid(`Scenario ${number}`);
    this.steps = new Grid(`Scenario ${number} steps`);
    this.years = horizonOf(inputs);
    this.levels = levelKeys(inputs);
    this.money = formats.money(currency);
    this.sum = formats.sum(currency);
    this.width = Math.max(NOW + this.years, NOW + 2 * pairsOf(inputs).length, 5 + this.levels.length);
  }

  /** Keeps where something stands, and gives the place a name. */
  mark(key: string, column: number, row: number, lastColumn = column): void {
    const place = absolute(column, row);
    this.places.set(key, place);
    this.cells.set(key, { column, row });
    const range = lastColumn === column ? place : `${place}:${absolute(lastColumn, row)}`;
    this.names.push({
      name: `S${this.number}_${key.replaceAll(/[^A-Za-z0-9]+/g, '_')}`,
      place: `${quoteSheet(this.sheet.name)}!${range}`,
    });
  }

  place(key: string): string {
    const found = this.places.get(key);
    if (found === undefined) throw new RangeError(`The sheet of the scenario has no place for ${key}.`);
    return found;
  }

  /** Puts a formula where a number stands: an input that is worked out from others. */
  derive(key: string, formula: string): void {
    const cell = this.cells.get(key);
    if (!cell) throw new RangeError(`The sheet of the scenario has no place for ${key}.`);
    const format = this.sheet.at(cell.column, cell.row)?.format;
    const isMoney = format === this.money || format === this.sum;
    this.sheet.put(cell.column, cell.row, {
      value: null,
      formula,
      format: isMoney ? this.sum : '0.0000',
      look: 'plain',
    });
  }

  plan(key: PlanKey): string {
    return this.place(key);
  }

  level(level: LevelKey, key: LevelFieldKey): string {
    return this.place(`${level}.${key}`);
  }

  /** A place of the case as the steps' sheet writes it. */
  fromSteps(place: string): string {
    return `${quoteSheet(this.sheet.name)}!${place}`;
  }

  fromCase(place: string): string {
    return `${quoteSheet(this.steps.name)}!${place}`;
  }

  /** Column of a year, from 1; 0 is now. */
  column(year: number): number {
    return NOW + year;
  }

  /** `D12`: a year's cell in a row. */
  yearCell(year: number, row: number): string {
    return relative(this.column(year), row);
  }

  /** `$D$12:$H$12`: all years of a row. */
  yearRange(row: number): string {
    return `${absolute(this.column(1), row)}:${absolute(this.column(this.years), row)}`;
  }

  /** @param isWide the last one goes to the end of the sheet */
  head(title: string, unit: string, columns: readonly string[], isWide = false): void {
    const heads = [title, unit, ...columns];
    for (const [at, value] of heads.entries()) {
      const across = isWide && at === heads.length - 1 ? this.width - at : 1;
      this.sheet.put(at + 1, this.row, { value, look: 'head', across });
    }
    this.row += 1;
  }

  /** A row of formulas by year; `now` is the formula of t = 0. Answers its row. */
  yearRow(
    line: { readonly label: string; readonly unit: string; readonly format: string; readonly look?: 'total' | 'note' },
    ofYear: (year: number) => string,
    now?: string,
  ): number {
    const { row } = this;
    const { label, unit, format, look = 'plain' } = line;
    this.sheet.put(1, row, { value: label, look: look === 'total' ? 'total' : look });
    this.sheet.put(2, row, { value: unit, look: look === 'total' ? 'total' : 'note' });
    if (now !== undefined) this.sheet.put(NOW, row, { value: null, formula: now, format, look });
    else if (look === 'total') this.sheet.put(NOW, row, { value: null, look });
    for (let year = 1; year <= this.years; year++) {
      this.sheet.put(this.column(year), row, { value: null, formula: ofYear(year), format, look });
    }
    this.row += 1;
    return row;
  }

  /** Years of the plan: by these formulas go, whatever the house's years are. */
  yearHeads(): string[] {
    const { startDate } = this.house;
    const years = Array.from({ length: this.years }, (_, at) =>
      planYearName(at + 1, this.house).replace(/^year/, 'Year'),
    );
    return [startDate === null ? 'Now' : `Start, ${sayMonth(startDate)}`, ...years];
  }
}
