import { type SqlBool, sql } from 'kysely';
import type { EvidenceFacts } from '#domain/assessments/evidence-facts';
import { lastTwelveMonths } from '#domain/base/last-twelve-months';
import { isInProduction } from '#domain/models/lifecycle';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { ofUnit } from '../models/within-unit';
import { goneBackTo } from './sqlite/expressions';

interface Scope {
  /** '' = the whole portfolio. */
  readonly unit: string;
  /** ISO day. */
  readonly today: string;
}

type RecordFacts = Pick<
  EvidenceFacts,
  | 'lookedAtSince'
  | 'looks'
  | 'retired'
  | 'retirementsRecorded'
  | 'retirementRecords'
  | 'rollbacks'
  | 'accessReviews'
  | 'accessReviewsInTime'
>;

const LOOKS: readonly string[] = ['validation', 'review', 'independent_review'];
const NOT_DONE: readonly string[] = ['failed', 'no'];

/** What people vouched for says: looks at models after they went live, their ends, and who may reach what. */
export async function recordFacts(read: ReadHandle, { unit, today }: Scope): Promise<RecordFacts> {
  const { first } = lastTwelveMonths(today);
  const rows = await tables(read)
    .selectFrom('evidence')
    .innerJoin('models', 'models.id', 'evidence.model_id')
    .select([
      'models.id',
      'models.stage',
      'models.first_deployed_at',
      'evidence.kind',
      'evidence.on_day',
      'evidence.outcome',
    ])
    .where('evidence.kind', 'in', [...LOOKS, 'decommission_record'])
    .where('evidence.on_day', '<=', today)
    .where(ofUnit(unit))
    .execute();
  const looks = rows.filter(({ kind }) => LOOKS.includes(kind));
  const since = looks.filter(
    ({ stage, first_deployed_at: live, on_day: on }) =>
      isInProduction(stage) && on >= first && live !== null && on >= live.slice(0, 10),
  );
  const ends = rows.filter(({ kind, outcome }) => kind === 'decommission_record' && !NOT_DONE.includes(outcome));
  const { retired } = await tables(read)
    .selectFrom('models')
    .select((eb) => eb.fn.countAll<number>().as('retired'))
    .where('stage', '=', 'retired')
    .where(ofUnit(unit))
    .executeTakeFirstOrThrow();
  const reviews = await tables(read)
    .selectFrom('evidence')
    .select('on_day')
    .where('kind', '=', 'access_review')
    .where('on_day', '<=', today)
    .where('outcome', 'not in', [...NOT_DONE])
    .where((eb) => (unit === '' ? sql<SqlBool>`true` : eb('unit', 'in', ['', unit])))
    .execute();
  return {
    looks: looks.length,
    lookedAtSince: new Set(since.map(({ id }) => id)).size,
    retired,
    retirementRecords: ends.length,
    retirementsRecorded: new Set(ends.filter(({ stage }) => stage === 'retired').map(({ id }) => id)).size,
    rollbacks: await countRollbacks(read, unit),
    accessReviews: reviews.length,
    accessReviewsInTime: reviews.filter(({ on_day: on }) => on >= first).length,
  };
}

/** Deployments, of all models, of a version that had been live before another one was. */
async function countRollbacks(read: ReadHandle, unit: string): Promise<number> {
  const { rollbacks } = await tables(read)
    .selectFrom('moves')
    .innerJoin('models', 'models.id', 'moves.model_id')
    .select((eb) => eb.fn.countAll<number>().as('rollbacks'))
    // A literal, so that the partial index of these rows is used.
    .where('moves.to_stage', '=', sql.lit('deployed'))
    .where('moves.version', '<>', '')
    .where(goneBackTo)
    .where(ofUnit(unit))
    .executeTakeFirstOrThrow();
  return rollbacks;
}
