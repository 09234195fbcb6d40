/** How two uncertain inputs, named by their paths, move together: Spearman's rank correlation, −1 to 1. */
export interface Correlation {
  readonly a: string;
  readonly b: string;
  readonly spearman: number;
}

/** A pivot this close to zero is zero: two inputs that move as one. */
const NOTHING = 1e-10;

/** The correlation of the normal scores that gives this rank correlation: 2·sin(π·s/6). */
export function normalCorrelation(spearman: number): number {
  return 2 * Math.sin((Math.PI * spearman) / 6);
}

function sayPair({ a, b }: Correlation): string {
  return `${a} and ${b}`;
}

/** What is wrong with the list itself, one sentence each; whether all can hold together is `correlate`'s to say. */
export function correlationProblems(names: readonly string[], correlations: readonly Correlation[]): string[] {
  const seen = new Set<string>();
  return correlations.flatMap((pair) => {
    const key = [pair.a, pair.b].toSorted().join('\n');
    const again = seen.has(key);
    seen.add(key);
    const stranger = [pair.a, pair.b].find((name) => !names.includes(name));
    if (stranger !== undefined) return [`A correlation names ${stranger}, which is not among the uncertain inputs.`];
    if (pair.a === pair.b) return [`A correlation names ${pair.a} twice: name two different inputs.`];
    if (again) return [`The correlation of ${sayPair(pair)} is given twice: keep one.`];
    if (Math.abs(pair.spearman) <= 1) return [];
    return [`The correlation of ${sayPair(pair)} is ${pair.spearman}: it must be between -1 and 1.`];
  });
}

function matrixOf(names: readonly string[], correlations: readonly Correlation[]): number[][] {
  const matrix = names.map((_, row) => names.map((__, column): number => (row === column ? 1 : 0)));
  for (const { a, b, spearman } of correlations) {
    const rho = normalCorrelation(spearman);
    const [i, j] = [names.indexOf(a), names.indexOf(b)];
    matrix[i]?.splice(j, 1, rho);
    matrix[j]?.splice(i, 1, rho);
  }
  return matrix;
}

/** The lower triangle L with L·Lᵀ = matrix; `null`: no set of numbers is correlated like that. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] | null {
  const lower: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const current: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = j === i ? current : (lower[j] ?? []);
      const rest = current.reduce((sum, value, k) => sum - value * (other[k] ?? 0), row[j] ?? 0);
      if (j === i) {
        if (rest < -NOTHING) return null;
        current.push(rest > NOTHING ? Math.sqrt(rest) : 0);
        continue;
      }
      const pivot = other[j] ?? 0;
      if (pivot === 0 && Math.abs(rest) > Math.sqrt(NOTHING)) return null;
      current.push(pivot === 0 ? 0 : rest / pivot);
    }
    lower.push(current);
  }
  return lower;
}

const hundredths = Array.from({ length: 201 }, (_, at) => (at - 100) / 100);

/** The values, to a hundredth, that this pair could have beside the others. */
function roomFor(names: readonly string[], correlations: readonly Correlation[], pair: Correlation): number[] {
  return hundredths.filter((spearman) => {
    const tried = correlations.map((other) => (other === pair ? { ...pair, spearman } : other));
    return cholesky(matrixOf(names, tried)) !== null;
  });
}

/** Names the last given pair that could be made to fit; pairs that were not given count as 0. */
function impossibleWords(names: readonly string[], correlations: readonly Correlation[]): string {
  const sentence = 'The correlations cannot all hold at once:';
  for (const pair of correlations.toReversed()) {
    const room = roomFor(names, correlations, pair);
    const [least, most] = [room[0], room.at(-1)];
    if (least === undefined || most === undefined) continue;
    const range = least === most ? `${least}` : `${least} to ${most}`;
    return `${sentence} ${pair.spearman} between ${sayPair(pair)} does not fit the others, which leave room for ${range}.`;
  }
  const strongest = correlations.toSorted((p, q) => Math.abs(q.spearman) - Math.abs(p.spearman))[0];
  const first = strongest ? `${strongest.spearman} between ${sayPair(strongest)}` : 'the strongest';
  return `${sentence} weaken or remove several of them, beginning with ${first}.`;
}

/**
 * Turns independent standard normal scores, one for each name, into correlated ones. RangeError that names the pair when
 * the correlations cannot all hold at once, or when one of them is not well formed. `into` takes the result where a list is
 * at hand.
 */
export function correlate(
  names: readonly string[],
  correlations: readonly Correlation[],
): (scores: ArrayLike<number>, into?: number[]) => number[] {
  const problems = correlationProblems(names, correlations);
  if (problems.length > 0) throw new RangeError(problems.join(' '));
  const lower = cholesky(matrixOf(names, correlations));
  if (!lower) throw new RangeError(impossibleWords(names, correlations));
  // Few inputs are correlated: what is not on or below the diagonal, or 0, costs nothing in a million rows.
  const terms = lower.map((row) => row.flatMap((value, at) => (value === 0 ? [] : [{ at, value }])));
  return (scores, into = []) => {
    for (let name = 0; name < terms.length; name++) {
      let sum = 0;
      for (const { at, value } of terms[name] ?? []) sum += value * (scores[at] ?? 0);
      into[name] = sum;
    }
    return into;
  };
}
