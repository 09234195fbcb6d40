import type { GridColumn } from '#contract/models/grid';
import type { ModelFilter } from '#contract/models/model-filter';
import { DAY_MS } from '#domain/base/calendar';
import { settledDay } from '#domain/base/moving-day';
import { isWithinUnit } from '#domain/base/unit-path';
import { PRODUCTION_STAGES } from '#domain/vocabulary';
import { utcToday } from '../../lib/utc-today';
import { type ColumnStore, NO_DAY } from './column-store';

/** One test of a filter: clears the rows that do not pass. The rules are those of the engine's `models.list`. */
type Keep = Uint8Array;

/** Whether each code of a coded column passes, looked up once a dictionary entry and not once a row. */
function codesThat(store: ColumnStore, name: GridColumn, test: (value: string) => boolean): (row: number) => boolean {
  const column = store.columns.get(name);
  if (column?.kind !== 'coded') return () => false;
  const passes = Uint8Array.from(column.values, (value) => Number(test(value)));
  const { codes } = column;
  return (row) => passes[codes[row] ?? 0] === 1;
}

function retain(keep: Keep, test: (row: number) => boolean): void {
  for (let row = 0; row < keep.length; row++) if (keep[row] === 1 && !test(row)) keep[row] = 0;
}

/** `null` in the list stands for the empty field. */
const oneOf =
  (wanted: readonly (string | number | null)[]) =>
  (value: string): boolean =>
    wanted.includes(value === '' ? null : value);

const inUnits =
  (units: readonly string[]) =>
  (value: string): boolean =>
    units.some((unit) => isWithinUnit(value, unit));

const CODED_FIELDS = [
  'stage',
  'health',
  'monitoring',
  'origin',
  'updateFrequency',
  'criticality',
  'personalData',
  'kind',
  'autonomy',
] as const;

function applyLists(store: ColumnStore, filter: ModelFilter, keep: Keep): void {
  for (const field of CODED_FIELDS) {
    const wanted = filter[field];
    if (wanted) retain(keep, codesThat(store, field, oneOf(wanted)));
  }
  const { type, unit, tag, owner } = filter;
  if (type)
    retain(
      keep,
      codesThat(store, 'type', (value) => type.includes(value)),
    );
  if (unit) retain(keep, codesThat(store, 'unit', inUnits(unit)));
  if (tag)
    retain(
      keep,
      codesThat(store, 'tags', (value) => value.split(', ').some((part) => part !== '' && tag.includes(part))),
    );
  if (owner) {
    const business = codesThat(store, 'businessOwner', (value) => owner.includes(value));
    const technical = codesThat(store, 'technicalOwner', (value) => owner.includes(value));
    retain(keep, (row) => business(row) || technical(row));
  }
}

function applyTier(store: ColumnStore, wanted: NonNullable<ModelFilter['tier']>, keep: Keep): void {
  const column = store.columns.get('tier');
  if (column?.kind !== 'number') return;
  const tiers: readonly (number | null)[] = wanted;
  retain(keep, (row) => {
    const tier = column.values[row] ?? Number.NaN;
    return tiers.includes(Number.isNaN(tier) ? null : tier);
  });
}

type Missing = NonNullable<ModelFilter['missing']>[number];

function isNoNumber(store: ColumnStore, name: GridColumn): (row: number) => boolean {
  const column = store.columns.get(name);
  return (row) => column?.kind === 'number' && Number.isNaN(column.values[row] ?? Number.NaN);
}

/** `purpose` is not in the grid: it is asked of the engine (see `needsEngine`). */
function isMissing(store: ColumnStore, field: Missing): (row: number) => boolean {
  const empty = (value: string): boolean => value === '';
  if (field === 'purpose') return () => false;
  if (field === 'annualValueMinor' || field === 'annualRunCostMinor') return isNoNumber(store, field);
  if (field === 'personalData' || field === 'monitoring')
    return codesThat(store, field, (value) => value === 'unknown' || (field === 'personalData' && value === ''));
  if (field === 'owner') {
    const business = codesThat(store, 'businessOwner', empty);
    const technical = codesThat(store, 'technicalOwner', empty);
    return (row) => business(row) && technical(row);
  }
  if (field === 'tier') return isNoNumber(store, 'tier');
  return codesThat(store, field, empty);
}

