import { pairName, parsePair } from '#domain/scenarios/plan/comparison-flows';
import { MOST_YEARS } from '#domain/scenarios/plan/validate-inputs';

/** How a scenario is looked at, as the address says it. Looking writes nothing: what is left out is the scenario's own. */
export interface ScenarioSearch {
  /** `L3-L1`: the higher level first. */
  readonly compare?: string;
  readonly years?: number;
  /** The what-if questions that are on, separated by commas. */
  readonly if?: string;
  /** Discounted from the middle of each year. */
  readonly mid?: 1;
  /** The people of whom is asked what they sustain. */
  readonly team?: number;
}

export const compareInAddress = (compare: string): string => compare.replace(' vs ', '-');

/** `L3-L1` as scenarios name it, `L3 vs L1`; `null`: no comparison. */
export function comparedBy({ compare }: ScenarioSearch): string | null {
  const pair = compare === undefined ? null : parsePair(compare.replace('-', ' vs '));
  return pair && pair.b > pair.a ? pairName(pair) : null;
}

export function readScenarioSearch(raw: Record<string, unknown>): ScenarioSearch {
  const { compare, years, mid, team } = raw;
  const asked = typeof raw.if === 'string' ? raw.if.replaceAll(/[^a-z,]/g, '') : '';
  return {
    ...(typeof compare === 'string' && comparedBy({ compare }) !== null ? { compare } : {}),
    ...(typeof years === 'number' && Number.isInteger(years) && years >= 1 && years <= MOST_YEARS ? { years } : {}),
    ...(asked === '' ? {} : { if: asked }),
    ...(mid === 1 ? { mid: 1 as const } : {}),
    ...(typeof team === 'number' && team >= 0 ? { team } : {}),
  };
}
