import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { plausibleFrom } from '#domain/base/doubtful-date';
import { DATE_PRECISIONS, type DatePrecision } from '#domain/base/period';
import type { Kind } from '#domain/models/kinds';
import { type Health, PRODUCTION_STAGES, type Stage, type Tier, type UpdateFrequency } from '#domain/vocabulary';
import { countHealth, type DriftCounts } from '../drift/health';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asFrequency, asHealth, asKind, asTier } from '../models/cells';
import { hasMonitoring } from '../models/has-monitoring';
import type { Tables } from '../tables';

const PRODUCTION = [...PRODUCTION_STAGES];

export interface CountedModels {
  readonly stage: Stage;
  readonly tier: Tier | null;
  readonly unit: string;
  readonly kind: Kind | null;
  readonly frequency: UpdateFrequency | null;
  readonly health: Health;
  readonly monitoringKnown: boolean;
  readonly count: number;
}

const ALIKE = ['stage', 'tier', 'unit', 'kind', 'update_frequency', 'health', 'monitoring_known'] as const;

/** How many models there are of each stage, tier, unit, kind, frequency, health and what is known of monitoring: enough for every total of the overview. */
export async function countByStageTierUnit(read: ReadHandle): Promise<readonly CountedModels[]> {
  const rows = await tables(read)
    .selectFrom('models')
    .select((eb) => [...ALIKE, eb.fn.countAll<number>().as('n')])
    .groupBy(ALIKE)
    .execute();
  return rows.map((row) => ({
    stage: row.stage,
    tier: asTier(row.tier),
    unit: row.unit,
    kind: asKind(row.kind),
    frequency: asFrequency(row.update_frequency),
    health: asHealth(row.health),
    monitoringKnown: row.monitoring_known === 1,
    count: row.n,
  }));
}

export interface Example {
  readonly id: string;
  readonly name: string;
}

export interface Group {
  readonly count: number;
  /** Since a day that is asked about (`isDoubtfulSince`); `oldestSince` is none of these. */
  readonly doubtful: number;
  readonly oldestSince: string | null;
  /** How exactly `oldestSince` is known. */
  readonly oldestPrecision: DatePrecision;
  readonly example: Example | null;
}

/** Count, earliest entry, and one model; its id and name belong together where the count is 1, which is where they are used. */
const groupColumns = (plausible: string) => (eb: ExpressionBuilder<Tables, 'models'>) =>
  [
    eb.fn.countAll<number>().as('n'),
    eb.fn.count<number>(eb.case().when('models.stage_since', '<', plausible).then(1).end()).as('doubtful'),
    // The precision goes with the day that it belongs to; no day holds a blank.
    eb.fn
      .min(
        sql<string | null>`case when models.stage_since >= ${plausible}
          then models.stage_since || ' ' || models.stage_since_precision end`,
      )
      .as('oldest'),
    eb.fn.min('id').as('id'),
    eb.fn.min('name').as('name'),
  ] as const;

interface GroupRow {
  readonly n: number;
  readonly doubtful: number;
  readonly oldest: string | null;
  readonly id: string | null;
  readonly name: string | null;
}

function toGroup({ n, doubtful, oldest, id, name }: GroupRow): Group {
  const [since = null, known] = oldest === null ? [] : oldest.split(' ');
  return {
    count: n,
    doubtful,
    oldestSince: since,
    oldestPrecision: DATE_PRECISIONS.find((precision) => precision === known) ?? 'day',
    example: id === null || name === null ? null : { id, name },
  };
}

export interface MattersAsked {
  /** ISO day. */
  readonly today: string;
  /** ISO instant: in validation since before it is called stalled. */
  readonly stalledBefore: string;
  /** Tiers whose models need an approval. */
  readonly gated: readonly Tier[];
}

export interface Matters {
  readonly unmonitored: readonly (Group & { readonly tier: Tier | null })[];
  readonly monitoringUnknown: Group;
  readonly stalled: Group;
  readonly waiting: Group;
  readonly gaps: GapCounts;
  readonly health: readonly DriftCounts[];
}

/** Models that serve users and of which it is known that nobody watches, by tier. */
async function countUnmonitored(
  read: ReadHandle,
  today: string,
): Promise<readonly (Group & { readonly tier: Tier | null })[]> {
  const rows = await tables(read)
    .selectFrom('models')
    .select('tier')
    .select(groupColumns(plausibleFrom(today)))
    .where(hasMonitoring('not_monitored'))
    .groupBy('tier')
    .execute();
  return rows.map((row) => ({ tier: asTier(row.tier), ...toGroup(row) }));
}

/** Models that serve users and of which nobody has said whether they are monitored, nor does a result show it. */
async function countMonitoringUnknown(read: ReadHandle, today: string): Promise<Group> {
  const row = await tables(read)
    .selectFrom('models')
    .select(groupColumns(plausibleFrom(today)))
    .where(hasMonitoring('unknown'))
    .executeTakeFirstOrThrow();
  return toGroup(row);
}

/** Models in validation since before `before`; those whose date nobody noted are not among them. */
async function countStalled(read: ReadHandle, before: string, today: string): Promise<Group> {
  const row = await tables(read)
    .selectFrom('models')
    .select(groupColumns(plausibleFrom(today)))
    .where('stage', '=', 'validation')
    .where('stage_since', '<', before)
    .executeTakeFirstOrThrow();
  return toGroup(row);
}

