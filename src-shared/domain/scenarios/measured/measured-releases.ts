import { counted } from '../../base/wording';
import { type MovedModel, recordedReleases } from '../../models/recorded-releases';
import { QUANTITIES } from '../../quantities/quantities';
import { sayFactor } from '../explain/say-figure';
import { type Measured, measured, unmeasured } from './measured';

/** Releases a year that models get after their first one, from the moves of the last 365 days. */
export function measureReleases(models: readonly MovedModel[], now: string): Measured {
  const told = {
    key: 'releasesPerYear',
    label: 'Releases a year, as recorded',
    unit: 'releases per model and year',
    words: QUANTITIES.updatesRecorded.definition,
  } as const;
  const { models: known, undated, years, updates, perModel } = recordedReleases(models, now);
  const [whose, are] = undated === 1 ? ['its', 'is'] : ['their', 'are'];
  const left = undated === 0 ? '' : `${counted(undated, 'model')} without dates of ${whose} moves ${are} left out.`;
  if (years === 0)
    return unmeasured(told, `No model has dated moves into production in the last 365 days. ${left}`.trim());
  if (perModel === null) {
    const where = `${counted(known.length, 'model')} in production`;
    return unmeasured(
      told,
      `No release after the first one is recorded for ${where}: none recorded is not none. ${left}`.trim(),
    );
  }
  return measured(told, {
    value: perModel,
    n: updates,
    numbers: `${counted(updates, 'release')} / ${sayFactor(years)} model-years = ${sayFactor(perModel)}`,
    caution: left,
    sets: [{ path: 'updatesPerYear', value: perModel }],
    rows: known
      .toSorted((a, b) => b.updates - a.updates)
      .map((one) => ({
        modelId: one.modelId,
        name: one.name,
        value: one.updates,
        detail: `in ${sayFactor(one.years)} years in production`,
      })),
  });
}
