import type { CellValue } from '../xlsx/cells';

/** What a spreadsheet shows instead of a value. */
export class FormulaError extends Error {
  constructor(readonly code: '#DIV/0!' | '#NUM!' | '#VALUE!' | '#NAME?' | '#REF!') {
    super(code);
    this.name = 'FormulaError';
  }
}

/** An empty cell is 0, true is 1; a text is no number. */
export function toNumber(value: CellValue): number {
  if (typeof value === 'string') throw new FormulaError('#VALUE!');
  return Number(value);
}

export function finite(value: number): number {
  if (!Number.isFinite(value)) throw new FormulaError('#NUM!');
  return value;
}

/** Values of an argument: one of a single value, all of a range, row by row. */
export type Argument = readonly CellValue[];
export type SheetFunction = (...given: Argument[]) => CellValue;

const one = (given: Argument | undefined): number => toNumber(given?.[0] ?? null);
/** What counts in SUM, MAX, NPV …: in ranges only numbers do, texts and empty cells do not. */
const numbers = (given: readonly Argument[]): number[] =>
  given.flat().filter((value): value is number => typeof value === 'number');

function npv(rate: number, flows: readonly number[]): number {
  return finite(flows.reduce((sum, flow, at) => sum + flow / (1 + rate) ** (at + 1), 0));
}

function mirr(flows: readonly number[], finance: number, reinvest: number): number {
  const paid = npv(
    finance,
    flows.map((flow) => Math.min(0, flow)),
  );
  const earned = npv(
    reinvest,
    flows.map((flow) => Math.max(0, flow)),
  );
  if (paid === 0 || earned === 0) throw new FormulaError('#DIV/0!');
  const ratio = (-earned * (1 + reinvest) ** flows.length) / (paid * (1 + finance));
  return finite(ratio ** (1 / (flows.length - 1)) - 1);
}

function sumProduct(given: readonly Argument[]): number {
  const [first = [], ...rest] = given;
  const amount = (value: CellValue | undefined): number => (typeof value === 'number' ? value : 0);
  return first.reduce<number>(
    (sum, value, at) => sum + rest.reduce((product, other) => product * amount(other[at]), amount(value)),
    0,
  );
}

/** With the two criteria that our formulas have. */
function sumIf(values: readonly number[], criterion: CellValue): number {
  if (criterion !== '<0' && criterion !== '>0') throw new FormulaError('#VALUE!');
  return values.reduce((sum, value) => ((criterion === '<0' ? value < 0 : value > 0) ? sum + value : sum), 0);
}

/** The functions that our formulas use, as Excel and LibreOffice define them; IF, IFERROR and INDEX are in evaluate.ts. */
export const FUNCTIONS: Readonly<Record<string, SheetFunction>> = {
  ABS: (value) => Math.abs(one(value)),
  AND: (...given) => given.flat().every((value) => toNumber(value) !== 0),
  COUNT: (...given) => numbers(given).length,
  EXP: (value) => finite(Math.exp(one(value))),
  INT: (value) => Math.floor(one(value)),
  LN: (value) => finite(Math.log(one(value))),
  MAX: (...given) => numbers(given).reduce((most, value) => Math.max(most, value), numbers(given)[0] ?? 0),
  MIN: (...given) => numbers(given).reduce((least, value) => Math.min(least, value), numbers(given)[0] ?? 0),
  MIRR: (flows, finance, reinvest) => mirr(numbers([flows ?? []]), one(finance), one(reinvest)),
  NPV: (rate, ...flows) => npv(one(rate), numbers(flows)),
  OR: (...given) => given.flat().some((value) => toNumber(value) !== 0),
  SIGN: (value) => Math.sign(one(value)),
  SQRT: (value) => finite(Math.sqrt(one(value))),
  SUM: (...given) => numbers(given).reduce((sum, value) => sum + value, 0),
  SUMIF: (values, criterion) => sumIf(numbers([values ?? []]), criterion?.[0] ?? null),
  SUMPRODUCT: (...given) => sumProduct(given),
};
