import { plainWords, type Sentence, said, saidList, typedText } from '../../base/sentence';
import { counted, oneOf, sayCount } from '../../base/wording';
import type { MeasureKey } from '../measured/measured';
import type { Pair } from './comparison-flows';
import { linesBeyond } from './cost-lines';
import { isGapLine } from './gap-lines';
import { horizonOf, type InvestmentInputs, type LevelKey, levelOf, sayLevel } from './inputs';
import { asksIncidentCost, type NotedIncidents, sayOpenIncidents } from './noted-incidents';
import { mostModels, sayBuildingUnknown } from './say-result';
import { numberAt } from './scenario-inputs';

export type CautionKey =
  | 'largePortfolio'
  | 'largePlatform'
  | 'literalStaffing'
  | 'paidTwice'
  | 'beyondPlan'
  | 'peopleOnly'
  | 'notedIncidents'
  | 'calendarTime'
  | 'unconverted';

/** What must be said beside a result before somebody quotes it. */
export interface Caution {
  readonly key: CautionKey;
  readonly sentence: string;
  /** The sentence as what it is made of, where it names something. */
  readonly parts?: Sentence | undefined;
  /** Where the result is not to be quoted at all: what stands in the place of its headline. */
  readonly instead?: string;
}

/** What is known of where the inputs come from. */
export interface CautionQuestion {
  readonly inputs: InvestmentInputs;
  readonly pair: Pair;
  readonly currency: string;
  /** Paths of the inputs that are still the defaults of the research. */
  readonly assumed: ReadonlySet<string>;
  /** Of these, the amounts that were taken over from a source in another currency, number for number. */
  readonly unconverted: ReadonlySet<string>;
  /** The levels whose investment was lowered by the gaps that were taken over. */
  readonly reduced: ReadonlySet<LevelKey>;
  readonly articleStaffing: boolean;
  /** The measures that inputs were taken from, by path. */
  readonly measured: ReadonlyMap<string, MeasureKey>;
  /** Amounts noted with incidents, where it is open whether they count; `null`: nothing is open. */
  readonly noted: NotedIncidents | null;
}

/**
 * Living models up to which the assumed investments and fixed costs of a platform are taken to hold. The worked cases have
 * 34 models and the article 50; their costs do not grow with the portfolio, while the savings do, so that twice the larger
 * of the two is where the result begins to be one of extrapolation. An assumption (grade D), not a measured limit.
 */
export const ASSUMED_REACH = 100;

function largePortfolio({ inputs, pair, assumed }: CautionQuestion): Caution[] {
  const most = mostModels(inputs);
  const isAssumed = (field: 'investment' | 'platformFixed'): boolean => assumed.has(`levels.${pair.b}.${field}`);
  if (most <= ASSUMED_REACH) return [];
  const meant = `meant for some dozens of models, not for ${sayCount(most)}`;
  if (isAssumed('investment')) {
    const are = isAssumed('platformFixed') ? 'investment and fixed platform cost' : 'investment';
    const sentence = `The assumed ${are} of ${sayLevel(pair.b)} ${are === 'investment' ? 'is' : 'are'} ${meant}: enter what it costs to build for this portfolio first.`;
    return [{ key: 'largePortfolio', sentence, instead: sayBuildingUnknown(inputs, pair) }];
  }
  if (!isAssumed('platformFixed')) return [];
  const sentence = `The assumed fixed platform cost of ${sayLevel(pair.b)} is ${meant}: enter what it costs for this portfolio.`;
  return [{ key: 'largePlatform', sentence }];
}

function literalStaffing({ articleStaffing }: CautionQuestion): Caution[] {
  const sentence =
    'The article’s staffing is taken literally, which inflates the return by an order of magnitude: a story, not a forecast.';
  return articleStaffing ? [{ key: 'literalStaffing', sentence }] : [];
}

function paidTwice({ inputs, pair, reduced }: CautionQuestion): Caution[] {
  const gaps = (inputs.costLines ?? []).filter((line) => isGapLine(line) && line.oneOff > 0);
  const twice = [pair.a, pair.b].filter(
    (key) =>
      !reduced.has(key) && levelOf(inputs, key).investment > 0 && gaps.some(({ levels }) => levels.includes(key)),
  );
  if (twice.length === 0) return [];
  const lines = gaps.filter(({ levels }) => twice.some((key) => levels.includes(key)));
  const sentence = `${counted(lines.length, 'gap')} ${lines.length === 1 ? 'is a cost line' : 'are cost lines'} while the investment of ${oneOf(twice.map(sayLevel), 'and')} is still whole: if it was meant to close them, they are paid twice.`;
  return [{ key: 'paidTwice', sentence }];
}

