import { type CellValue, columnNumber } from '../xlsx/cells';
import { type Argument, FormulaError, FUNCTIONS, finite, toNumber } from './functions';
import { type Expression, parseFormula } from './parse-formula';

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
      const value = this.value(this.parse(cell.formula), sheet);
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
        return -toNumber(this.value(expression.of, sheet));
      case 'binary':
        return this.binary(expression, sheet);
      case 'call':
        return this.call(expression.name, expression.given, sheet);
      case 'name':
      case 'range': {
        const box = this.boxOf(expression, sheet);
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
      columns: [from.column, to.column],
      rows: [from.row, to.row],
    };
  }

  private argument(expression: Expression, sheet: string): Argument {
    if (expression.kind !== 'range' && expression.kind !== 'name') return [this.value(expression, sheet)];
    const box = this.boxOf(expression, sheet);
    const values: CellValue[] = [];
    for (let row = box.rows[0]; row <= box.rows[1]; row++) {
      for (let column = box.columns[0]; column <= box.columns[1]; column++) {
        values.push(this.valueAt(box.sheet, column, row));
      }
    }
    return values;
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
        if (toNumber(b) === 0) throw new FormulaError('#DIV/0!');
        return finite(toNumber(a) / toNumber(b));
      case '^':
        return finite(toNumber(a) ** toNumber(b));
      case '&':
        return `${a ?? ''}${b ?? ''}`;
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
    if (name === 'INDEX') {
      const box = this.boxOf(first, sheet);
      const down = second ? Math.trunc(toNumber(this.value(second, sheet))) : 1;
      if (down < 1 || box.rows[0] + down - 1 > box.rows[1]) throw new FormulaError('#REF!');
      return this.valueAt(box.sheet, box.columns[0], box.rows[0] + down - 1);
    }
    const known = FUNCTIONS[name];
    if (!known) throw new FormulaError('#NAME?');
    return known(...given.map((one) => this.argument(one, sheet)));
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

/** An empty cell equals both 0 and ''; a text is beyond every number, as spreadsheets have it. */
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

function orderOf(a: CellValue, b: CellValue): number {
  if (typeof a === 'string' || typeof b === 'string') {
    const text = (value: CellValue): string | null => (value === null ? '' : typeof value === 'string' ? value : null);
    const [left, right] = [text(a), text(b)];
    if (left === null) return -1;
    if (right === null) return 1;
    return left.toLowerCase().localeCompare(right.toLowerCase(), 'en');
  }
  return Number(a) - Number(b);
}
