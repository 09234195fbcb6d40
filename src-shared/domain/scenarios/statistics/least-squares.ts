/** What is left of a column's square after the others, as a share: below it the column says nothing of its own. */
const NOTHING = 1e-10;

/** A column moved to mean 0 and standard deviation 1; `null`: it does not vary. */
function standardised(column: Float64Array): Float64Array | null {
  const n = column.length;
  let sum = 0;
  for (const value of column) sum += value;
  const mean = sum / n;
  let squares = 0;
  for (const value of column) squares += (value - mean) ** 2;
  const sd = Math.sqrt(squares / n);
  return sd > 0 ? column.map((value) => (value - mean) / sd) : null;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/**
 * The least-squares fit of `target` on the columns, with an intercept: its value for each row. The columns are standardised
 * first and then made orthogonal one after the other, so that one which follows from those before it is passed over.
 */
export function fittedValues(target: Float64Array, columns: readonly Float64Array[]): Float64Array {
  const n = target.length;
  let sum = 0;
  for (const value of target) sum += value;
  const fitted = new Float64Array(n).fill(sum / n);
  const basis: { readonly column: Float64Array; readonly square: number }[] = [];
  for (const given of columns) {
    const own = standardised(given);
    if (!own) continue;
    for (const { column, square } of basis) {
      const along = product(own, column) / square;
      for (let at = 0; at < n; at++) own[at] = (own[at] ?? 0) - along * (column[at] ?? 0);
    }
    const square = product(own, own);
    if (square <= NOTHING * n) continue;
    basis.push({ column: own, square });
    const weight = product(own, target) / square;
    for (let at = 0; at < n; at++) fitted[at] = (fitted[at] ?? 0) + weight * (own[at] ?? 0);
  }
  return fitted;
}
