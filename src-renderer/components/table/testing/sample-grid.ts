import type { Column, Grid, GridColumn } from '#contract/models/grid';

/** A model as an object: what the tests hold the columns against. Day columns are days since 1970. */
export type SampleRow = Readonly<Record<GridColumn, string | number | null>> & { readonly id: string };

const KINDS: Readonly<Record<GridColumn, Column['kind']>> = {
  name: 'text',
  stage: 'coded',
  unit: 'coded',
  tier: 'number',
  updateFrequency: 'coded',
  health: 'coded',
  monitoring: 'coded',
  businessOwner: 'coded',
  technicalOwner: 'coded',
  type: 'coded',
  origin: 'coded',
  criticality: 'coded',
  personalData: 'coded',
  kind: 'coded',
  autonomy: 'coded',
  annualValueMinor: 'number',
  annualRunCostMinor: 'number',
  stageSince: 'day',
  version: 'coded',
  versionSince: 'day',
  timeToProductionDays: 'number',
  releasesLast12Months: 'number',
  openIncidents: 'number',
  lastResult: 'day',
  dataQuality: 'number',
  reviewDue: 'day',
  updatedAt: 'day',
  tags: 'coded',
  references: 'coded',
  stageSincePrecision: 'coded',
  versionSincePrecision: 'coded',
};

export const COLUMN_NAMES = Object.keys(KINDS) as readonly GridColumn[]; // the keys of a record over GridColumn

const textOf = (row: SampleRow, name: GridColumn): string => String(row[name] ?? '');
const numberOf = (row: SampleRow, name: GridColumn): number | null => {
  const value = row[name];
  return typeof value === 'number' ? value : null;
};

function columnOf(rows: readonly SampleRow[], name: GridColumn): Column {
  const kind = KINDS[name];
  if (kind === 'text') return { kind, values: rows.map((row) => textOf(row, name)) };
  if (kind !== 'coded') return { kind, values: rows.map((row) => numberOf(row, name)) };
  const places = new Map<string, number>();
  const codes = rows.map((row) => {
    const value = textOf(row, name);
    if (value === '') return -1;
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  });
  return { kind, values: [...places.keys()], codes };
}

/** The rows as `models.grid` sends them. */
export function toGrid(rows: readonly SampleRow[], revision = 1): Grid {
  const columns = Object.fromEntries(COLUMN_NAMES.map((name) => [name, columnOf(rows, name)]));
  // Every name of GridColumn is in COLUMN_NAMES, so every column is there.
  return { revision, ids: rows.map((row) => row.id), columns: columns as Grid['columns'] };
}
