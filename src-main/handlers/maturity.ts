import { recommendLevel } from '#domain/level-recommendation';
import { releaseLoad } from '#domain/update-frequency';
import { isInProduction } from '#domain/lifecycle';
import { DEFAULT_SETTINGS, getSettings } from '../store/settings';
import { countByStageTierUnit } from '../store/overview-counts';
import { DomainError } from '../rpc/errors';
import type { SubjectHandlers } from './subject';

export const maturity: SubjectHandlers<'maturity'> = {
  recommend: async ({ models, updatesPerYear }, context) => {
    const open = context.workspace.current();
    const settings = open ? await getSettings(open.read) : DEFAULT_SETTINGS;
    const rules = { updatesPerYear: settings.updatesPerYear, thresholds: settings.levelThresholds };
    if (models !== undefined && updatesPerYear !== undefined) {
      return recommendLevel({ models, load: models * updatesPerYear, ...rules });
    }
    if (models !== undefined || updatesPerYear !== undefined) {
      throw new DomainError(
        'invalid_input',
        'Give both models and updatesPerYear (how often one model is updated), or neither for the open portfolio.',
      );
    }
    const groups = (await countByStageTierUnit(context.read)).filter((group) => isInProduction(group.stage));
    const { load, unknown } = releaseLoad(groups, settings.updatesPerYear);
    const inProduction = groups.reduce((sum, group) => sum + group.count, 0);
    return recommendLevel({ models: inProduction, load, unknownFrequency: unknown, ...rules });
  },
};
