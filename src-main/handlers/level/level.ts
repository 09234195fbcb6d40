import { foreignAnswers } from '#domain/assessments/answer';
import { QUESTION_SETS, questionSet, questionsAnswered } from '#domain/assessments/questions/question-sets';
import { scoreAssessment } from '#domain/assessments/score';
import { recommendLevel } from '#domain/level/level-recommendation';
import { demandOf } from '#domain/level/portfolio-size';
import { recordedReleases } from '#domain/models/recorded-releases';
import { DomainError } from '../../failure/domain-error';
import { listMovedModels } from '../../store/models/moved-models';
import { countByStageTierUnit } from '../../store/overview/counts';
import { readPortfolioSize } from '../../store/overview/portfolio-size';
import { DEFAULT_SETTINGS, getSettings } from '../../store/portfolio/settings';
import type { SubjectHandlers } from '../subject';

const LEVELS = { L1: 1, L2: 2, L3: 3 } as const;

export const maturity: SubjectHandlers<'maturity'> = {
  score: ({ answers, target, weights, componentTargets, questionVersion }) => {
    const questions = questionVersion === undefined ? questionsAnswered(answers) : questionSet(questionVersion);
    if (questions === null) {
      throw new DomainError(
        'invalid_input',
        `There is no version ${questionVersion} of the questions. Take one of ${[...QUESTION_SETS.keys()].join(', ')}.`,
      );
    }
    const foreign = foreignAnswers(answers, questions);
    if (foreign.length > 0) {
      throw new DomainError(
        'invalid_input',
        `There is no question ${foreign.slice(0, 5).join(', ')} in version ${questions.version} of the questions.`,
      );
    }
    const level = typeof target === 'string' ? LEVELS[target] : target;
    return scoreAssessment({ answers, target: level, questions, weights, componentTargets });
  },
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
    const { read, now } = context;
    const size = await readPortfolioSize(read, await countByStageTierUnit(read), settings);
    const recorded = recordedReleases(await listMovedModels(read, now), now);
    return recommendLevel({ ...demandOf(size), recorded, ...rules });
  },
};