/** Models in validation, of gated tiers, without an approval since they came there. */
async function countWaitingForApproval(read: ReadHandle, tiers: readonly Tier[], today: string): Promise<Group> {
  if (tiers.length === 0) return { count: 0, doubtful: 0, oldestSince: null, oldestPrecision: 'day', example: null };
  const row = await tables(read)
    .selectFrom('models')
    .select(groupColumns(plausibleFrom(today)))
    .where('stage', '=', 'validation')
    .where('tier', 'in', [...tiers])
    .where((eb) => eb.or([eb('last_approval_at', 'is', null), sql<SqlBool>`last_approval_at < stage_since`]))
    .executeTakeFirstOrThrow();
  return toGroup(row);
}

export interface ReviewCounts {
  readonly overdue: number;
  readonly overdueTier1: number;
  /** Of those since a day that is not asked about. */
  readonly oldestDue: string | null;
  readonly doubtful: number;
  readonly thisQuarter: number;
  readonly firstDue: string | null;
}

export async function countReviews(read: ReadHandle, today: string, quarterEnd: string): Promise<ReviewCounts> {
  const due = tables(read).selectFrom('models').where('review_due', 'is not', null).where('stage', '<>', 'retired');
  const past = await due
    .select((eb) => [
      eb.fn.countAll<number>().as('n'),
      eb.fn.min(eb.case().when('review_due', '>=', plausibleFrom(today)).then(eb.ref('review_due')).end()).as('first'),
      eb.fn.count<number>(eb.case().when('review_due', '<', plausibleFrom(today)).then(1).end()).as('doubtful'),
      eb.fn.count<number>(eb.case().when('tier', '=', 1).then(1).end()).as('tier1'),
    ])
    .where('review_due', '<', today)
    .executeTakeFirstOrThrow();
  const coming = await due
    .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.min('review_due').as('first')])
    .where('review_due', '>=', today)
    .where('review_due', '<=', quarterEnd)
    .executeTakeFirstOrThrow();
  return {
    overdue: past.n,
    overdueTier1: past.tier1,
    oldestDue: past.first,
    doubtful: past.doubtful,
    thisQuarter: coming.n,
    firstDue: coming.first,
  };
}

export interface GapCounts {
  readonly withoutOwner: number;
  readonly withoutTier: number;
  readonly withoutFrequency: number;
}

/** What nobody has said about models in production. */
async function countGaps(read: ReadHandle): Promise<GapCounts> {
  return tables(read)
    .selectFrom('models')
    .select((eb) => [
      eb.fn
        .count<number>(
          eb
            .case()
            .when(eb.and([eb('business_owner', '=', ''), eb('technical_owner', '=', '')]))
            .then(1)
            .end(),
        )
        .as('withoutOwner'),
      eb.fn.count<number>(eb.case().when('tier', 'is', null).then(1).end()).as('withoutTier'),
      eb.fn.count<number>(eb.case().when('update_frequency', 'is', null).then(1).end()).as('withoutFrequency'),
    ])
    .where('stage', 'in', PRODUCTION)
    .executeTakeFirstOrThrow();
}

/** What asks for attention, counted in the file. */
export async function readMatters(read: ReadHandle, { today, stalledBefore, gated }: MattersAsked): Promise<Matters> {
  return {
    unmonitored: await countUnmonitored(read, today),
    monitoringUnknown: await countMonitoringUnknown(read, today),
    stalled: await countStalled(read, stalledBefore, today),
    waiting: await countWaitingForApproval(read, gated, today),
    gaps: await countGaps(read),
    health: await countHealth(read),
  };
}

export interface Facet {
  readonly value: string;
  readonly count: number;
}

/** Distinct values of a text column with their counts, most frequent first. */
export async function listFacet(read: ReadHandle, column: 'unit' | 'type'): Promise<readonly Facet[]> {
  return tables(read)
    .selectFrom('models')
    .select((eb) => [`${column} as value`, eb.fn.countAll<number>().as('count')])
    .where(column, '<>', '')
    .groupBy(column)
    .orderBy('count', 'desc')
    .orderBy(column)
    .execute();
}

export async function listOwners(read: ReadHandle): Promise<readonly Facet[]> {
  const owners = sql<Facet>`select owner as value, count(*) as count from (
    select business_owner as owner, id from models where business_owner <> ''
    union select technical_owner as owner, id from models where technical_owner <> '') group by owner order by count desc, owner`;
  return (await owners.execute(tables(read))).rows;
}

export async function listTags(read: ReadHandle): Promise<readonly Facet[]> {
  const rows = await tables(read)
    .selectFrom('models')
    .select((eb) => ['tags', eb.fn.countAll<number>().as('n')])
    .where('tags', '<>', '[]')
    .groupBy('tags')
    .execute();
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const tag of JSON.parse(row.tags) as string[]) counts.set(tag, (counts.get(tag) ?? 0) + row.n); // written as a list of texts
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

/** Models in production of which no drift result up to a day (number since 1970) has ever been recorded, of these. */
export async function countNeverMeasured(
  read: ReadHandle,
  serving: ReadonlySet<string> | null,
  upTo: number,
): Promise<number> {
  const measured = tables(read).selectFrom('drift_models').where('drift_models.first_day', '<=', upTo);
  if (serving) {
    const ids = await measured.select('drift_models.model_id').execute();
    return serving.size - ids.filter(({ model_id }) => serving.has(model_id)).length;
  }
  const row = await tables(read)
    .selectFrom('models')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('models.stage', 'in', PRODUCTION)
    .where('models.id', 'not in', measured.select('drift_models.model_id'))
    .executeTakeFirstOrThrow();
  return row.n;
}