function applyDue(store: ColumnStore, before: string, keep: Keep): void {
  const settled = settledDay(before, utcToday());
  const column = store.columns.get('reviewDue');
  const limit = Date.parse(`${settled}T00:00:00Z`) / DAY_MS;
  if (column?.kind !== 'day' || Number.isNaN(limit)) return;
  retain(keep, (row) => {
    const day = column.values[row] ?? NO_DAY;
    return day !== NO_DAY && day <= limit;
  });
  // A retired model has none due; as the engine counts.
  retain(
    keep,
    codesThat(store, 'stage', (stage) => stage !== 'retired'),
  );
}

function applyIncident(store: ColumnStore, wanted: boolean, keep: Keep): void {
  const column = store.columns.get('openIncidents');
  if (column?.kind === 'number') retain(keep, (row) => (column.values[row] ?? 0) > 0 === wanted);
}

/** Models that never had a result have none after the day either. */
function applyNoResult(store: ColumnStore, after: string, keep: Keep): void {
  const column = store.columns.get('lastResult');
  const limit = Date.parse(`${settledDay(after, utcToday())}T00:00:00Z`) / DAY_MS;
  if (column?.kind !== 'day' || Number.isNaN(limit)) return;
  retain(keep, (row) => {
    const day = column.values[row] ?? NO_DAY;
    return day === NO_DAY || day <= limit;
  });
}

/** A retired model is asked nothing and is below nothing. */
function applyQuality(store: ColumnStore, below: number, keep: Keep): void {
  const column = store.columns.get('dataQuality');
  if (column?.kind === 'number') retain(keep, (row) => (column.values[row] ?? Number.NaN) < below);
}

/** The part of a filter that only the engine can judge; `null` when there is none. */
export function needsEngine(filter: ModelFilter): ModelFilter | null {
  const purpose = filter.missing?.includes('purpose') === true;
  const { challenger, gate, evidence } = filter;
  const asked = filter.importId ?? challenger ?? gate ?? evidence;
  if (asked === undefined && !purpose) return null;
  return {
    ...(filter.importId === undefined
      ? {}
      : { importId: filter.importId, ...(filter.which && { which: filter.which }) }),
    ...(challenger === undefined ? {} : { challenger }),
    ...(gate === undefined ? {} : { gate }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(purpose && filter.missing ? { missing: filter.missing } : {}),
  };
}

/**
 * Clears the rows that a filter leaves out. An empty list lets nothing pass.
 * `engineIds`: the answer of the engine to `needsEngine`; while it is on its way (`null`) that part is not applied.
 */
export function applyFilter(
  store: ColumnStore,
  filter: ModelFilter,
  engineIds: ReadonlySet<string> | null,
  keep: Keep,
): void {
  applyLists(store, filter, keep);
  if (filter.tier) applyTier(store, filter.tier, keep);
  if (filter.inProduction !== undefined) {
    const wanted = filter.inProduction;
    const production: readonly string[] = PRODUCTION_STAGES;
    retain(
      keep,
      codesThat(store, 'stage', (value) => production.includes(value) === wanted),
    );
  }
  const { missing } = filter;
  if (missing && !missing.includes('purpose')) {
    const tests = missing.map((field) => isMissing(store, field));
    retain(keep, (row) => tests.some((test) => test(row)));
  }
  if (filter.openIncident !== undefined) applyIncident(store, filter.openIncident, keep);
  if (filter.noResultAfter !== undefined) applyNoResult(store, filter.noResultAfter, keep);
  if (filter.qualityBelow !== undefined) applyQuality(store, filter.qualityBelow, keep);
  if (filter.reviewDueBefore !== undefined) applyDue(store, filter.reviewDueBefore, keep);
  if (engineIds && needsEngine(filter)) retain(keep, (row) => engineIds.has(store.ids[row] ?? ''));
}
