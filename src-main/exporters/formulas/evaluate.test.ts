import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../xlsx/cells';
import { Evaluator } from './evaluate';
import { FormulaError, FUNCTIONS } from './functions';
import { ANSWERS, bookWith } from './testing/spreadsheet-answers';

/** What a spreadsheet shows for the formula. */
function shown(formula: string, others: Readonly<Record<string, string>> = {}): CellValue {
  try {
    return new Evaluator(bookWith({ ...others, E1: formula })).valueAt('Data', 5, 1);
  } catch (error) {
    if (error instanceof FormulaError) return error.code;
    throw error;
  }
}

function expectAnswer(value: CellValue, answer: CellValue): void {
  if (typeof answer !== 'number') expect(value).toBe(answer);
  else {
    expect(typeof value).toBe('number');
    expect(Math.abs(Number(value) - answer)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(answer)));
  }
}

describe('Excel answers', () => {
  it.each(ANSWERS.map(([formula, answer]) => ({ formula, answer })))('=$formula with $answer', ({ formula, answer }) =>
    expectAnswer(shown(formula), answer),
  );

  it('to every function that our formulas may use', () => {
    const asked = new Set(ANSWERS.flatMap(([formula]) => [...formula.matchAll(/([A-Z]+)\(/g)].map(([, name]) => name)));
    expect([...Object.keys(FUNCTIONS), 'IF', 'IFERROR', 'INDEX'].filter((name) => !asked.has(name))).toEqual([]);
  });
});

describe('formulas that depend on each other', () => {
  it('are worked out once each, and in any order', () => {
    let asked = 0;
    const book = bookWith({ E1: 'E2+E2', E2: 'SUM(E3,E3)', E3: 'A3*2' });
    const counting = new Evaluator({
      ...book,
      cell: (sheet, column, row) => {
        if (column === 5) asked += 1;
        return book.cell(sheet, column, row);
      },
    });
    expect(counting.valueAt('Data', 5, 1)).toBe(24);
    expect(counting.valueAt('Data', 5, 3)).toBe(6);
    expect(asked).toBe(3);
  });

  it('hand on an error, until one asks for it', () => {
    const others = { E2: 'A4*2', E3: 'E2+1' };
    expect(shown('SUM(E3:E4)', others)).toBe('#VALUE!');
    expect(shown('IF(E3>0,1,2)', others)).toBe('#VALUE!');
    expect(shown('IFERROR(E3,"none")', others)).toBe('none');
  });

  it('are refused when they go round in a circle, also behind IFERROR', () => {
    expect(() => shown('E2', { E2: 'E1+1' })).toThrow('depends on itself');
    expect(() => shown('IFERROR(E1,0)')).toThrow(RangeError);
    expect(shown('IF(A1=1,2,E1)')).toBe(2);
  });
});

describe('what is not worked out', () => {
  it.each([
    ['ROUND(1.5,0)', 'ROUND is not worked out'],
    ['IFERROR(ROUND(1.5,0),0)', 'ROUND is not worked out'],
    ['SUMIF(A1:A3,">=2")', 'not for >=2'],
    ['COUNTIF(A1:A3,"text")', 'not for text'],
    ['SUMIF(A1:A3,">0",C1:C3)', 'of one range only'],
    ["'Nowhere'!A1", 'There is no sheet Nowhere'],
  ])('is told to the programmer, not shown as a value: =%s', (formula, message) => {
    expect(() => shown(formula)).toThrow(message);
  });

  it('is stricter than a spreadsheet: digits in a text are no number, a range is no single value', () => {
    expect(shown('"3"+1')).toBe('#VALUE!');
    expect(shown('SUM("3")')).toBe('#VALUE!');
    expect(shown('A1:A3+1')).toBe('#VALUE!');
    expect(shown('IF(flows,1,2)')).toBe('#VALUE!');
  });
});

interface Drawn {
  readonly text: string;
  /** Worked out as it was drawn, by no rule of precedence; `null`: a spreadsheet shows an error. */
  readonly value: number | null;
  /** How tightly its loosest operator binds. */
  readonly level: number;
}

const OPERATORS: Readonly<Record<string, readonly [level: number, work: (a: number, b: number) => number]>> = {
  '+': [1, (a, b) => a + b],
  '-': [1, (a, b) => a - b],
  '*': [2, (a, b) => a * b],
  '/': [2, (a, b) => (b === 0 ? Number.NaN : a / b)],
  '^': [3, (a, b) => (a <= 0 ? Number.NaN : a ** b)],
};

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
const bracketed = (one: Drawn, least: number, spare: boolean): string =>
  one.level < least || spare ? `(${one.text})` : one.text;

const { tree } = fc.letrec<{ tree: Drawn; leaf: Drawn; sign: Drawn; pair: Drawn }>((tie) => ({
  tree: fc.oneof({ maxDepth: 5, withCrossShrink: true }, tie('leaf'), tie('sign'), tie('pair'), tie('pair')),
  leaf: fc.oneof(
    fc.integer({ min: 0, max: 9 }).map((n): Drawn => ({ text: String(n), value: n, level: 9 })),
    fc.constantFrom<Drawn>(
      { text: 'A3', value: 3, level: 9 },
      { text: '$A$8', value: 0.5, level: 9 },
      { text: 'rate', value: 0.1, level: 9 },
      { text: 'SUM(A1:A3)', value: 6, level: 9 },
    ),
  ),
  // A sign binds tighter than every operator: what is no leaf and no sign itself goes into brackets.
  sign: tie('tree').map(
    (of): Drawn => ({ text: `-${bracketed(of, 8, false)}`, value: of.value === null ? null : 0 - of.value, level: 8 }),
  ),
  pair: fc
    .tuple(fc.constantFrom(...Object.keys(OPERATORS)), tie('tree'), tie('tree'), fc.boolean(), fc.boolean())
    .map(([operator, left, right, spareLeft, spareRight]): Drawn => {
      const [level, work] = OPERATORS[operator] ?? [0, () => Number.NaN];
      // All are worked out from the left: an equal operator on the right needs brackets.
      const text = `${bracketed(left, level, spareLeft)} ${operator} ${bracketed(right, level + 1, spareRight)}`;
      return {
        text,
        value: left.value === null || right.value === null ? null : known(work(left.value, right.value)),
        level,
      };
    }),
}));

it('works out any sum as a plain evaluation does, with no more brackets than it needs', () => {
  fc.assert(
    fc.property(tree, ({ text, value }) => {
      // Of a power of a negative number or of 0 the table above says enough.
      fc.pre(value !== null);
      expect(shown(text)).toBe(value);
    }),
    { numRuns: 500 },
  );
});
