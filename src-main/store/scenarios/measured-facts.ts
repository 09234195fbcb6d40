import type { z } from 'zod';
import type { DemandInputs } from '#contract/assessments';
import { lastTwelveMonths } from '#domain/base/last-twelve-months';
import { MOST_ROWS } from '#domain/scenarios/measured/measured';
import { type IncidentFact, notedMean } from '#domain/scenarios/measured/measured-incidents';
import type { ModelFacts } from '#domain/scenarios/measured/measured-models';
import type { NotedIncidents } from '#domain/scenarios/plan/noted-incidents';
import { PRODUCTION_STAGES, STAGES, type Stage } from '#domain/vocabulary';
import { findOrganisationAssessment } from '../assessments/assessments';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { countByStageTierUnit } from '../overview/counts';
import { getPortfolio } from '../portfolio/portfolio';
import { getSettings } from '../portfolio/settings';
import { majorOf } from './inputs';

const PRODUCTION: readonly Stage[] = PRODUCTION_STAGES;
const BEFORE: readonly Stage[] = STAGES.slice(0, STAGES.indexOf('deployed'));

function modelsIn(read: ReadHandle, stages: readonly Stage[]) {
  return tables(read)
    .selectFrom('models')
    .select(['id as modelId', 'name', 'stage'])
    .where('stage', 'in', [...stages])
    .orderBy('name')
    .orderBy('id')
    .limit(MOST_ROWS)
    .execute();
}

async function findGrowth(read: ReadHandle): Promise<ModelFacts['growth']> {
  const row = await findOrganisationAssessment(read);
  if (!row) return null;
  const { growthModels } = JSON.parse(row.inputs) as z.output<typeof DemandInputs>; // written through that schema
  return { assessment: row.name, finishedAt: row.finished_at, models: growthModels };
}

/** What the models say about the inputs of a scenario. */
export async function gatherModelFacts(read: ReadHandle): Promise<ModelFacts> {
  const groups = await countByStageTierUnit(read);
  const production = groups.filter(({ stage }) => PRODUCTION.includes(stage));
  const times = await tables(read)
    .selectFrom('models')
    .select(['id as modelId', 'name', 'time_to_production_days as days'])
    .where('time_to_production_days', 'is not', null)
    .orderBy('first_deployed_at', 'desc')
    .orderBy('id')
    .execute();
  return {
    timesToProduction: times.flatMap(({ days, ...model }) => (days === null ? [] : [{ ...model, days }])),
    inProduction: production.reduce((sum, { count }) => sum + count, 0),
    productionRows: await modelsIn(read, PRODUCTION),
    declared: production,
    updatesPerYear: (await getSettings(read)).updatesPerYear,
    beforeProduction: groups.filter(({ stage }) => BEFORE.includes(stage)),
    beforeRows: await modelsIn(read, BEFORE),
    growth: await findGrowth(read),
  };
}

export interface NotedRunCosts {
  readonly sumMinor: number;
  readonly noted: number;
  readonly inProduction: number;
}

/** What people noted that models in production cost to run a year; unknown is not zero. */
export async function notedRunCosts(read: ReadHandle): Promise<NotedRunCosts> {
  const row = await tables(read)
    .selectFrom('models')
    .select((eb) => [
      eb.fn.sum<number | null>('annual_run_cost_minor').as('sumMinor'),
      eb.fn.count<number>('annual_run_cost_minor').as('noted'),
      eb.fn.countAll<number>().as('inProduction'),
    ])
    .where('stage', 'in', [...PRODUCTION])
    .executeTakeFirstOrThrow();
  return { ...row, sumMinor: row.sumMinor ?? 0 };
}

/** Amounts noted with incidents of the last 365 days; `null`: none, or in another currency, which is never converted. */
export async function notedIncidentCost(read: ReadHandle, now: string, wanted: string): Promise<NotedIncidents | null> {
  const { currency } = await getPortfolio(read);
  if (currency !== wanted) return null;
  const incidents = await listIncidentFacts(read, now, currency);
  return notedMean(incidents);
}

/** Incidents that were opened in the last 365 days, newest first; their amounts are in the portfolio's currency. */
export async function listIncidentFacts(read: ReadHandle, now: string, currency: string): Promise<IncidentFact[]> {
  const { from, to } = lastTwelveMonths(now);
  const rows = await tables(read)
    .selectFrom('incidents')
    .select(['number', 'title', 'model_id', 'person_hours', 'cost_minor'])
    .where('opened_at', '>', from)
    .where('opened_at', '<=', to)
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ number, title, model_id, person_hours, cost_minor }) => ({
    modelId: model_id,
    name: `#${number} ${title}`,
    hours: person_hours,
    cost: cost_minor === null ? null : majorOf(cost_minor, currency),
  }));
}
