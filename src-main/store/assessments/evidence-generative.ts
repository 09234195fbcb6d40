import { sql } from 'kysely';
import type { EvidenceFacts } from '#domain/assessments/evidence-facts';
import { lastTwelveMonths } from '#domain/base/last-twelve-months';
import { DRIFT_METRICS, isDriftMetric } from '#domain/drift/vocabulary';
import { isInProduction } from '#domain/models/lifecycle';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { ofUnit } from '../models/within-unit';
import { changedProvider, lastResultOf } from './sqlite/expressions';

interface Scope {
  /** '' = the whole portfolio. */
  readonly unit: string;
  /** ISO day. */
  readonly today: string;
}

type GenerativeFacts = Pick<
  EvidenceFacts,
  | 'generative'
  | 'generativeEvaluated'
  | 'evaluations'
  | 'generativeWithProvider'
  | 'providers'
  | 'providerChanges'
  | 'agents'
  | 'agentsDescribed'
>;

const KINDS = ['generative', 'agent'] as const;

const EVALUATIONS = Object.keys(DRIFT_METRICS).filter(
  (metric) => isDriftMetric(metric) && ['rate', 'judged'].includes(DRIFT_METRICS[metric].family),
);

/** What rows of generative models and agents say: results of evaluations, what they rely on, what agents may do. */
export async function generativeFacts(read: ReadHandle, { unit, today }: Scope): Promise<GenerativeFacts> {
  const models = await tables(read)
    .selectFrom('models')
    .select(['id', 'kind', 'stage', 'autonomy', 'overseer'])
    .where('kind', 'in', [...KINDS])
    .where(ofUnit(unit))
    .execute();
  const live = new Map(models.filter(({ stage }) => isInProduction(stage)).map((model) => [model.id, model]));
  const agents = [...live.values()].filter(({ kind }) => kind === 'agent');
  const liveOf = (ids: readonly string[]): number => new Set(ids.filter((id) => live.has(id))).size;
  const results = await evaluationsOf(read, unit);
  const since = Date.parse(lastTwelveMonths(today).first);
  const relied = await providersOf(read, unit);
  return {
    generative: live.size,
    evaluations: results.length,
    generativeEvaluated: liveOf(results.filter(({ last }) => last >= since).map(({ id }) => id)),
    providers: relied.length,
    generativeWithProvider: liveOf(
      relied.filter(({ from, until }) => from <= today && (until === null || until > today)).map(({ id }) => id),
    ),
    providerChanges: await countProviderChanges(read, unit),
    agents: agents.length,
    agentsDescribed: agents.filter(({ autonomy, overseer }) => autonomy !== null && overseer !== '').length,
  };
}

/** Series of evaluations, each with the time of its newest result in milliseconds. */
function evaluationsOf(read: ReadHandle, unit: string): Promise<{ id: string; last: number }[]> {
  return tables(read)
    .selectFrom('models')
    .innerJoin('drift_series', 'drift_series.model_id', 'models.id')
    .select(['models.id', lastResultOf.as('last')])
    .where('models.kind', 'in', [...KINDS])
    .where('drift_series.metric', 'in', EVALUATIONS)
    .where(ofUnit(unit))
    .execute();
}

function providersOf(read: ReadHandle, unit: string): Promise<{ id: string; from: string; until: string | null }[]> {
  return tables(read)
    .selectFrom('dependencies')
    .innerJoin('models', 'models.id', 'dependencies.model_id')
    .select(['models.id', 'dependencies.from_day as from', 'dependencies.until_day as until'])
    .where('dependencies.relation', '=', 'foundation_model')
    .where('models.kind', 'in', [...KINDS])
    .where(ofUnit(unit))
    .execute();
}

async function countProviderChanges(read: ReadHandle, unit: string): Promise<number> {
  const { changes } = await tables(read)
    .selectFrom('models')
    .innerJoin('moves', 'moves.model_id', 'models.id')
    .select((eb) => eb.fn.countAll<number>().as('changes'))
    .where('models.kind', 'in', [...KINDS])
    .where('moves.to_stage', '=', sql.lit('deployed'))
    .where(changedProvider)
    .where(ofUnit(unit))
    .executeTakeFirstOrThrow();
  return changes;
}
