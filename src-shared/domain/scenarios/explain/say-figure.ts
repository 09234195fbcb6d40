const large = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const small = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 });

/** A number in a formula: `2,140,000`, `11.03`, `0.2963`. Money here is in major units, to the cent. */
export function sayFigure(value: number): string {
  return (Math.abs(value) < 1 ? small : large).format(value);
}

const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });

/** A share or a rate: `10%`, `29.6%`. */
export function sayPercent(value: number): string {
  return percent.format(value);
}

const factor = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 });
const rate = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 9 });

/**
 * A number that is reckoned with: as many digits as a calculator needs to come to the printed result, to within 0.05 %.
 * Money to the cent, everything else to six figures that count: `1,160,000`, `62.2222`, `1.30297`.
 */
export function sayFactor(value: number): string {
  return (Math.abs(value) < 1_000 ? factor : large).format(value);
}

/** What is raised to a power, 1 + rate: errors grow with the years. */
export function sayRateFactor(value: number): string {
  return rate.format(value);
}
