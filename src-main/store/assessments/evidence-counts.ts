import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { type EvidenceFacts, NO_FACTS, type Told } from '#domain/assessments/evidence-facts';
import { daysFromTo } from '#domain/base/calendar';
import { isInProduction } from '#domain/models/lifecycle';
import { recordedReleases } from '#domain/models/recorded-releases';
import { meanFrequency, releaseLoad } from '#domain/models/update-frequency';
import { PRODUCTION_STAGES, type Tier } from '#domain/vocabulary';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { modelConditions } from '../models/model-filter';
import { listMovedModels } from '../models/moved-models';
import { ofUnit } from '../models/within-unit';
import { getSettings } from '../portfolio/settings';
import type { Tables } from '../tables';
import { generativeFacts } from './evidence-generative';
import { rememberedEvidence } from './evidence-memory';
import { incidentFacts, monitoringFacts, toldOfIncidents } from './evidence-operations';
import { recordFacts } from './evidence-records';
import { IN_REGISTRY } from './sqlite/expressions';
import { countStatedMonitoring } from './stated-monitoring';

/** As many releases as the median of approval to go-live needs; the newest ones. */
const RECENT_RELEASES = 200;

export interface EvidenceScope {
  /** '' = the whole portfolio. */
  readonly unit: string;
  readonly today: string;
  readonly gatedTiers: readonly Tier[];
}

/** What the portfolio's rows say about the questions. */
export function countEvidence(read: ReadHandle, scope: EvidenceScope): Promise<EvidenceFacts> {
  return rememberedEvidence(read, scope, () => countNow(read, scope));
}

async function countNow(read: ReadHandle, scope: EvidenceScope): Promise<EvidenceFacts> {
  return {
    ...NO_FACTS,
    ...(await productionFacts(read, scope)),
    told: { ...(await toldFacts(read, scope)), ...(await toldOfIncidents(read, scope)) },
    ...(await monitoringFacts(read, scope)),
    ...(await incidentFacts(read, scope)),
    statedMonitoring: await countStatedMonitoring(read, scope.unit),
    ...(await moveFacts(read, scope)),
    ...(await releaseFacts(read, scope)),
    updates: await updateFacts(read, scope),
    ...(await challengerFacts(read, scope)),
    ...(await recordFacts(read, scope)),
    ...(await generativeFacts(read, scope)),
  };
}

/** High impact is tier 1. A challenger counts that runs, or that was decided with a figure of both side by side. */
async function challengerFacts(
  read: ReadHandle,
  { unit }: EvidenceScope,
): Promise<Pick<EvidenceFacts, 'highImpact' | 'highImpactChallenged' | 'challengers'>> {
  const { highImpact } = await tables(read)
    .selectFrom('models')
    .select((eb) => eb.fn.countAll<number>().as('highImpact'))
    .where((eb) => inScope(eb, unit))
    .where('tier', '=', 1)
    .where('stage', 'in', [...PRODUCTION_STAGES])
    .executeTakeFirstOrThrow();
  const rows = await tables(read)
    .selectFrom('challengers')
    .innerJoin('models', 'models.id', 'challengers.model_id')
    .select(['models.id', 'models.tier', 'models.stage', 'challengers.ended_at', 'challengers.evidence'])
    .where(ofUnit(unit))
    .execute();
  const counted = rows.filter(
    ({ tier, stage, ended_at, evidence }) =>
      tier === 1 && isInProduction(stage) && (ended_at === null || evidence.includes('"sameWindow":true')),
  );
  return { highImpact, highImpactChallenged: new Set(counted.map(({ id }) => id)).size, challengers: rows.length };
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

const OWNED = sql<SqlBool>`(models.business_owner <> '' or models.technical_owner <> '')`;
async function productionFacts(read: ReadHandle, { unit, today }: EvidenceScope): Promise<ProductionFacts> {
  const countWhere = (eb: Builder, condition: Expression<SqlBool>) =>
    eb.fn.count<number>(eb.case().when(condition).then(1).end());
  return tables(read)
    .selectFrom('models')
    .select((eb) => [
      eb.fn.countAll<number>().as('production'),
      countWhere(eb, OWNED).as('withOwner'),
      countWhere(eb, eb.and([OWNED, eb('tier', 'is not', null)])).as('withOwnerAndTier'),
      countWhere(eb, IN_REGISTRY).as('withRegistryReference'),
      countWhere(eb, eb('purpose', '<>', '')).as('withPurpose'),
      countWhere(eb, eb('annual_value_minor', 'is not', null)).as('withAnnualValue'),
      countWhere(eb, eb('review_due', '>=', today)).as('withReviewDue'),
      countWhere(eb, eb('stage', '=', 'monitored')).as('monitoredStage'),
    ])
    .where('stage', 'in', [...PRODUCTION_STAGES])
    .where((eb) => inScope(eb, unit))
    .executeTakeFirstOrThrow();
}

/** Whether any model has the value, or somebody entered a model in question here and left it empty. */
async function toldFacts(
  read: ReadHandle,
  { unit }: EvidenceScope,
): Promise<Omit<Told, 'incidentReview' | 'incidentChange'>> {
  const models = tables(read).selectFrom('models').select('models.id').limit(1);
  const enteredHere = await models
    .where('stage', 'in', [...PRODUCTION_STAGES])
    .where((eb) => inScope(eb, unit))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('model_sources')
            .select('model_sources.id')
            .whereRef('model_sources.model_id', '=', 'models.id'),
        ),
      ),
    )
    .executeTakeFirst();
  const recorded = async (condition: Expression<SqlBool>): Promise<boolean> =>
    enteredHere !== undefined || (await models.where(condition).executeTakeFirst()) !== undefined;
  return {
    owner: await recorded(OWNED),
    registryReference: await recorded(IN_REGISTRY),
    purpose: await recorded(sql<SqlBool>`models.purpose <> ''`),
    annualValue: await recorded(sql<SqlBool>`models.annual_value_minor is not null`),
  };
}

