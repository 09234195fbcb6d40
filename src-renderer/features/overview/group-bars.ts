import { KIND_LABELS } from '#domain/models/kinds';
import type { ModelFilter, Summary } from './overview-types';

export interface GroupBar {
  readonly key: string;
  readonly label: string;
  readonly models: number;
  readonly inProduction: number;
  /** Parts of the longest bar, 0–1. */
  readonly modelsShare: number;
  readonly inProductionShare: number;
  /** `null` where the portfolio has no filter for the group. */
  readonly filter: ModelFilter | null;
}

interface Group {
  readonly key: string;
  readonly label: string;
  readonly models: number;
  readonly inProduction: number;
  readonly filter: ModelFilter | null;
}

const withShares = (groups: readonly Group[]): readonly GroupBar[] => {
  const longest = Math.max(1, ...groups.map((group) => group.models));
  return groups.map((group) => ({
    ...group,
    modelsShare: group.models / longest,
    inProductionShare: group.inProduction / longest,
  }));
};

/** The first `limit` units as the engine ranked them, and how many models and units are behind them. */
export const unitBars = (byUnit: Summary['byUnit'], limit: number) => {
  // One more row than the limit is shown whole rather than as "and 1 more".
  const shown = byUnit.length === limit + 1 ? byUnit : byUnit.slice(0, limit);
  const rest = byUnit.slice(shown.length);
  return {
    bars: withShares(
      shown.map(({ unit, models, inProduction }) => ({
        key: unit,
        label: unit === '' ? 'No unit given' : unit,
        models,
        inProduction,
        filter: unit === '' ? { missing: ['unit'] } : { unit: [unit] },
      })),
    ),
    moreUnits: rest.length,
    moreModels: rest.reduce((sum, group) => sum + group.models, 0),
    moreInProduction: rest.reduce((sum, group) => sum + group.inProduction, 0),
  };
};

/**
 * The kinds that there are, most models first, and always those of which nobody has said it: that is no kind. What does not fit
 * into `limit` lines is one line; which of its kinds, the portfolio's filter shows.
 */
export function kindBars(byKind: Summary['byKind'], limit: number): readonly GroupBar[] {
  const known = byKind
    .filter(({ kind, models }) => kind !== null && models > 0)
    .sort((a, b) => b.models - a.models || b.inProduction - a.inProduction);
  const shown = known.length + 1 <= limit ? known : known.slice(0, limit - 2);
  const rest = known.slice(shown.length);
  const unknown = byKind.find(({ kind }) => kind === null);
  const groups = shown.map(({ kind, models, inProduction }) => ({
    key: kind ?? '',
    label: kind === null ? '' : KIND_LABELS[kind],
    models,
    inProduction,
    filter: { kind: [kind] },
  }));
  const others =
    rest.length === 0
      ? []
      : [
          {
            key: 'others',
            label: `${rest.length} other kinds`,
            models: rest.reduce((sum, { models }) => sum + models, 0),
            inProduction: rest.reduce((sum, { inProduction }) => sum + inProduction, 0),
            filter: { kind: rest.map(({ kind }) => kind) },
          },
        ];
  return withShares([
    ...groups,
    ...others,
    {
      key: 'unknown',
      label: 'Not known',
      models: unknown?.models ?? 0,
      inProduction: unknown?.inProduction ?? 0,
      filter: { kind: [null] },
    },
  ]);
}

/** Tier 1 to 3 and the models without one, always all four: a missing tier is a finding. */
export const tierBars = (byTier: Summary['byTier']): readonly GroupBar[] =>
  withShares(
    ([1, 2, 3, null] as const).map((tier) => {
      const found = byTier.find((group) => group.tier === tier);
      return {
        key: tier === null ? 'none' : String(tier),
        label: tier === null ? 'No tier given' : `Tier ${tier}`,
        models: found?.models ?? 0,
        inProduction: found?.inProduction ?? 0,
        filter: { tier: [tier] },
      };
    }),
  );
