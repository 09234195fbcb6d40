import { type CellValue, columnNumber } from '../xlsx/cells';
import { type Argument, FormulaError, FUNCTIONS, finite, power, toNumber } from './functions';
import { type Expression, parseFormula } from './parse-formula';
import { orderOf, toText } from './values';

/** A cell of the book that is evaluated: its value, or the formula that gives it. */
export interface BookCell {
  readonly value: CellValue;
  readonly formula?: string | undefined;
}

export interface Book {
  /** `null`: nothing is there. RangeError for a sheet that is not there. */
  cell(sheet: string, column: number, row: number): BookCell | null;
  /** The place that a name stands for, `'Scenario 1'!$C$7`; `null`: no such name. */
  placeOf(name: string): string | null;
}

interface Box {
  readonly sheet: string;
  readonly columns: readonly [number, number];
  readonly rows: readonly [number, number];
}

function corner(cell: string): { readonly column: number; readonly row: number } {
  const found = /^([A-Z]+)(\d+)$/.exec(cell);
  if (!found) throw new FormulaError('#REF!');
  return { column: columnNumber(found[1] ?? ''), row: Number(found[2]) };
}

/**
 * Works out the cells of a book: what a spreadsheet would show. Each cell is worked out once. FormulaError where a
 * spreadsheet shows an error.
 */
export class Evaluator {
  private readonly known = new Map<string, CellValue>();
  private readonly open = new Set<string>();
  private readonly parsed = new Map<string, Expression>();

  constructor(private readonly book: Book) {}

  valueAt(sheet: string, column: number, row: number): CellValue {
    const key = `${sheet}!${column},${row}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const cell = this.book.cell(sheet, column, row);
    if (cell?.formula === undefined) return cell?.value ?? null;
    if (this.open.has(key)) throw new RangeError(`The cell ${key} depends on itself.`);
    this.open.add(key);
    try {
      // A formula that comes to an empty cell shows 0.
      const value = this.value(this.parse(cell.formula), sheet) ?? 0;
      this.known.set(key, value);
      return value;
    } finally {
      this.open.delete(key);
    }
  }

  private parse(formula: string): Expression {
    const known = this.parsed.get(formula);
    if (known) return known;
    const made = parseFormula(formula);
    this.parsed.set(formula, made);
    return made;
  }

  private value(expression: Expression, sheet: string): CellValue {
    switch (expression.kind) {
      case 'value':
        return expression.value;
      case 'minus':
        return 0 - toNumber(this.value(expression.of, sheet));
      case 'binary':
        return this.binary(expression, sheet);
      case 'call':
        return this.call(expression.name, expression.given, sheet);
      case 'name':
      case 'range': {
        const box = this.boxOf(expression, sheet);
        if (sizeOf(box.rows) > 1 || sizeOf(box.columns) > 1) throw new FormulaError('#VALUE!');
        return this.valueAt(box.sheet, box.columns[0], box.rows[0]);
      }
    }
  }

  private boxOf(expression: Expression, sheet: string): Box {
    if (expression.kind === 'name') {
      const place = this.book.placeOf(expression.name);
      if (place === null) throw new FormulaError('#NAME?');
      return this.boxOf(this.parse(place), sheet);
    }
    if (expression.kind !== 'range') throw new FormulaError('#REF!');
    const from = corner(expression.from);
    const to = expression.to === null ? from : corner(expression.to);
    return {
      sheet: expression.sheet ?? sheet,
      columns: [Math.min(from.column, to.column), Math.max(from.column, to.column)],
      rows: [Math.min(from.row, to.row), Math.max(from.row, to.row)],
    };
  }

  private argument(expression: Expression, sheet: string): Argument {
    if (expression.kind !== 'range' && expression.kind !== 'name') {
      return { values: [this.value(expression, sheet)], inCells: false };
    }
    const box = this.boxOf(expression, sheet);
    const values: CellValue[] = [];
    for (let row = box.rows[0]; row <= box.rows[1]; row++) {
      for (let column = box.columns[0]; column <= box.columns[1]; column++) {
        values.push(this.valueAt(box.sheet, column, row));
      }
    }
    return { values, inCells: true };
  }

  private binary(
    { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
    sheet: string,
  ): number | string | boolean {
    const a = this.value(left, sheet);
    const b = this.value(right, sheet);
    switch (operator) {
      case '+':
        return finite(toNumber(a) + toNumber(b));
      case '-':
        return finite(toNumber(a) - toNumber(b));
      case '*':
        return finite(toNumber(a) * toNumber(b));
      case '/':
        return divided(toNumber(a), toNumber(b));
      case '^':
        return power(toNumber(a), toNumber(b));
      case '&':
        return toText(a) + toText(b);
      default:
        return compared(operator, a, b);
    }
  }

  private call(name: string, given: readonly Expression[], sheet: string): CellValue {
    const [first, second, third] = given;
    if (!first) throw new FormulaError('#VALUE!');
    if (name === 'IF') {
      const chosen = toNumber(this.value(first, sheet)) !== 0 ? second : third;
      return chosen ? this.value(chosen, sheet) : false;
    }
    if (name === 'IFERROR') return this.orElse(first, second, sheet);
    if (name === 'INDEX') return this.index(this.boxOf(first, sheet), [second, third], sheet);
    const known = FUNCTIONS[name];
    if (!known) throw new RangeError(`The function ${name} is not worked out here.`);
    return known(...given.map((one) => this.argument(one, sheet)));
  }

  /** In a single row one number goes along it; otherwise the first goes down and the second along. */
  private index(box: Box, places: readonly (Expression | undefined)[], sheet: string): CellValue {
    const [first = 1, second = 1] = places.map((place) =>
      place === undefined ? undefined : Math.trunc(toNumber(this.value(place, sheet))),
    );
    const inRow = sizeOf(box.rows) === 1 && places[1] === undefined;
    const [down, along] = inRow ? [1, first] : [first, second];
    if (down < 1 || along < 1) throw new FormulaError('#VALUE!');
    if (down > sizeOf(box.rows) || along > sizeOf(box.columns)) throw new FormulaError('#REF!');
    return this.valueAt(box.sheet, box.columns[0] + along - 1, box.rows[0] + down - 1);
  }

  private orElse(first: Expression, second: Expression | undefined, sheet: string): CellValue {
    try {
      return this.value(first, sheet);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      return second ? this.value(second, sheet) : null;
    }
  }
}

const sizeOf = ([from, to]: readonly [number, number]): number => to - from + 1;

function divided(a: number, b: number): number {
  if (b === 0) throw new FormulaError('#DIV/0!');
  return finite(a / b);
}

function compared(operator: string, a: CellValue, b: CellValue): boolean {
  const order = orderOf(a, b);
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    default:
      return order >= 0;
  }
}
