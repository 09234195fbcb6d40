import { sayPath, parsePath } from '#domain/investment/input-path';
import type { InvestmentInputs } from '#domain/investment/inputs';
import type { Measured } from '#domain/investment/measured';
import { measureIncidentHours, measureIncidents } from '#domain/investment/measured-incidents';
import {
  measureDeclaredUpdates,
  measureGrowth,
  measurePlannedModels,
  measureProduction,
  measureTimeToProduction,
} from '#domain/investment/measured-models';
import { measureReleases, modelYears } from '#domain/investment/measured-releases';
import type { Measured as MeasuredShape } from '#contract/scenarios';
import type { ReadHandle } from '../../store/handle';
import { gatherModelFacts, listIncidentFacts, listMovedModels } from '../../store/measured-facts';

/** What the portfolio's rows say about the inputs of a scenario, now. */
export async function measurePortfolio(read: ReadHandle, inputs: InvestmentInputs, now: string): Promise<Measured[]> {
  const facts = await gatherModelFacts(read);
  const moved = await listMovedModels(read, now);
  const incidents = await listIncidentFacts(read, now);
  return [
    measureTimeToProduction(facts, inputs),
    measureReleases(moved, now),
    measureDeclaredUpdates(facts),
    measureProduction(facts),
    measurePlannedModels(facts, inputs),
    measureGrowth(facts, inputs),
    measureIncidents(incidents, modelYears(moved, now), inputs),
    measureIncidentHours(incidents, inputs),
  ];
}

function labelOf(path: string): string {
  const place = parsePath(path);
  return place ? sayPath(place) : path;
}

export const toShape = (one: Measured): MeasuredShape => ({
  ...one,
  sets: one.sets.map(({ path, value }) => ({ path, label: labelOf(path), value })),
  rows: one.rows.map((row) => ({ ...row })),
});
