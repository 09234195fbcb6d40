import { expect } from 'vitest';
import { calculate, equationsOf, errorOf } from './calculator';

/** Half a tenth of a per cent; a sum of amounts that are rounded to the cent may be off by some cents besides. */
const ALLOWED = 0.0005;
const CENTS = 0.15;

/** Every equation comes out; the first one is the figure. How many there were. */
export function expectReproducible(numbers: string, value: number | null, what: string): number {
  const equations = equationsOf(numbers);
  for (const equation of equations) {
    const cents = Math.abs(equation.found - equation.said) <= CENTS && Math.abs(equation.said) > CENTS;
    if (!cents) expect(errorOf(equation), `${what}: ${equation.text}`).toBeLessThan(ALLOWED);
  }
  const said = equations[0]?.said ?? (/^-?[\d,.]+$/.test(numbers) ? calculate(numbers) : null);
  if (said !== null && value !== null && value !== 0)
    expect(Math.abs(said - value) <= CENTS || Math.abs(said / value - 1) < ALLOWED, `${what}: ${value}, ${said}`).toBe(
      true,
    );
  return equations.length;
}
