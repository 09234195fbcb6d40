import { ownForms } from '../../base/forms';

const decimals = (most: number) => ownForms().numbers({ maximumFractionDigits: most });
const figures = (most: number) => ownForms().numbers({ maximumSignificantDigits: most });

/** A number in a formula: `2,140,000`, `11.03`, `0.2963`. Money here is in major units, to the cent. */
export function sayFigure(value: number): string {
  return (Math.abs(value) < 1 ? figures(4) : decimals(2)).format(value);
}

/** A share or a rate: `10%`, `29.6%`. */
export function sayPercent(value: number): string {
  return ownForms().numbers({ style: 'percent', maximumFractionDigits: 1 }).format(value);
}

/**
 * A number that is reckoned with: as many digits as a calculator needs to come to the printed result, to within 0.05 %.
 * Money to the cent, everything else to six figures that count: `1,160,000`, `62.2222`, `1.30297`.
 */
export function sayFactor(value: number): string {
  return (Math.abs(value) < 1_000 ? figures(6) : decimals(2)).format(value);
}

/** What is raised to a power, 1 + rate: errors grow with the years. */
export function sayRateFactor(value: number): string {
  return figures(9).format(value);
}
