import type { LevelKey } from '../plan/inputs';
import type { DecisionInputs, DecisionLevel } from './decision-inputs';
import { decisionLevel } from './option-plan';

/** A vendor's offer for a level, in place of building it; money in major units at the prices of year 1. */
export interface Offer {
  readonly id: string;
  readonly oneOff: number;
  readonly perYear: number;
  readonly perModel: number;
  /** Nominal, in the last month. */
  readonly exit: number;
  /** Yearly growth of the bill that the contract says, in place of inflation. */
  readonly escalator: number;
  /** How much of what was to be built it replaces, 0 … 1. */
  readonly coverage: number;
  /** Own platform cost a year that stays; it follows inflation. */
  readonly keepPlatform?: number | undefined;
  readonly rampMonths?: number | undefined;
}

/** An offer with the level that it is for. */
export interface PlacedOffer extends Offer {
  readonly level: LevelKey;
}

/** `L2:suite` */
export const offerName = ({ level, id }: Pick<PlacedOffer, 'level' | 'id'>): string => `${level}:${id}`;

/** The plan with a level bought in place of built. People, hours and incidents stay the level's: the offer must reach it. */
export function withOffer(inputs: DecisionInputs, key: LevelKey, offer: Offer): DecisionInputs {
  const own = decisionLevel(inputs, key);
  const level: DecisionLevel = {
    ...own,
    platformFixed: offer.perYear,
    platformPerModel: offer.perModel,
    platformEscalator: offer.escalator,
    platformKept: offer.keepPlatform,
    investment: offer.oneOff + (1 - offer.coverage) * own.investment,
    exitCost: offer.exit,
    rampMonths: offer.rampMonths ?? own.rampMonths,
  };
  return { ...inputs, levels: { ...inputs.levels, [key]: level } };
}
