import { type Expression, type SqlBool, sql } from 'kysely';
import type { DatePrecision } from '#domain/base/period';
import type { Health, Stage, Tier } from '#domain/vocabulary';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asHealth, asTier } from '../models/cells';
import { FLAGS, flags, type Models, type TroubleQuery } from './trouble-flags';

/** A model with the columns that troubles are told from. */
export interface ModelLine {
  readonly id: string;
  readonly name: string;
  readonly tier: Tier | null;
  readonly stage: Stage;
  readonly health: Health;
  readonly owner: string;
  readonly stageSince: string | null;
  readonly stagePrecision: DatePrecision;
  readonly reviewDue: string | null;
  readonly version: string;
  readonly versionSince: string | null;
  readonly versionPrecision: DatePrecision;
  readonly unmonitored: boolean;
  readonly overdue: boolean;
  readonly waiting: boolean;
  readonly stalled: boolean;
  readonly neverMeasured: boolean;
  readonly tooFewRows: boolean;
  /** Day number (since 1970) of the first day of the present health. */
  readonly healthSince: number | null;
  /** Days between two results, as they come or as the model is updated; `null`: not known. */
  readonly cadence: number | null;
  /** Milliseconds. */
  readonly lastResult: number | null;
  readonly worst: { readonly column: string; readonly metric: string; readonly value: number | null } | null;
}

export interface LinesAsked {
  readonly where: (eb: Models) => Expression<SqlBool>;
  /** `gravest`: drifted, then silent, then by tier; `review`: the longest overdue first. */
  readonly order: 'gravest' | 'review';
  readonly limit: number;
}

/** Models with all that their lines in lists of troubles are told from. */
export async function listModelLines(
  read: ReadHandle,
  query: TroubleQuery,
  { where, order, limit }: LinesAsked,
): Promise<readonly ModelLine[]> {
  let wanted = tables(read)
    .selectFrom('models')
    .leftJoin('drift_models as drift', 'drift.model_id', 'models.id')
    .leftJoin('drift_series as series', 'series.id', 'drift.worst_series')
    .select([
      'models.id',
      'models.name',
      'models.tier',
      'models.stage',
      'models.health',
      'models.technical_owner',
      'models.business_owner',
      'models.stage_since',
      'models.stage_since_precision',
      'models.review_due',
      'models.version',
      'models.version_since',
      'models.version_since_precision',
      'drift.reason',
      'drift.cadence',
      'drift.since_day',
      'drift.last_at',
      'drift.worst_value',
      'series.column_name',
      'series.metric',
    ])
    .select((eb) => {
      const of = flags(eb as unknown as Models, query); // of the models alone, whatever is joined to them
      return FLAGS.map((flag) => sql<0 | 1 | null>`${of[flag]}`.as(flag));
    })
    .where((eb) => where(eb as unknown as Models))
    .limit(limit);
  wanted =
    order === 'review'
      ? wanted.orderBy('models.review_due')
      : wanted.orderBy(sql`case models.health when 'act' then 0 when 'silent' then 1 else 2 end`);
  const rows = await wanted.orderBy(sql`coalesce(models.tier, 4)`).orderBy('models.id').execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    tier: asTier(row.tier),
    stage: row.stage,
    health: asHealth(row.health),
    owner: row.technical_owner || row.business_owner,
    stageSince: row.stage_since,
    stagePrecision: row.stage_since_precision,
    reviewDue: row.review_due,
    version: row.version,
    versionSince: row.version_since,
    versionPrecision: row.version_since_precision,
    unmonitored: row.unmonitored === 1,
    overdue: row.overdue === 1,
    waiting: row.waiting === 1,
    stalled: row.stalled === 1,
    neverMeasured: row.reason === null,
    tooFewRows: row.reason === 'too_few_rows',
    healthSince: row.since_day,
    cadence: row.cadence,
    lastResult: row.last_at,
    worst:
      row.column_name === null || row.metric === null
        ? null
        : {
            column: row.column_name,
            metric: row.metric,
            value: row.worst_value !== null && Number.isFinite(row.worst_value) ? row.worst_value : null,
          },
  }));
}
