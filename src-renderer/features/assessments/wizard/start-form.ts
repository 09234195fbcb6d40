import { counted, sayCount } from '#domain/base/wording';
import { type NumberRange, notationOf, typedNumber } from '../../../lib/typed';
import type { Demand, DemandInputs } from './assessment-types';

/** What stands in the fields; `null`: not touched, the portfolio's own value is shown. */
export interface StartDraft {
  readonly models: string | null;
  readonly updates: string | null;
  readonly growth: string;
  /** `null`: as often as today's. */
  readonly growthUpdates: string | null;
  readonly highRisk: boolean | null;
}

export const NEW_DRAFT: StartDraft = {
  models: null,
  updates: null,
  growth: '0',
  growthUpdates: null,
  highRisk: null,
};

export type StartField = 'models' | 'updates' | 'growth' | 'growthUpdates';

export interface StartReading {
  readonly inputs: DemandInputs;
  /** Sentences by field; the last value that could be read counts meanwhile. */
  readonly problems: Partial<Readonly<Record<StartField, string>>>;
  /** Nobody has said how often today's models, or those to come, are updated. */
  readonly paceUnknown: { readonly today: boolean; readonly growth: boolean };
}

const MODELS: NumberRange = { min: 0, max: 1_000_000, whole: true };
const UPDATES: NumberRange = { min: 0, max: 100_000, whole: false };
const GROWTH: NumberRange = { min: -1_000_000, max: 1_000_000, whole: true };

/** An emptied field gives the portfolio's value back. */
const isEmpty = (text: string | null): text is null => text === null || text.trim() === '';

/** What is asked for, from the fields and from the portfolio for what nobody has typed. */
export const readStart = (draft: StartDraft, demand: Demand, notation = notationOf()): StartReading => {
  const problems: Partial<Record<StartField, string>> = {};
  const readField = (field: StartField, range: NumberRange, fallback: number): number => {
    const text = draft[field];
    if (isEmpty(text)) return fallback;
    const read = typedNumber(text, range, notation);
    if (read.ok) return read.value;
    problems[field] = read.message;
    return fallback;
  };
  const models = readField('models', MODELS, demand.models);
  const updatesPerYear = readField('updates', UPDATES, demand.updatesPerYear);
  const typed = !isEmpty(draft.models) || !isEmpty(draft.updates);
  const today = isEmpty(draft.updates) && demand.unknownFrequency >= demand.models;
  // A typed frequency holds for all, the portfolio's mean for every model of a typed number.
  const someUnknown = typed ? 0 : demand.unknownFrequency;
  return {
    inputs: {
      models,
      updatesPerYear,
      unknownFrequency: today ? models : someUnknown,
      source: typed ? 'typed' : 'portfolio',
      growthModels: Math.max(-models, readField('growth', GROWTH, 0)),
      growthUpdatesPerYear: readField('growthUpdates', UPDATES, updatesPerYear),
      highRisk: draft.highRisk ?? demand.tier1InProduction > 0,
    },
    problems,
    paceUnknown: { today, growth: today && isEmpty(draft.growthUpdates) },
  };
};

const models = (count: number): string => counted(count, 'model');

/** Where the two numbers come from: typed ones are said to be that, beside what the portfolio counts. */
export const startWords = (demand: Demand, unit: string, { models: count, source }: DemandInputs): string => {
  if (source === 'portfolio') return portfolioWords(demand, unit);
  const here = unit === '' ? 'this portfolio' : unit;
  const counted =
    demand.models === 0
      ? `in ${here} none is in production yet`
      : `${here} counts ${models(demand.models)} in production`;
  const kept = demand.models === 0 ? ' Finished, the assessment stands in for the inventory until there is one.' : '';
  return `Typed: ${models(count)}; ${counted}.${kept}`;
};

/** What the portfolio says. */
export const portfolioWords = ({ models: count, unknownFrequency }: Demand, unit: string): string => {
  const from = unit === '' ? 'From this portfolio' : `From ${unit}`;
  if (count === 0) return `${from}: no model is in production yet. Type the numbers to see what they would need.`;
  const known = count - unknownFrequency;
  if (known === count) return `${from}: ${models(count)} in production, all with a known frequency.`;
  if (known === 0) return `${from}: ${models(count)} in production; how often they are updated is not known.`;
  return `${from}: ${models(count)} in production, ${sayCount(known)} of them with a known frequency; what is not known adds nothing to the load, which is at least as high as shown.`;
};

/** The finding as a sentence. */
export const startHeadline = (inputs: DemandInputs, level: number | null): string => {
  if (level === null) return 'No model is in production: nothing to recommend yet';
  return `${models(inputs.models)} ${inputs.models === 1 ? 'asks for' : 'ask for'} level ${level} by the rule of thumb`;
};

/** What the plan comes to, in a few words under its field. */
export const planWords = ({ models: count, growthModels }: DemandInputs): string =>
  growthModels === 0 ? 'no change planned' : `${models(count + growthModels)} then, evenly`;
