import { type RawBuilder, sql, type SqlBool } from 'kysely';
import { isoDay } from '#domain/base/calendar';
import type { ReviewEvent, ReviewEventDays } from '#domain/governance/reviews';
import { PRODUCTION_STAGES } from '#domain/vocabulary';
import { chunks } from '../chunks';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { HeldModels } from '../models/held/held-models';
import type { ModelTableRow } from '../models/tables';
import { idsDueBy } from '../overview/held-week';
import type { DueCount, DueNames } from './due-reviews';
import { countDueIn, namesDueIn, releasesSinceApproval } from './held-reviews';

const IDS_PER_STATEMENT = 900;

export type ReviewModelRow = Pick<
  ModelTableRow,
  | 'id'
  | 'name'
  | 'tier'
  | 'unit'
  | 'business_owner'
  | 'technical_owner'
  | 'developer'
  | 'reviewer'
  | 'review_due'
  | 'next_review'
  | 'last_approval_at'
>;

const COLUMNS = [
  'id',
  'name',
  'tier',
  'unit',
  'business_owner',
  'technical_owner',
  'developer',
  'reviewer',
  'review_due',
  'next_review',
  'last_approval_at',
] as const satisfies readonly (keyof ReviewModelRow)[];

/** Models whose regular review is due by a day, the soonest first; those that retired are not reviewed. */
export async function listDueBy(
  read: ReadHandle,
  day: string,
  limit: number,
  held: HeldModels | null,
): Promise<ReviewModelRow[]> {
  if (held !== null) {
    const ids = idsDueBy(held, day, limit);
    const rows = new Map((await listReviewModels(read, ids)).map((row) => [row.id, row]));
    return ids.flatMap((id) => rows.get(id) ?? []);
  }
  return tables(read)
    .selectFrom('models')
    .select(COLUMNS)
    .where('review_due', '<=', day)
    .where('stage', '<>', 'retired')
    .orderBy('review_due')
    .orderBy('tier', (order) => order.asc().nullsLast())
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function listReviewModels(read: ReadHandle, modelIds: readonly string[]): Promise<ReviewModelRow[]> {
  const found: ReviewModelRow[] = [];
  for (const ids of chunks(modelIds, IDS_PER_STATEMENT))
    found.push(
      ...(await tables(read)
        .selectFrom('models')
        .select(COLUMNS)
        .where('id', 'in', [...ids])
        .where('stage', '<>', 'retired')
        .execute()),
    );
  return found;
}

const notAmong = (modelIds: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`id NOT IN (SELECT value FROM json_each(${JSON.stringify(modelIds)}))`;

/** Regular reviews due by a day, by month, reviewer and owner. */
export async function countDueBy(
  read: ReadHandle,
  { today, until, except }: { readonly today: string; readonly until: string; readonly except: readonly string[] },
  held: HeldModels | null,
): Promise<readonly DueCount[]> {
  if (held !== null) return countDueIn(held, { today, until, except });
  const month: RawBuilder<string> = sql`CASE WHEN review_due < ${today} THEN 'overdue' ELSE substr(review_due, 1, 7) END`;
  const owner: RawBuilder<string> = sql`coalesce(nullif(business_owner, ''), technical_owner)`;
  return tables(read)
    .selectFrom('models')
    .select((eb) => [month.as('month'), 'reviewer', owner.as('owner'), eb.fn.countAll<number>().as('count')])
    .where('review_due', '<=', until)
    .where('stage', '<>', 'retired')
    .where(notAmong(except))
    .groupBy([month, 'reviewer', owner])
    .execute();
}

/** Who is named with the regular reviews due by a day, all of them: how often the same names stand together. */
export async function namesDueBy(
  read: ReadHandle,
  until: string,
  except: readonly string[],
  held: HeldModels | null,
): Promise<readonly DueNames[]> {
  if (held !== null) return namesDueIn(held, until, except);
  const names = ['reviewer', 'developer', 'technical_owner', 'business_owner'] as const;
  return tables(read)
    .selectFrom('models')
    .select((eb) => [...names, eb.fn.countAll<number>().as('count')])
    .where('review_due', '<=', until)
    .where('stage', '<>', 'retired')
    .where('reviewer', '<>', '')
    .where(notAmong(except))
    .groupBy(names)
    .execute();
}

/** What has happened to models in production since their last approval, by model. */
export async function listReviewEvents(
  read: ReadHandle,
  days: ReviewEventDays,
  modelId: string | undefined,
  held: HeldModels | null,
): Promise<ReadonlyMap<string, readonly ReviewEvent[]>> {
  const found = new Map<string, ReviewEvent[]>();
  const note = (id: string | null, event: ReviewEvent): void => {
    if (id === null) return;
    const own = found.get(id);
    if (own) own.push(event);
    else found.set(id, [event]);
  };
  // Cross joins: what happened is little, and models in production are many; SQLite would begin with these.
  const db = tables(read);
  const stages = [...PRODUCTION_STAGES];
  const since = (day: string): RawBuilder<SqlBool> =>
    sql<SqlBool>`(models.last_approval_at IS NULL OR ${sql.ref(day)} > models.last_approval_at)`;
  const one = (column: string): RawBuilder<SqlBool> =>
    modelId === undefined ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${sql.ref(column)} = ${modelId}`;
  if (days.incident > 0)
    for (const row of await db
      .selectFrom('incidents')
      .crossJoin('models')
      .whereRef('models.id', '=', 'incidents.model_id')
      .select(['incidents.id', 'incidents.number', 'incidents.model_id', 'incidents.opened_at'])
      .where('incidents.severity', '<=', 2)
      .where('models.stage', 'in', stages)
      .where(since('incidents.opened_at'))
      .where(one('incidents.model_id'))
      .execute())
      note(row.model_id, {
        kind: 'incident',
        on: row.opened_at.slice(0, 10),
        name: `${row.number}`,
        incidentId: row.id,
      });
  if (days.drift > 0)
    for (const row of await db
      .selectFrom('drift_models')
      .crossJoin('models')
      .whereRef('models.id', '=', 'drift_models.model_id')
      .select(['drift_models.model_id', 'drift_models.since_day'])
      .where('drift_models.health', '=', 'act')
      .where('models.stage', 'in', stages)
      .where(one('drift_models.model_id'))
      .execute())
      if (row.since_day !== null)
        note(row.model_id, { kind: 'drift', on: isoDay(row.since_day), name: '', incidentId: null });
  if (days.change > 0)
    for (const row of await db
      .selectFrom('evidence')
      .crossJoin('models')
      .whereRef('models.id', '=', 'evidence.model_id')
      .select(['evidence.model_id', 'evidence.on_day'])
      .where('evidence.kind', '=', 'substantial_change')
      .where('evidence.outcome', '=', 'yes')
      .where('models.stage', 'in', stages)
      .where(one('evidence.model_id'))
      .execute())
      note(row.model_id, { kind: 'change', on: row.on_day, name: '', incidentId: null });
  if (days.release > 0 && held !== null) for (const [id, event] of releasesSinceApproval(held)) note(id, event);
  else if (days.release > 0)
    for (const row of await db
      .selectFrom('models')
      .select(['models.id', 'models.version', 'models.version_since'])
      .where('models.version_since', 'is not', null)
      .where('models.stage', 'in', stages)
      .where(since('models.version_since'))
      .where(one('models.id'))
      .execute())
      if (row.version_since !== null)
        note(row.id, { kind: 'release', on: row.version_since.slice(0, 10), name: row.version, incidentId: null });
  return found;
}