function beyondPlan({ inputs, pair }: CautionQuestion): Caution[] {
  const lines = linesBeyond(inputs).filter(({ levels }) => levels.includes(pair.a) || levels.includes(pair.b));
  if (lines.length === 0) return [];
  const named = saidList(
    lines.slice(0, 2).map(({ label }): Sentence => [typedText(`“${label}”`, 'a cost line')]),
    () => ' and ',
  );
  const others = lines.length > 2 ? ` and ${counted(lines.length - 2, 'more', 'more')}` : '';
  const parts = said`The plan ends after ${counted(horizonOf(inputs), 'year')}, before ${named}${others} ${lines.length === 1 ? 'is' : 'are'} wholly paid: the figures leave out the rest.`;
  return [{ key: 'beyondPlan', sentence: plainWords(parts), parts }];
}

/** An incident was priced by the hours of people alone. */
function peopleOnly({ inputs, measured, noted }: CautionQuestion): Caution[] {
  if (measured.get('incidentCost') !== 'incidentHours' || (inputs.incidentOtherCost ?? 0) > 0) return [];
  // Where it is open whether noted amounts count, that is said in full after this.
  const nor = isOpen(inputs, noted) ? '' : ', nor are amounts noted with incidents';
  const sentence = `The cost of an incident is that of the people only: lost business, fines and harm are not in it${nor}.`;
  return [{ key: 'peopleOnly', sentence }];
}

const isOpen = (inputs: InvestmentInputs, noted: NotedIncidents | null): noted is NotedIncidents =>
  noted !== null && asksIncidentCost(inputs);

/** Noted amounts decide more than any measurement, and nobody has said whether they count. */
function notedIncidents({ inputs, noted }: CautionQuestion): Caution[] {
  return isOpen(inputs, noted) ? [{ key: 'notedIncidents', sentence: sayOpenIncidents(noted) }] : [];
}

/** The baseline's weeks are the calendar's, those of the level above are assumed effort. */
function calendarTime({ pair, measured }: CautionQuestion): Caution[] {
  const isCalendar = (key: LevelKey): boolean => measured.get(`levels.${key}.deployWeeks`) === 'timeToProduction';
  const [calendar, other] = isCalendar(pair.a) ? [pair.a, pair.b] : [pair.b, pair.a];
  if (!isCalendar(calendar) || isCalendar(other)) return [];
  const sentence = `The weeks to deploy a model at ${sayLevel(calendar)} are calendar time from development to go-live, those at ${sayLevel(other)} are effort: a part of what is saved on deploying may be waiting, not work.`;
  return [{ key: 'calendarTime', sentence }];
}

/** Amounts of the compared levels and of the plan that are not 0. */
function unconverted({ inputs, pair, currency, unconverted: paths }: CautionQuestion): Caution[] {
  const others = (['L1', 'L2', 'L3'] as const).filter((key) => key !== pair.a && key !== pair.b);
  const told = [...paths].filter(
    (path) => (numberAt(inputs, path) ?? 0) !== 0 && !others.some((key) => path.startsWith(`levels.${key}.`)),
  );
  if (told.length === 0) return [];
  const sentence = `${counted(told.length, 'assumed amount')} ${told.length === 1 ? 'comes' : 'come'} from sources in another currency, taken over number for number as ${currency}, not converted.`;
  // The cost of a person is in nearly every amount: in another currency no sum of the case is one of this.
  const instead = `What a person costs a year in ${currency} has yet to be entered`;
  return [{ key: 'unconverted', sentence, ...(told.includes('loadedAnnual') ? { instead } : {}) }];
}

/**
 * What must be said beside the figures of a comparison, the gravest first; nothing where nothing misleads. The inputs must be
 * valid and have both levels of the pair, else RangeError.
 */
export function cautionsOf(question: CautionQuestion): Caution[] {
  return [
    largePortfolio,
    literalStaffing,
    paidTwice,
    beyondPlan,
    notedIncidents,
    peopleOnly,
    calendarTime,
    unconverted,
  ].flatMap((rule) => rule(question));
}

/** What stands in the place of the headline wherever the result would be quoted; `null`: it may be. */
export function withheldBy(cautions: readonly Caution[]): string | null {
  return cautions.find(({ instead }) => instead !== undefined)?.instead ?? null;
}
