import type Database from 'better-sqlite3';
import type { Column, Grid } from '#contract/models/grid';
import { dayNumber } from '#domain/base/calendar';
import { isEmptyValue, qualityBy } from '#domain/models/completeness';
import { monitoringOf } from '#domain/models/monitoring';
import type { QualityField } from '#domain/models/quality-fields';
import type { Stage } from '#domain/vocabulary';
import { chunks } from '../../chunks';
import type { Beside } from '../beside';
import { asHealth, parseReferences, parseTags } from '../cells';

const COLUMNS = `id, name, stage, unit, tier, update_frequency, health, business_owner, technical_owner, type, origin,
  criticality, personal_data, annual_value_minor, annual_run_cost_minor, stage_since, version, version_since,
  time_to_production_days, CASE WHEN stage <> 'retired' THEN review_due END, updated_at, tags, external_references,
  monitoring_known, stage_since_precision, version_since_precision, purpose <> '', kind, autonomy`;

type Cell = string | number | null;

/**
 * The portfolio as columns: a tenth of the bytes and a two-hundredth of the copying that objects would cost
 * (bench/). Raw rows of SQLite, for building objects is most of the time otherwise.
 *
 * @param revision the journal entry up to which all this is true at least
 * @param beside what no column holds, by model id
 * @param ids only these models; left out: all
 */
export function readColumns(
  db: Database.Database,
  revision: number,
  besideOf: (modelId: string) => Beside,
  ids: readonly string[] | undefined,
): Grid {
  const rows = ids ? someRows(db, ids) : allRows(db);
  const text = (index: number): string[] => rows.map((row) => String(row[index]));
  const coded = (index: number): Column => code(rows, (row) => row[index]);
  const number = (index: number): Column => ({ kind: 'number', values: rows.map((row) => asNumber(row[index])) });
  const day = (index: number): Column => ({ kind: 'day', values: rows.map((row) => asDay(row[index])) });
  const modelIds = text(0);
  const beside = modelIds.map(besideOf);
  return {
    revision,
    ids: modelIds,
    columns: {
      name: { kind: 'text', values: text(1) },
      stage: coded(2),
      unit: coded(3),
      tier: number(4),
      updateFrequency: coded(5),
      health: coded(6),
      monitoring: code(rows, (row) => monitoringCell(row[2], row[6], row[23])),
      businessOwner: coded(7),
      technicalOwner: coded(8),
      type: coded(9),
      origin: coded(10),
      criticality: coded(11),
      personalData: coded(12),
      kind: coded(27),
      autonomy: coded(28),
      annualValueMinor: number(13),
      annualRunCostMinor: number(14),
      stageSince: day(15),
      version: coded(16),
      versionSince: day(17),
      timeToProductionDays: number(18),
      releasesLast12Months: { kind: 'number', values: beside.map(({ releases }) => releases) },
      openIncidents: { kind: 'number', values: beside.map(({ openIncidents }) => openIncidents) },
      lastResult: {
        kind: 'day',
        values: beside.map(({ lastResult }) => (lastResult === null ? null : dayNumber(lastResult))),
      },
      dataQuality: { kind: 'number', values: rows.map(quality) },
      reviewDue: day(19),
      updatedAt: day(20),
      tags: joined(rows, 21, (cell) => parseTags(cell).join(', ')),
      references: joined(rows, 22, (cell) =>
        parseReferences(cell)
          .map((reference) => `${reference.system}: ${reference.id}`)
          .join(', '),
      ),
      stageSincePrecision: code(rows, (row) => coarse(row[24])),
      versionSincePrecision: code(rows, (row) => coarse(row[25])),
    },
  };
}

function allRows(db: Database.Database): readonly Cell[][] {
  return db.prepare<[], Cell[]>(`SELECT ${COLUMNS} FROM models ORDER BY name COLLATE NOCASE, id`).raw().all();
}

function someRows(db: Database.Database, ids: readonly string[]): readonly Cell[][] {
  return [...chunks(ids, 900)].flatMap((chunk) => {
    const marks = chunk.map(() => '?').join(',');
    return db
      .prepare<string[], Cell[]>(`SELECT ${COLUMNS} FROM models WHERE id IN (${marks})`)
      .raw()
      .all(...chunk);
  });
}

/** Distinct values once, and a number for each row; '' and NULL are -1. */
function code(rows: readonly Cell[][], pick: (row: readonly Cell[]) => Cell | undefined): Column {
  const known = new Map<Cell, number>();
  const values: string[] = [];
  const codes = rows.map((row) => {
    const cell = pick(row);
    if (cell === null || cell === undefined || cell === '') return -1;
    const seen = known.get(cell);
    if (seen !== undefined) return seen;
    known.set(cell, values.length);
    values.push(String(cell));
    return values.length - 1;
  });
  return { kind: 'coded', values, codes };
}

/** As `code`, for JSON lists: each distinct text is read once. */
function joined(rows: readonly Cell[][], index: number, words: (cell: string) => string): Column {
  const known = new Map<string, string>();
  return code(rows, (row) => {
    const cell = String(row[index]);
    if (cell === '[]') return '';
    const seen = known.get(cell);
    if (seen !== undefined) return seen;
    const text = words(cell);
    known.set(cell, text);
    return text;
  });
}

/** Where the fields of data quality lie; of the purpose only whether it is said, and monitoring follows. */
const QUALITY_PLACES: Readonly<Record<Exclude<QualityField, 'purpose' | 'monitoring'>, number>> = {
  unit: 3,
  tier: 4,
  updateFrequency: 5,
  businessOwner: 7,
  technicalOwner: 8,
  type: 9,
  origin: 10,
  criticality: 11,
  personalData: 12,
  annualValueMinor: 13,
  annualRunCostMinor: 14,
  version: 16,
};

function quality(row: readonly Cell[]): number | null {
  const stage = row[2] as Stage; // what the contract let in
  return qualityBy((field) => {
    if (field === 'purpose') return row[26] !== 1;
    if (field === 'monitoring') return monitoringCell(stage, row[6], row[23]) === 'unknown';
    return isEmptyValue(row[QUALITY_PLACES[field]] ?? null);
  }, stage);
}

function monitoringCell(stage: Cell | undefined, health: Cell | undefined, known: Cell | undefined): Cell {
  return monitoringOf({
    stage: stage as Stage, // what the contract let in
    monitoringKnown: known === 1,
    health: asHealth(String(health)),
  });
}

/** Most days are days: they are left empty. */
const coarse = (cell: Cell | undefined): Cell => (cell === undefined || cell === 'day' ? '' : cell);

const asNumber = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);
const asDay = (cell: Cell | undefined): number | null =>
  typeof cell === 'string' ? dayNumber(Date.parse(cell)) : null;
