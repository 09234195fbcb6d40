/** What is left of a column's square after those before it, as a share: below it the column says nothing of its own. */
const NOTHING = 1e-10;

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** A column moved to mean 0 and standard deviation 1; `null`: it does not vary. */
function standardised(column: Float64Array): Float64Array | null {
  const mean = meanOf(column);
  let squares = 0;
  for (const value of column) squares += (value - mean) ** 2;
  const sd = Math.sqrt(squares / column.length);
  return sd > 0 ? column.map((value) => (value - mean) / sd) : null;
}

function meanProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum / a.length;
}

function dot(a: readonly number[], b: readonly number[], upTo: number): number {
  let sum = 0;
  for (let at = 0; at < upTo; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** The weights w with (columns' products)·w = right, by Cholesky; 0 for a column that follows from those before it. */
function weightsOf(columns: readonly Float64Array[], right: readonly number[]): number[] {
  const lower: number[][] = [];
  const forward: number[] = [];
  for (const [row, column] of columns.entries()) {
    const current: number[] = [];
    for (let at = 0; at < row; at++) {
      const other = lower[at] ?? [];
      const pivot = other[at] ?? 0;
      const rest = meanProduct(column, columns[at] ?? column) - dot(current, other, at);
      current.push(pivot === 0 ? 0 : rest / pivot);
    }
    const left = meanProduct(column, column) - dot(current, current, row);
    const pivot = left > NOTHING ? Math.sqrt(left) : 0;
    current.push(pivot);
    lower.push(current);
    forward.push(pivot === 0 ? 0 : ((right[row] ?? 0) - dot(current, forward, row)) / pivot);
  }
  const weights = columns.map(() => 0);
  for (let row = columns.length - 1; row >= 0; row--) {
    let rest = forward[row] ?? 0;
    for (let below = row + 1; below < columns.length; below++)
      rest -= (lower[below]?.[row] ?? 0) * (weights[below] ?? 0);
    const pivot = lower[row]?.[row] ?? 0;
    weights[row] = pivot === 0 ? 0 : rest / pivot;
  }
  return weights;
}

/**
 * The least-squares fit of `target` on the columns, with an intercept: its value for each row. Columns are standardised;
 * one that does not vary, or follows from those before it, is passed over.
 */
export function fittedValues(target: Float64Array, given: readonly Float64Array[]): Float64Array {
  const columns = given.map(standardised).filter((column) => column !== null);
  const weights = weightsOf(
    columns,
    columns.map((column) => meanProduct(column, target)),
  );
  const fitted = new Float64Array(target.length).fill(meanOf(target));
  for (const [at, column] of columns.entries()) {
    const weight = weights[at] ?? 0;
    for (let row = 0; row < fitted.length; row++) fitted[row] = (fitted[row] ?? 0) + weight * (column[row] ?? 0);
  }
  return fitted;
}
