import { cellValue, deckFigure, type Plan, type Surfaces, sheetRows } from './surfaces';

/** A number as it was written: it stands for every value that is written so. */
export interface Written {
  readonly value: number;
  /** Half of the last place. */
  readonly within: number;
}

export interface Shown {
  /** The channel or report, and where in it. */
  readonly where: string;
  /** `null`: it says that nothing is known; `undefined`: this portfolio has nothing to show there. */
  readonly value: (surfaces: Surfaces) => number | Written | null | undefined;
  /** What a reader of that place is told, where its value may be another one; the text and what has to stand in it. */
  readonly said?: (surfaces: Surfaces) => { readonly text: string; readonly reason: RegExp };
}

const SCALES: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, B: 1e9 };

/** `€4.12M`, `10%`, `12.2 days`, `below 1`; `–` is no number. */
export function written(text: string): Written | null {
  if (text === 'below 1') return { value: 0, within: 0 };
  const found = /([-−]?)[^\d–]*?([\d,]+)(?:\.(\d+))?\s*([KMB](?![a-z])|%)?/.exec(text);
  if (!found) return null;
  const [, sign, whole = '', decimals = '', unit = ''] = found;
  const scale = unit === '%' ? 0.01 : (SCALES[unit] ?? 1);
  const value = Number(`${whole.replaceAll(',', '')}.${decimals}`) * scale * (sign === '' ? 1 : -1);
  return { value, within: (scale * 10 ** -decimals.length) / 2 };
}

export const at = (where: string, value: Shown['value'], said?: Shown['said']): Shown => ({
  where,
  value,
  ...(said && { said }),
});

/** A figure of a slide, by its label. */
export const onSlide = (label: string, said?: Shown['said']): Shown =>
  at(
    `deck, “${label}”`,
    (surfaces) => {
      const found = deckFigure(surfaces, label);
      return found === null ? undefined : written(found.value);
    },
    said,
  );

/** A row of the table of key figures on the slide of changes. */
export const onLastSlide = (label: string): Shown =>
  at(`deck, key figures, “${label}”`, ({ deck }) => {
    const slide = deck.find((one) => one.includes('Key figures that the next deck compares itself with')) ?? [];
    const place = slide.indexOf(label);
    const text = place < 0 ? undefined : slide[place + 1];
    return text === undefined ? undefined : written(text);
  });

export const ofPlan =
  (value: (plan: Plan) => number | null): Shown['value'] =>
  ({ plan }) =>
    plan === null ? undefined : value(plan);

export const inventory = (surfaces: Surfaces) => sheetRows(surfaces, 'Inventory');
export const serving = (surfaces: Surfaces) => inventory(surfaces).filter((row) => row['In production'] === 'yes');
export const servingWith = (head: string, word: string): Shown =>
  at(`workbook, Inventory, ${head}`, (surfaces) => serving(surfaces).filter((row) => row[head] === word).length);
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const openOf = (bySeverity: Readonly<Record<string, number>>): number => sum(Object.values(bySeverity));

export const sheetPlan = (head: string): Shown =>
  at(`workbook, Scenarios, ${head}`, (surfaces) => {
    const row = sheetRows(surfaces, 'Scenarios').find((one) => one['The plan'] === 'yes');
    if (!row) return undefined;
    const value = cellValue(row[head]);
    return typeof value === 'number' ? value : null;
  });

export const metricsGroup = ({ metrics }: Surfaces) => metrics.groups[0];
export const comparisonOf = ({ projection, scenario }: Plan) =>
  Object.entries(projection.comparisons).find(([pair]) => pair === scenario.compare)?.[1];
const IN_PRODUCTION: ReadonlySet<string> = new Set(['deployed', 'monitored', 'retraining']);
/** Models in production that Monitoring lists so. */
export const servingUnder = (
  { monitoring, models }: Surfaces,
  holds: (one: Surfaces['monitoring'][number]) => boolean,
): number =>
  monitoring.filter(
    (one) => holds(one) && models.some(({ id, stage }) => id === one.modelId && IN_PRODUCTION.has(stage)),
  ).length;
export const ofHealth = (health: string): Shown =>
  at(`drift.health, ${health}`, (surfaces) => servingUnder(surfaces, (one) => one.health === health));

/** The deck of a portfolio that is only stated shows the stated models, and says so under the figure. */
export const statedOnSlide: Shown['said'] = (surfaces) => ({
  text: deckFigure(surfaces, 'Models')?.detail ?? '',
  reason: /^stated; 0 registered$/,
});

export function ofRange(surfaces: Surfaces, name: 'mean' | 'median' | 'P10' | 'P90'): Written | null | undefined {
  const detail = deckFigure(surfaces, 'Net present value')?.detail;
  if (detail === undefined) return undefined;
  const text = new RegExp(`${name} ([^,]+)`).exec(detail)?.[1];
  const found = text === undefined ? null : written(text);
  return found && roundedTo(found, surfaces.plan?.scenario.result.digits ?? 3);
}

/** Rounded to as many figures as the plan carries, which the text need not show: `€110K` of two stands for 105 to 115. */
function roundedTo({ value, within }: Written, digits: number): Written {
  const place = value === 0 ? 0 : 10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - digits);
  return { value, within: Math.max(within, place / 2) };
}

/** A line of the sheet of governance, by its label. */
export function ofGovernance({ workbook }: Surfaces, label: string): Written | undefined {
  let found: Written | undefined;
  workbook.getWorksheet('Governance')?.eachRow((row) => {
    if (row.getCell(1).text === label) found = written(row.getCell(2).text) ?? undefined;
  });
  return found;
}
