import { type Settings, StoredSettings } from '#contract/portfolio/settings';
import { NO_GATES } from '#domain/governance/deployment-gates';
import { DEFAULT_REVIEW_EVENT_DAYS } from '#domain/governance/reviews';
import { DEFAULT_LEVEL_THRESHOLDS } from '#domain/level/level-thresholds';
import { DEFAULT_REVIEW_MONTHS } from '#domain/models/review';
import { DEFAULT_UPDATES_PER_YEAR } from '#domain/models/update-frequency';
import type { ReadHandle, WriteHandle } from '../journal/handle';
import { getPortfolio } from './portfolio';

export const DEFAULT_SETTINGS: Settings = {
  updatesPerYear: { ...DEFAULT_UPDATES_PER_YEAR },
  levelThresholds: DEFAULT_LEVEL_THRESHOLDS,
  reviewMonths: DEFAULT_REVIEW_MONTHS,
  approvalGates: { tier1: true, tier2: false, tier3: false },
  deploymentGates: NO_GATES as Settings['deploymentGates'],
  reviewEventDays: DEFAULT_REVIEW_EVENT_DAYS,
};

/** What the portfolio has changed, on top of the defaults. */
export async function getSettings(read: ReadHandle): Promise<Settings> {
  const { settings } = await getPortfolio(read);
  const stored = StoredSettings.parse(JSON.parse(settings));
  return {
    updatesPerYear: { ...DEFAULT_SETTINGS.updatesPerYear, ...stored.updatesPerYear },
    levelThresholds: { ...DEFAULT_SETTINGS.levelThresholds, ...stored.levelThresholds },
    reviewMonths: { ...DEFAULT_SETTINGS.reviewMonths, ...stored.reviewMonths },
    approvalGates: { ...DEFAULT_SETTINGS.approvalGates, ...stored.approvalGates },
    deploymentGates: {
      findingsFrom: stored.deploymentGates?.findingsFrom ?? DEFAULT_SETTINGS.deploymentGates.findingsFrom,
      asked: { ...DEFAULT_SETTINGS.deploymentGates.asked, ...stored.deploymentGates?.asked },
    },
    reviewEventDays: { ...DEFAULT_SETTINGS.reviewEventDays, ...stored.reviewEventDays },
  };
}

export async function updateSettings(write: WriteHandle, settings: Settings): Promise<void> {
  await write.update('portfolio', ['portfolio'], { settings: JSON.stringify(settings) });
}
