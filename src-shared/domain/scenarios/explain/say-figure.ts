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
