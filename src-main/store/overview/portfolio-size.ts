import type { z } from 'zod';
import type { DemandInputs } from '#contract/assessments';
import type { Settings } from '#contract/portfolio/settings';
import { type PortfolioSize, portfolioSize, type StatedSize } from '#domain/level/portfolio-size';
import { isInProduction } from '#domain/models/lifecycle';
import { releaseLoad } from '#domain/models/update-frequency';
import { findOrganisationAssessment } from '../assessments/assessments';
import type { ReadHandle } from '../journal/handle';
import type { CountedModels } from './counts';

/** What the latest finished assessment of the whole organisation was told on or before `until`; `null`: nobody typed a size. */
async function findStatedSize(read: ReadHandle, until?: string): Promise<StatedSize | null> {
  const row = await findOrganisationAssessment(read, until);
  if (!row) return null;
  const inputs = JSON.parse(row.inputs) as z.output<typeof DemandInputs>; // written through that schema
  if (inputs.source !== 'typed') return null;
  const { models, updatesPerYear, unknownFrequency } = inputs;
  return {
    assessmentId: row.id,
    name: row.name,
    finishedAt: row.finished_at,
    models,
    updatesPerYear,
    ...(unknownFrequency !== undefined && { unknownFrequency }),
  };
}

/** The size of the portfolio whose models are counted in `groups`: what is registered, else what was stated. */
export async function readPortfolioSize(
  read: ReadHandle,
  groups: readonly Pick<CountedModels, 'stage' | 'frequency' | 'count'>[],
  { updatesPerYear }: Pick<Settings, 'updatesPerYear'>,
  until?: string,
): Promise<PortfolioSize> {
  const serving = groups.filter(({ stage }) => isInProduction(stage));
  const sum = (of: typeof groups): number => of.reduce((total, { count }) => total + count, 0);
  const { load, unknown } = releaseLoad(serving, updatesPerYear);
  const registered = { models: sum(groups), inProduction: sum(serving), load, unknownFrequency: unknown };
  return portfolioSize(registered, await findStatedSize(read, until));
}
