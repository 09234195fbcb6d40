import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { DatePrecision } from '#domain/base/period';
import { type Health, PRODUCTION_STAGES, type Stage, type Tier } from '#domain/vocabulary';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asHealth, asTier } from '../models/cells';
import { hasMonitoring } from '../models/has-monitoring';
import type { Tables } from '../tables';

/** More models than this that drifted or fell silent are counted, not listed. */
const MOST_LISTED = 500;

export interface TroubleQuery {
  /** ISO day. */
  readonly today: string;
  /** ISO instant: in validation since before it is called stalled. */
  readonly stalledBefore: string;
  /** Tiers whose models need an approval. */
  readonly gated: readonly Tier[];
  /** Models with an open incident that asks for attention, or retraining that waits for somebody. */
  readonly named: readonly string[];
}

/** A model with the columns that troubles are told from. */
export interface TroubledRow {
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
  /** Milliseconds. */
  readonly lastResult: number | null;
  readonly worst: { readonly column: string; readonly metric: string; readonly value: number | null } | null;
}

type Models = ExpressionBuilder<Tables, 'models'>;
type Flag = 'unmonitored' | 'overdue' | 'waiting' | 'stalled';
const FLAGS: readonly Flag[] = ['unmonitored', 'overdue', 'waiting', 'stalled'];
const PRODUCTION = [...PRODUCTION_STAGES];

function flags(eb: Models, query: TroubleQuery): Readonly<Record<Flag, Expression<SqlBool>>> {
  const inValidation = eb('models.stage', '=', 'validation');
  return {
    unmonitored: hasMonitoring('not_monitored'),
    overdue: eb('models.review_due', '<', query.today).and('models.stage', '<>', 'retired'),
    waiting:
      query.gated.length === 0
        ? sql<SqlBool>`1 = 0`
        : inValidation
            .and('models.tier', 'in', [...query.gated])
            .and(
              eb.or([
                eb('models.last_approval_at', 'is', null),
                sql<SqlBool>`models.last_approval_at < models.stage_since`,
              ]),
            ),
    stalled: eb.and([inValidation, eb('models.stage_since', '<', query.stalledBefore)]),
  };
}

/** Something has gone wrong with it: such a model is named, whatever else is true of it. */
const hasGoneWrong = (eb: Models, { named }: TroubleQuery): Expression<SqlBool> =>
  eb.or([
    eb('models.stage', 'in', PRODUCTION).and('models.health', 'in', ['act', 'silent']),
    sql<SqlBool>`models.id in (select value from json_each(${JSON.stringify(named)}))`,
  ]);

export interface SharedTrouble {
  readonly flag: Flag;
  readonly tier: Tier | null;
  /** Models of which nothing has gone wrong beyond what they share. */
  readonly count: number;
}

/** How many models share each of the troubles that many may have, by tier; those that are named anyway left out. */
async function countShared(read: ReadHandle, query: TroubleQuery): Promise<SharedTrouble[]> {
  const rows = await tables(read)
    .selectFrom('models')
    .select((eb) => {
      const of = flags(eb, query);
      const count = (flag: Flag) => eb.fn.count<number>(eb.case().when(of[flag]).then(1).end()).as(flag);
      return ['models.tier' as const, ...FLAGS.map(count)];
    })
    .where((eb) => eb.not(hasGoneWrong(eb, query)))
    .groupBy('models.tier')
    .execute();
  return rows.flatMap((row) => FLAGS.map((flag) => ({ flag, tier: asTier(row.tier), count: row[flag] })));
}

const keyOf = (flag: Flag, tier: Tier | null): string => (flag === 'unmonitored' ? `${flag} ${tier ?? 'none'}` : flag);

export interface Troubled {
  readonly rows: readonly TroubledRow[];
  /** All that have gone wrong, also those beyond the most that are listed. */
  readonly total: number;
  /** `unmonitored 1`, `overdue`, `waiting`, `stalled`: every model with that trouble is among the rows. */
  readonly complete: ReadonlySet<string>;
}

/**
 * Models with which something has gone wrong, the gravest health first; and of the troubles that many may share, those
 * models that share one with at most `namedAtMost` others.
 */
export async function listTroubledModels(
  read: ReadHandle,
  query: TroubleQuery,
  namedAtMost: number,
): Promise<Troubled> {
  const sums = new Map<string, number>();
  for (const { flag, tier, count } of await countShared(read, query)) {
    const key = keyOf(flag, tier);
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  const few = [...sums].flatMap(([key, count]) => (count <= namedAtMost ? [key] : []));
  const wanted = (eb: Models): Expression<SqlBool> => {
    const of = flags(eb, query);
    const single = few
      .filter((key) => (sums.get(key) ?? 0) > 0)
      .map((key) => {
        const [flag, tier] = key.split(' ') as [Flag, string | undefined]; // made by `keyOf`
        if (tier === undefined) return of[flag];
        return eb.and([
          of[flag],
          tier === 'none' ? eb('models.tier', 'is', null) : eb('models.tier', '=', Number(tier)),
        ]);
      });
    return eb.or([hasGoneWrong(eb, query), ...single]);
  };
  const { total } = await tables(read)
    .selectFrom('models')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where(wanted)
    .executeTakeFirstOrThrow();
  const rows = await tables(read)
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
    .where((eb) => wanted(eb as unknown as Models))
    .orderBy(sql`case models.health when 'act' then 0 when 'silent' then 1 else 2 end`)
    .orderBy(sql`coalesce(models.tier, 4)`)
    .orderBy('models.id')
    .limit(MOST_LISTED)
    .execute();
  return {
    total,
    complete: new Set(few),
    rows: rows.map((row) => ({
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
      lastResult: row.last_at,
      worst:
        row.column_name === null || row.metric === null
          ? null
          : {
              column: row.column_name,
              metric: row.metric,
              value: row.worst_value !== null && Number.isFinite(row.worst_value) ? row.worst_value : null,
            },
    })),
  };
}
