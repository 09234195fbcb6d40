import { sayDay } from '../base/calendar';
import { counted, sayCount, verb } from '../base/wording';
import { sayNoVerdict, type VerdictCounts } from '../drift/verdict-counts';
import { sayMonitoring } from '../models/monitoring';

export interface HeadlineInput {
  readonly models: number;
  readonly inProduction: number;
  readonly recommendation: { readonly level: 1 | 2 | 3 | null };
  /** What the recommendation is for; left out: models in production. */
  readonly size?: {
    readonly basis: 'registered' | 'stated' | 'none';
    readonly models: number;
    readonly stated: { readonly name: string; readonly finishedAt: string } | null;
    readonly words: string;
  };
  /** ISO instant that the numbers are true for. */
  readonly at: string;
  /** The level that an assessment found, 0 = not even level 1; `null`: none was finished. */
  readonly heldLevel?: number | null;
  /** In production, and known not to be monitored. */
  readonly notMonitored: number;
  /** In production, and nobody has said; no part of `notMonitored`. */
  readonly monitoringUnknown: number;
  /** What drift results say today; left out: not said. */
  readonly verdicts?: Pick<VerdictCounts, 'byHealth' | 'neverMeasured'>;
  /** Rule and money of the chosen plan, where they part and the plan is one of this portfolio's size. */
  readonly decision?: { readonly headline: string } | null;
}

export interface Headline {
  readonly headline: string;
  readonly subline: string;
}

function held(level: number | null): string {
  if (level === null) return '';
  return level === 0 ? '; you work below level 1' : `; you work at level ${level}`;
}

/** `14 models stated in the assessment of 28 Nov 2026 ask for`. */
export const statedModels = (models: number, day: string): string =>
  `${counted(models, 'model')} stated in the assessment of ${day} ${verb(models, 'asks for', 'ask for')}`;

/** Where rule and money part, that is the finding; else what the models ask for. */
function findingWords({ inProduction, recommendation, decision, heldLevel = null }: HeadlineInput): string {
  if (decision) return `${decision.headline}${held(heldLevel)}`;
  const serving = `${counted(inProduction, 'model')} in production`;
  if (recommendation.level === null) return serving;
  const needs = `${verb(inProduction, 'asks for', 'ask for')} level ${recommendation.level} by the rule of thumb`;
  return `${serving} ${needs}${held(heldLevel)}`;
}

/** How many models run stands in the headline, unless it speaks of rule and money. */
const allWords = ({ models, inProduction, decision }: HeadlineInput): string =>
  decision
    ? `${counted(models, 'model')}, ${sayCount(inProduction)} in production`
    : `${counted(models, 'model')} in all`;

/** The Overview's finding as a sentence, and the line under it; dates as UTC days. */
export function overviewHeadline(input: HeadlineInput): Headline {
  const { models, inProduction, recommendation } = input;
  const day = sayDay(input.at);
  const { size } = input;
  if (size?.basis === 'stated' && size.stated !== null && recommendation.level !== null) {
    return {
      headline: `${statedModels(size.models, sayDay(size.stated.finishedAt))} level ${recommendation.level} by the rule of thumb${held(input.heldLevel ?? null)}`,
      subline: `${size.words} As of ${day}. As soon as models are in production, they count instead.`,
    };
  }
  if (models === 0) {
    return {
      headline: 'Nothing in this portfolio yet',
      subline: 'Import an inventory or add the first model, and the finding stands here.',
    };
  }
  if (inProduction === 0) {
    return {
      headline: `${counted(models, 'model')}, none in production yet`,
      subline: `As of ${day}. A maturity level is recommended once a model is in production.`,
    };
  }
  const verdicts = input.verdicts === undefined ? '' : sayNoVerdict({ inProduction, ...input.verdicts });
  return {
    headline: findingWords(input),
    subline: [`${allWords(input)}, as of ${day}.`, sayMonitoring(input), verdicts, size?.words ?? '']
      .filter((part) => part !== '')
      .join(' '),
  };
}
