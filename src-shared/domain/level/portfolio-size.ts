import { demandLoad } from '../assessments/demand-load';
import { sayDay } from '../base/calendar';
import { namesSomething, plainWords, type Sentence, said, typedText } from '../base/sentence';
import { counted, sayCount, verb } from '../base/wording';
import { meanFrequency, timesApart, UPDATES_APART } from '../models/update-frequency';

/** What a finished assessment of the whole organisation was told, typed by somebody. */
export interface StatedSize {
  readonly assessmentId: string;
  readonly name: string;
  /** ISO instant. */
  readonly finishedAt: string;
  /** In production. */
  readonly models: number;
  /** Of one model; 0 = not known. */
  readonly updatesPerYear: number;
  readonly unknownFrequency?: number | undefined;
}

export interface RegisteredSize {
  /** Models of the inventory. */
  readonly models: number;
  readonly inProduction: number;
  /** U of those in production. */
  readonly load: number;
  readonly unknownFrequency: number;
}

/** The number of models and their updates that everything is computed for, and who says so. */
export interface PortfolioSize {
  /** `registered`: models in production; `stated`: what an assessment was told; `none`: neither is known. */
  readonly basis: 'registered' | 'stated' | 'none';
  readonly models: number;
  readonly load: number;
  readonly unknownFrequency: number;
  /** Of one model, on average over those of which it is known; `null`: of none. */
  readonly updatesPerYear: number | null;
  /** Where `basis` is `stated`, or where what was stated differs from what is registered. */
  readonly stated: StatedSize | null;
  /** Where the numbers come from, or in what the two differ, for the reader; '' = registered, and nobody said otherwise. */
  readonly words: string;
  /** The words as what they are made of, where they name something. */
  readonly parts?: Sentence | undefined;
}

/** `the assessment “Autumn” of 28 Nov 2026`. */
const saidAssessment = ({ name, finishedAt }: Pick<StatedSize, 'name' | 'finishedAt'>): Sentence =>
  said`the assessment ${typedText(`“${name}” `, '')}of ${sayDay(finishedAt)}`;

export const sayAssessment = (assessment: Pick<StatedSize, 'name' | 'finishedAt'>): string =>
  plainWords(saidAssessment(assessment));

/** `each updated 12 times a year`; '' where nobody said how often. */
const pace = (updates: number | null): string =>
  updates === null || updates === 0 ? '' : `, each updated ${counted(updates, 'time')} a year,`;

const wordsOf = (words: Sentence): Pick<PortfolioSize, 'words' | 'parts'> => ({
  words: plainWords(words),
  ...(namesSomething(words) && { parts: words }),
});

function noneHere({ models }: RegisteredSize): string {
  if (models === 0) return 'none is registered here yet';
  return `of the ${counted(models, 'model')} registered here ${models === 1 ? 'it is not' : 'none is'} in production yet`;
}

function differenceWords(stated: StatedSize, models: number, updates: number | null): Sentence {
  const rates = timesApart(stated.updatesPerYear === 0 ? null : stated.updatesPerYear, updates);
  const apart = rates !== null && rates > UPDATES_APART;
  if (stated.models === models && !apart) return [];
  const registered = `${counted(models, 'model')} ${verb(models, 'is', 'are')} registered in production`;
  const told = said`${saidAssessment(stated)} was told ${sayCount(stated.models)}`;
  const [here, there] = apart
    ? [`, updated ${counted(updates ?? 0, 'time')} a year as noted`, pace(stated.updatesPerYear).slice(0, -1)]
    : ['', ''];
  return said`${registered}${here}; ${told}${there}. What is registered counts.`;
}

/**
 * Which size the portfolio has: models in production as soon as there are any, else what the latest finished assessment of
 * the whole organisation was told; rules.md 3. Sizes that an assessment counted in the portfolio are no statement.
 */
export function portfolioSize(registered: RegisteredSize, stated: StatedSize | null): PortfolioSize {
  const { inProduction: models, load, unknownFrequency } = registered;
  if (models > 0) {
    const known = models - unknownFrequency;
    const updatesPerYear = known > 0 ? meanFrequency(load, known) : null;
    const words = stated === null ? [] : differenceWords(stated, models, updatesPerYear);
    return {
      basis: 'registered',
      models,
      load,
      unknownFrequency,
      updatesPerYear,
      stated: words.length === 0 ? null : stated,
      ...wordsOf(words),
    };
  }
  if (stated === null || stated.models === 0) {
    return { basis: 'none', models: 0, load: 0, unknownFrequency: 0, updatesPerYear: null, stated: null, words: '' };
  }
  const demand = demandLoad(stated);
  const updatesPerYear = demand.unknown < stated.models ? stated.updatesPerYear : null;
  const told = `${counted(stated.models, 'model')}${pace(updatesPerYear)}`;
  return {
    basis: 'stated',
    models: stated.models,
    load: demand.load,
    unknownFrequency: demand.unknown,
    updatesPerYear,
    stated,
    ...wordsOf(
      said`${told} ${verb(stated.models, 'is', 'are')} stated in ${saidAssessment(stated)}; ${noneHere(registered)}.`,
    ),
  };
}

/** A size as the rule of levels takes it. */
export const demandOf = ({ basis, models, load, unknownFrequency }: PortfolioSize) =>
  ({ models, load, unknownFrequency, told: basis === 'stated' ? 'stated' : 'noted' }) as const;
