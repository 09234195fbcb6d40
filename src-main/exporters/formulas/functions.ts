import type { CellValue } from '../xlsx/cells';

/** What a spreadsheet shows instead of a value. */
export class FormulaError extends Error {
  constructor(readonly code: '#DIV/0!' | '#NUM!' | '#VALUE!' | '#NAME?' | '#REF!') {
    super(code);
    this.name = 'FormulaError';
  }
}

/** An empty cell is 0, true is 1; a text is no number, not even one of digits. */
export function toNumber(value: CellValue): number {
  if (typeof value === 'string') throw new FormulaError('#VALUE!');
  return Number(value);
}

export function finite(value: number): number {
  if (!Number.isFinite(value)) throw new FormulaError('#NUM!');
  return value;
}

export interface Argument {
  /** One of a single value, all of a range, row by row. */
  readonly values: readonly CellValue[];
  /** Whether they lie in cells: texts, truths and empty cells are then passed over, where typed ones count. */
  readonly inCells: boolean;
}

export type SheetFunction = (...given: Argument[]) => CellValue;

const one = (given: Argument | undefined): number => toNumber(given?.values[0] ?? null);

/** What counts in SUM, MAX, NPV … */
const numbers = (given: readonly (Argument | undefined)[]): number[] =>
  given.flatMap((argument) =>
    argument?.inCells
      ? argument.values.filter((value): value is number => typeof value === 'number')
      : (argument?.values.map(toNumber) ?? []),
  );

/** What counts in AND and OR: no texts and no empty cells of a range. */
function truths(given: readonly Argument[]): boolean[] {
  const counted = given.flatMap(({ values, inCells }) =>
    inCells ? values.filter((value) => value !== null && typeof value !== 'string') : values,
  );
  if (counted.length === 0) throw new FormulaError('#VALUE!');
  return counted.map((value) => toNumber(value) !== 0);
}

function npv(rate: number, flows: readonly number[]): number {
  if (rate === -1) throw new FormulaError('#DIV/0!');
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
  const [first, ...rest] = given.map(({ values }) => values);
  if (!first || rest.some((other) => other.length !== first.length)) throw new FormulaError('#VALUE!');
  const amount = (value: CellValue | undefined): number => (typeof value === 'number' ? value : 0);
  const sum = first.reduce<number>(
    (total, value, at) => total + rest.reduce((product, other) => product * amount(other[at]), amount(value)),
    0,
  );
  return finite(sum);
}

/** With the two criteria that our formulas have; RangeError for another. */
function sumIf(values: readonly number[], criterion: CellValue, sums: Argument | undefined): number {
  if ((criterion !== '<0' && criterion !== '>0') || sums !== undefined) {
    throw new RangeError(`SUMIF is worked out for “<0” and “>0” of one range only, not for ${criterion}.`);
  }
  return values.reduce((sum, value) => ((criterion === '<0' ? value < 0 : value > 0) ? sum + value : sum), 0);
}

/** How many numbers are at least, above, at most or below a number, which is how our formulas ask; RangeError for another. */
function countIf(values: readonly number[], criterion: CellValue): number {
  const [, sign, than = ''] = /^(>=|<=|>|<)(.+)$/.exec(String(criterion)) ?? [];
  const limit = Number(than);
  if (sign === undefined || Number.isNaN(limit))
    throw new RangeError(`COUNTIF is worked out for a comparison with a number only, not for ${criterion}.`);
  const holds = { '>=': (a: number) => a >= limit, '<=': (a: number) => a <= limit, '>': (a: number) => a > limit };
  const passes = sign === '<' ? (a: number) => a < limit : holds[sign as keyof typeof holds]; // the other three
  return values.filter(passes).length;
}

/** The root of a negative number that is one, and no power of nothing by nothing. */
export function power(base: number, exponent: number): number {
  if (base === 0 && exponent === 0) throw new FormulaError('#NUM!');
  if (base === 0 && exponent < 0) throw new FormulaError('#DIV/0!');
  const root = Math.round(1 / exponent);
  const isOddRoot = base < 0 && !Number.isInteger(exponent) && Math.abs(root % 2) === 1 && 1 / root === exponent;
  return finite(isOddRoot ? -((-base) ** exponent) : base ** exponent);
}

/** The functions that our formulas use, as Excel and LibreOffice define them; IF, IFERROR and INDEX are in evaluate.ts. */
export const FUNCTIONS: Readonly<Record<string, SheetFunction>> = {
  ABS: (value) => Math.abs(one(value)),
  AND: (...given) => truths(given).every((holds) => holds),
  COUNT: (...given) => numbers(given).length,
  COUNTIF: (values, criterion) => countIf(numbers([values]), criterion?.values[0] ?? null),
  EXP: (value) => finite(Math.exp(one(value))),
  INT: (value) => Math.floor(one(value)),
  LN: (value) => finite(Math.log(one(value))),
  MAX: (...given) => numbers(given).reduce((most, value) => Math.max(most, value), numbers(given)[0] ?? 0),
  MIN: (...given) => numbers(given).reduce((least, value) => Math.min(least, value), numbers(given)[0] ?? 0),
  MIRR: (flows, finance, reinvest) => mirr(numbers([flows]), one(finance), one(reinvest)),
  NPV: (rate, ...flows) => npv(one(rate), numbers(flows)),
  OR: (...given) => truths(given).some((holds) => holds),
  SIGN: (value) => Math.sign(one(value)),
  SQRT: (value) => finite(Math.sqrt(one(value))),
  SUM: (...given) => finite(numbers(given).reduce((sum, value) => sum + value, 0)),
  SUMIF: (values, criterion, sums) => sumIf(numbers([values]), criterion?.values[0] ?? null, sums),
  SUMPRODUCT: (...given) => sumProduct(given),
};
