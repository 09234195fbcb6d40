import type { Measured as MeasuredShape } from '#contract/scenarios/scenarios';
import { modelYears } from '#domain/models/recorded-releases';
import type { Measured } from '#domain/scenarios/measured/measured';
import {
  measureIncidentHours,
  measureIncidentOtherCost,
  measureIncidents,
} from '#domain/scenarios/measured/measured-incidents';
import {
  measureDeclaredUpdates,
  measureGrowth,
  measurePlannedModels,
  measureProduction,
  measureTimeToProduction,
} from '#domain/scenarios/measured/measured-models';
import { measureReleases } from '#domain/scenarios/measured/measured-releases';
import { parsePath, sayPath } from '#domain/scenarios/plan/input-path';
import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';
import type { ReadHandle } from '../../store/journal/handle';
import { listMovedModels } from '../../store/models/moved-models';
import { getPortfolio } from '../../store/portfolio/portfolio';
import { gatherModelFacts, listIncidentFacts } from '../../store/scenarios/measured-facts';

/** The inputs that are measured for, and the currency of their amounts. */
interface Measuring {
  readonly inputs: InvestmentInputs;
  readonly currency: string;
}

/** What the portfolio's rows say about the inputs of a scenario, now. */
export async function measurePortfolio(
  read: ReadHandle,
  { inputs, currency: wanted }: Measuring,
  now: string,
): Promise<Measured[]> {
  const { currency: noted } = await getPortfolio(read);
  const facts = await gatherModelFacts(read);
  const moved = await listMovedModels(read, now);
  const incidents = await listIncidentFacts(read, now, noted);
  return [
    measureTimeToProduction(facts, inputs),
    measureReleases(moved, now),
    measureDeclaredUpdates(facts),
    measureProduction(facts),
    measurePlannedModels(facts, inputs),
    measureGrowth(facts, inputs),
    measureIncidents(incidents, modelYears(moved, now), inputs),
    measureIncidentHours(incidents, inputs),
    measureIncidentOtherCost(incidents, inputs, { noted, wanted }),
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
