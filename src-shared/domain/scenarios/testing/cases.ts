import type { InvestmentInputs } from '../plan/inputs';
import cases from './roi-cases.json';

export const CASES = cases;
export type CaseName = keyof typeof cases;

/** The eight worked cases by number: `inputsOf(3)` is growth + learning + ramp. */
export function inputsOf(number: number): InvestmentInputs {
  const found = Object.entries(cases).find(([name]) => name.startsWith(`TC${number} `));
  if (!found) throw new RangeError(`There is no case ${number}.`);
  // JSON widens `liveBasis` to string; the file holds only `mean` and `end`.
  return found[1].inputs as InvestmentInputs;
}
