import type { Tier } from '../vocabulary';
import { type DriftBands, type DriftDirection, driftMetricSpec, isRate } from './vocabulary';

/** A changed band: of one model, of a tier, or of the whole portfolio. */
export interface BandOverride {
  readonly metric: string;
  readonly modelId: string | null;
  readonly tier: Tier | null;
  readonly bands: DriftBands;
}

/** A band as it holds, and from where. */
export interface BandInForce {
  readonly bands: DriftBands | null;
  readonly direction: DriftDirection;
  /** The figure is a share of n answers, judged by its interval. */
  readonly rate: boolean;
  readonly from: 'model' | 'tier' | 'portfolio' | 'default';
}

/** The band of a metric for a model: its own, else its tier's, else the portfolio's, else the default. */
export function bandInForce(
  overrides: readonly BandOverride[],
  model: { readonly id: string; readonly tier: Tier | null },
  metric: string,
): BandInForce {
  const fitting = overrides.filter((one) => one.metric === metric);
  const own = fitting.find((one) => one.modelId === model.id);
  if (own) return inForce(metric, own.bands, 'model');
  const tier = fitting.find((one) => one.modelId === null && one.tier !== null && one.tier === model.tier);
  if (tier) return inForce(metric, tier.bands, 'tier');
  const all = fitting.find((one) => one.modelId === null && one.tier === null);
  return all ? inForce(metric, all.bands, 'portfolio') : inForce(metric, driftMetricSpec(metric).bands, 'default');
}

const inForce = (metric: string, bands: DriftBands | null, from: BandInForce['from']): BandInForce => ({
  bands,
  direction: bandDirection(metric, bands),
  rate: isRate(metric),
  from,
});

/** Of a metric that we do not know, the band itself says which way is worse: towards its act. */
export function bandDirection(metric: string, bands: DriftBands | null): DriftDirection {
  const { direction } = driftMetricSpec(metric);
  if (direction !== 'unknown' || bands === null) return direction;
  return bands.act > bands.watch ? 'higher' : 'lower';
}

/** Why these limits cannot be a band, as a sentence; `null`: they can. */
export function bandProblem(metric: string, { watch, act }: DriftBands): string | null {
  const { direction, label } = driftMetricSpec(metric);
  if (watch === act) return `${label}: watch and act are the same limit. Set them apart.`;
  if (direction === 'higher' && act < watch) return `${label}: higher is worse, so act must lie above watch.`;
  if (direction === 'lower' && act > watch) return `${label}: lower is worse, so act must lie below watch.`;
  return null;
}
