import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { daysBetween } from '#domain/lifecycle';
import { type EvidenceFacts, NO_FACTS } from '#domain/maturity/evidence-facts';
import { PRODUCTION_STAGES, type Tier } from '#domain/vocabulary';
import type { ReadHandle } from './handle';
import { modelConditions } from './model-filter';
import type { Tables } from './tables';

/** As many releases as the median of approval to go-live needs; the newest ones. */
const RECENT_RELEASES = 200;

export interface EvidenceScope {
  /** '' = the whole portfolio. */
  readonly unit: string;
  readonly today: string;
  readonly gatedTiers: readonly Tier[];
}

/** What the portfolio's rows say about the questions; subjects that do not exist yet stay "no evidence". */
export async function countEvidence(read: ReadHandle, scope: EvidenceScope): Promise<EvidenceFacts> {
  return {
    ...NO_FACTS,
    ...(await productionFacts(read, scope)),
    ...(await moveFacts(read, scope)),
    ...(await releaseFacts(read, scope)),
  };
}

type Builder = ExpressionBuilder<Tables, 'models'>;

const inScope = (eb: Builder, unit: string): Expression<SqlBool> =>
  eb.and(modelConditions(eb, unit === '' ? {} : { unit: [unit] }, ''));

type ProductionFacts = Pick<
  EvidenceFacts,
  | 'production'
  | 'withOwner'
  | 'withOwnerAndTier'
  | 'withRegistryReference'
  | 'withPurpose'
  | 'withAnnualValue'
  | 'withReviewDue'
  | 'monitoredStage'
>;

async function productionFacts(read: ReadHandle, { unit, today }: EvidenceScope): Promise<ProductionFacts> {
  const owned = sql<SqlBool>`(business_owner <> '' or technical_owner <> '')`;
  const countWhere = (eb: Builder, condition: Expression<SqlBool>) =>
    eb.fn.count<number>(eb.case().when(condition).then(1).end());
  return read
    .selectFrom('models')
    .select((eb) => [
      eb.fn.countAll<number>().as('production'),
      countWhere(eb, owned).as('withOwner'),
      countWhere(eb, eb.and([owned, eb('tier', 'is not', null)])).as('withOwnerAndTier'),
      countWhere(eb, eb('external_references', '<>', '[]')).as('withRegistryReference'),
      countWhere(eb, eb('purpose', '<>', '')).as('withPurpose'),
      countWhere(eb, eb('annual_value_minor', 'is not', null)).as('withAnnualValue'),
      countWhere(eb, eb('review_due', '>=', today)).as('withReviewDue'),
      countWhere(eb, eb('stage', '=', 'monitored')).as('monitoredStage'),
    ])
    .where('stage', 'in', [...PRODUCTION_STAGES])
    .where((eb) => inScope(eb, unit))
    .executeTakeFirstOrThrow();
}

/** The first move of a model is the stage that it came in with, not a move that somebody made. */
async function moveFacts(
  read: ReadHandle,
  { unit }: EvidenceScope,
): Promise<Pick<EvidenceFacts, 'movesTotal' | 'movesWithActorAndReason'>> {
  return read
    .selectFrom('moves')
    .innerJoin('models', 'models.id', 'moves.model_id')
    .select((eb) => [
      eb.fn.countAll<number>().as('movesTotal'),
      eb.fn
        .count<number>(
          eb
            .case()
            .when(eb.and([eb('moves.actor', '<>', ''), eb('moves.reason', '<>', '')]))
            .then(1)
            .end(),
        )
        .as('movesWithActorAndReason'),
    ])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('moves as earlier')
          .select('earlier.id')
          .whereRef('earlier.model_id', '=', 'moves.model_id')
          .whereRef('earlier.ord', '<', 'moves.ord'),
      ),
    )
    .where((eb) => inScope(eb as unknown as Builder, unit)) // the joined query has models in scope as well
    .executeTakeFirstOrThrow();
}

type ReleaseFacts = Pick<
  EvidenceFacts,
  'deployments' | 'deploymentsWithVersionDateActor' | 'gatedDeployments' | 'approvalsForGated' | 'approvalToLiveDays'
>;

async function releaseFacts(read: ReadHandle, { unit, gatedTiers }: EvidenceScope): Promise<ReleaseFacts> {
  const releases = await read
    .selectFrom('moves')
    .innerJoin('models', 'models.id', 'moves.model_id')
    .select(['moves.at', 'moves.version', 'moves.actor', 'models.tier', 'models.technical_owner'])
    .select((eb) =>
      eb
        .selectFrom('approvals')
        .select((inner) => inner.fn.max('approvals.at').as('at'))
        .whereRef('approvals.model_id', '=', 'moves.model_id')
        .whereRef('approvals.at', '<=', 'moves.at')
        .where(sql<SqlBool>`lower(trim(approvals.approved_by)) <> lower(trim(models.technical_owner))`)
        .as('approved_at'),
    )
    .where('moves.to_stage', '=', 'deployed')
    .where((eb) => inScope(eb as unknown as Builder, unit)) // as above
    .orderBy('moves.at', 'desc')
    .execute();
  const gated = releases.filter((release) => gatedTiers.some((tier) => tier === release.tier));
  const waits = releases.flatMap(({ at, approved_at }) =>
    at === null || approved_at === null ? [] : [daysBetween(approved_at, at)],
  );
  return {
    deployments: releases.length,
    deploymentsWithVersionDateActor: releases.filter(
      ({ at, version, actor }) => at !== null && version !== '' && actor !== '',
    ).length,
    gatedDeployments: gated.length,
    approvalsForGated: gated.filter(({ approved_at }) => approved_at !== null).length,
    approvalToLiveDays: waits.filter((days) => days >= 0).slice(0, RECENT_RELEASES),
  };
}
