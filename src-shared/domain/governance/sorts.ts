import type { GovernedModel, GovernedPortfolio } from './governed';
import { lookAt, ModelOnDay } from './model-on-day';
import { needsOf } from './needs';
import { profiler } from './profile';
import type { RulePack } from './rule-pack';

/** The models of a portfolio as the sorts that some packs can tell apart; see `profile.ts`. */
export interface Sorts {
  /** One model of each sort. */
  readonly portfolio: GovernedPortfolio;
  /** Models of each sort. */
  readonly counts: readonly number[];
  /** All models that were there on the day, in the order read. */
  readonly ids: readonly string[];
  /** The sort of each of them. */
  readonly sorts: Uint32Array;
}

export function sortsOf(
  packs: readonly RulePack[],
  house: Omit<GovernedPortfolio, 'models'>,
  models: Iterable<GovernedModel>,
  day: string,
): Sorts {
  const keyOf = profiler(needsOf(packs), house);
  const known = new Map<string, number>();
  const samples: GovernedModel[] = [];
  const counts: number[] = [];
  const ids: string[] = [];
  const sorts: number[] = [];
  const portfolio: GovernedPortfolio = { ...house, models: samples };
  const look = lookAt(portfolio, day);
  for (const model of models) {
    const own = new ModelOnDay(model, portfolio, look);
    if (!own.there) continue;
    const key = keyOf(own);
    let sort = known.get(key);
    if (sort === undefined) {
      sort = samples.length;
      known.set(key, sort);
      samples.push(model);
      counts.push(0);
    }
    counts[sort] = (counts[sort] ?? 0) + 1;
    ids.push(model.id);
    sorts.push(sort);
  }
  return { portfolio, counts, ids, sorts: Uint32Array.from(sorts) };
}
