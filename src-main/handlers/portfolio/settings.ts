import type { Settings } from '#contract/portfolio/settings';
import { nextThresholdsVersion } from '#domain/level/thresholds-version';
import { DomainError } from '../../failure/domain-error';
import { refreshReviewDates } from '../../store/models/refresh-reviews';
import { getSettings, updateSettings } from '../../store/portfolio/settings';
import type { SubjectHandlers } from '../subject';
import { type Changes, withoutUndefined } from '../without-undefined';

export const settings: SubjectHandlers<'settings'> = {
  get: (_input, { read }) => getSettings(read),
  update: (patch, context) =>
    context.write(async (write) => {
      const before = await getSettings(write.read);
      const next: Settings = {
        updatesPerYear: { ...before.updatesPerYear, ...patch.updatesPerYear },
        levelThresholds: thresholds(before, patch.levelThresholds ?? {}, context.now),
        reviewMonths: { ...before.reviewMonths, ...withoutUndefined(patch.reviewMonths ?? {}) },
        approvalGates: { ...before.approvalGates, ...withoutUndefined(patch.approvalGates ?? {}) },
        deploymentGates: {
          findingsFrom: patch.deploymentGates?.findingsFrom ?? before.deploymentGates.findingsFrom,
          asked: { ...before.deploymentGates.asked, ...withoutUndefined(patch.deploymentGates?.asked ?? {}) },
        },
        reviewEventDays: { ...before.reviewEventDays, ...withoutUndefined(patch.reviewEventDays ?? {}) },
      };
      refuseDisorder(next);
      await updateSettings(write, next);
      if (patch.reviewMonths) await refreshReviewDates(write, next.reviewMonths);
      return { label: `Change ${Object.keys(patch).map(words).join(' and ') || 'settings'}`, value: next };
    }),
};

const WORDS: Readonly<Record<string, string>> = {
  updatesPerYear: 'updates a year',
  levelThresholds: 'level thresholds',
  reviewMonths: 'review intervals',
  approvalGates: 'approval gates',
  deploymentGates: 'what is asked before a model goes live',
  reviewEventDays: 'days of reviews after events',
};
const words = (key: string): string => WORDS[key] ?? key;

type Thresholds = Settings['levelThresholds'];
function thresholds(before: Settings, patch: Changes<Omit<Thresholds, 'version'>>, now: string): Thresholds {
  const next: Thresholds = { ...before.levelThresholds, ...withoutUndefined(patch) };
  const same = JSON.stringify(next) === JSON.stringify(before.levelThresholds);
  return same
    ? before.levelThresholds
    : { ...next, version: nextThresholdsVersion(before.levelThresholds.version, now) };
}

function refuseDisorder({ levelThresholds: table }: Settings): void {
  if (table.countLevel1 >= table.countLevel2 || table.loadLevel1 >= table.loadLevel2) {
    throw new DomainError(
      'invalid_input',
      'The border of level 2 must lie above the border of level 1, for models and for updates a year. Change one of the two.',
    );
  }
}
