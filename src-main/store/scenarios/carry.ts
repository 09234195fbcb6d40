import { lastTwelveMonths } from '#domain/base/last-twelve-months';
import type { CarriedIncident, CarryFacts } from '#domain/scenarios/carry/carry';
import { PRODUCTION_STAGES } from '#domain/vocabulary';
import { listLastResults } from '../drift/last-results';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asTier } from '../models/cells';
import { countReleases } from '../models/moves';
import { getPortfolio } from '../portfolio/portfolio';
import { majorOf } from './inputs';
import type { PlannedRetirementRow } from './tables';

/** Incidents of the last 365 days by model, newest first. */
async function incidentsByModel(read: ReadHandle, now: string, currency: string) {
  const { from, to } = lastTwelveMonths(now);
  const rows = await tables(read)
    .selectFrom('incidents')
    .select(['id', 'number', 'title', 'model_id', 'person_hours', 'cost_minor'])
    .where('opened_at', '>', from)
    .where('opened_at', '<=', to)
    .where('model_id', 'is not', null)
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .execute();
  const byModel = new Map<string, CarriedIncident[]>();
  for (const { id, number, title, model_id, person_hours, cost_minor } of rows) {
    const cost = cost_minor === null ? null : majorOf(cost_minor, currency);
    const own = byModel.get(model_id ?? '') ?? [];
    own.push({ id, number, title, hours: person_hours, cost });
    byModel.set(model_id ?? '', own);
  }
  return byModel;
}

/** When the last incident of each model was opened. */
async function lastIncidents(read: ReadHandle): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(read)
    .selectFrom('incidents')
    .select((eb) => ['model_id', eb.fn.max('opened_at').as('at')])
    .where('model_id', 'is not', null)
    .groupBy('model_id')
    .execute();
  return new Map(rows.map(({ model_id, at }) => [model_id ?? '', at]));
}

const latest = (...days: readonly (string | null | undefined)[]): string | null =>
  days.reduce<string | null>((last, day) => (day && (last === null || day > last) ? day : last), null);

/** What is noted of every model in production; `ended`: see `CarryFacts`. */
export async function listCarryFacts(
  read: ReadHandle,
  now: string,
  ended: ReadonlyMap<string, CarryFacts['ended']>,
): Promise<{ readonly currency: string; readonly models: readonly CarryFacts[] }> {
  const { currency } = await getPortfolio(read);
  const { from, to } = lastTwelveMonths(now);
  const incidents = await incidentsByModel(read, now, currency);
  const reported = await lastIncidents(read);
  const results = await listLastResults(read);
  const releases = await countReleases(read, from, to);
  const rows = await tables(read)
    .selectFrom('models')
    .select(['id', 'name', 'tier', 'unit', 'business_owner', 'last_move_at'])
    .select(['annual_run_cost_minor', 'annual_value_minor'])
    .where('stage', 'in', [...PRODUCTION_STAGES])
    .execute();
  const major = (minor: number | null): number | null => (minor === null ? null : majorOf(minor, currency));
  const models = rows.map((row): CarryFacts => {
    const result = results.get(row.id);
    return {
      id: row.id,
      name: row.name,
      tier: asTier(row.tier),
      unit: row.unit,
      owner: row.business_owner,
      runCost: major(row.annual_run_cost_minor),
      value: major(row.annual_value_minor),
      incidents: incidents.get(row.id) ?? [],
      releases: releases.get(row.id) ?? 0,
      ended: ended.get(row.id) ?? null,
      lastSign: latest(
        row.last_move_at,
        reported.get(row.id),
        result === undefined ? null : new Date(result).toISOString(),
      ),
    };
  });
  return { currency, models };
}

/** The models that a scenario retires in its first year, by name of their rows. */
export function listRetirements(read: ReadHandle, scenarioId: string): Promise<PlannedRetirementRow[]> {
  return tables(read)
    .selectFrom('planned_retirements')
    .selectAll()
    .where('scenario_id', '=', scenarioId)
    .orderBy('id')
    .execute();
}
