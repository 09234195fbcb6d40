import { findRoot } from './root-finder';

/** Below this share of its terms' sizes a value counts as zero: that is where doubles cannot tell. */
const NOTHING = 1e-12;

/** c₀ + c₁x + c₂x² … */
function evaluate(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

function vanishes(coefficients: readonly number[], x: number): boolean {
  const size = evaluate(coefficients.map(Math.abs), Math.abs(x));
  return Math.abs(evaluate(coefficients, x)) <= NOTHING * size;
}

function derivative(coefficients: readonly number[]): number[] {
  return coefficients.slice(1).map((coefficient, at) => coefficient * (at + 1));
}

/**
 * Every real root in (low, high), ascending, each once however often it counts. Between two roots of the derivative a
 * polynomial only rises or only falls, so each stretch holds at most one root: none is missed and none is guessed.
 * A polynomial that is zero throughout has no roots here.
 */
export function realRoots(coefficients: readonly number[], low: number, high: number): number[] {
  const degree = coefficients.findLastIndex((coefficient) => coefficient !== 0);
  if (degree <= 0) return [];
  const polynomial = coefficients.slice(0, degree + 1);
  const turns = realRoots(derivative(polynomial), low, high);
  const stops = [low, ...turns, high];
  const roots: number[] = [];
  stops.forEach((to, at) => {
    const from = stops[at - 1];
    if (from === undefined) return;
    const startsAtZero = vanishes(polynomial, from);
    // A turning point on the axis is a root of even order: no sign changes there.
    if (startsAtZero && from !== low) roots.push(from);
    if (startsAtZero || vanishes(polynomial, to)) return;
    if (evaluate(polynomial, from) > 0 === evaluate(polynomial, to) > 0) return;
    roots.push(findRoot((x) => evaluate(polynomial, x), from, to));
  });
  return roots;
}