/**
 * A move that was made here: an import tells of moves, but not who made them and why, and the first move of a model is the
 * stage that it came in with.
 */
const MADE_HERE = sql<SqlBool>`(moves.import_id is null and exists (
  select 1 from moves as earlier where earlier.model_id = moves.model_id and earlier.ord < moves.ord))`;

async function moveFacts(
  read: ReadHandle,
  { unit }: EvidenceScope,
): Promise<Pick<EvidenceFacts, 'movesTotal' | 'movesWithActorAndReason'>> {
  return tables(read)
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
    .where(MADE_HERE)
    .where((eb) => inScope(eb as unknown as Builder, unit)) // the joined query has models in scope as well
    .executeTakeFirstOrThrow();
}

/** Updates of a model a year in the twelve months up to the end of the day, noted and recorded. */
async function updateFacts(read: ReadHandle, { unit, today }: EvidenceScope): Promise<EvidenceFacts['updates']> {
  const moved = await listMovedModels(read, `${today}T23:59:59.999Z`, unit);
  const { updatesPerYear } = await getSettings(read);
  const noted = moved.flatMap(({ frequency }) => (frequency ? [{ frequency, count: 1 }] : []));
  const { load } = releaseLoad(noted, updatesPerYear);
  return {
    noted: noted.length === 0 ? null : meanFrequency(load, noted.length),
    recorded: recordedReleases(moved, `${today}T23:59:59.999Z`).perModel,
  };
}

type ReleaseFacts = Pick<
  EvidenceFacts,
  | 'deployments'
  | 'deploymentsHere'
  | 'deploymentsWithVersionDateActor'
  | 'gatedDeployments'
  | 'approvalsForGated'
  | 'approvalToLiveDays'
>;

async function releaseFacts(read: ReadHandle, { unit, gatedTiers }: EvidenceScope): Promise<ReleaseFacts> {
  const releases = await tables(read)
    .selectFrom('moves')
    .innerJoin('models', 'models.id', 'moves.model_id')
    .select(['moves.at', 'moves.version', 'moves.actor', 'models.tier', MADE_HERE.as('here')])
    .select((eb) =>
      eb
        .selectFrom('approvals')
        .select((inner) => inner.fn.max('approvals.at').as('at'))
        .whereRef('approvals.model_id', '=', 'moves.model_id')
        .whereRef('approvals.at', '<=', 'moves.at')
        .where(sql<SqlBool>`lower(trim(approvals.approved_by)) <> lower(trim(models.technical_owner))`)
        .as('approved_at'),
    )
    // A literal, so that the partial index of these rows is used.
    .where('moves.to_stage', '=', sql.lit('deployed'))
    .where((eb) => inScope(eb as unknown as Builder, unit)) // as above
    .orderBy('moves.at', 'desc')
    .execute();
  const here = releases.filter((release) => Boolean(release.here));
  const gated = here.filter((release) => gatedTiers.some((tier) => tier === release.tier));
  const waits = releases.flatMap(({ at, approved_at }) =>
    at === null || approved_at === null ? [] : [daysFromTo(approved_at, at)],
  );
  return {
    deployments: releases.length,
    deploymentsHere: here.length,
    deploymentsWithVersionDateActor: here.filter(
      ({ at, version, actor }) => at !== null && version !== '' && actor !== '',
    ).length,
    gatedDeployments: gated.length,
    approvalsForGated: gated.filter(({ approved_at }) => approved_at !== null).length,
    approvalToLiveDays: waits.filter((days) => days >= 0).slice(0, RECENT_RELEASES),
  };
}
