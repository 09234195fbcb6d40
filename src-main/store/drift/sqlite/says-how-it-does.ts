import { type BandOverride, bandInForce } from '#domain/drift/bands';
import { isOfTraffic } from '#domain/drift/of-traffic';
import { isOfTraining } from '#domain/drift/of-training';
import { asTier } from '../../models/cells';

interface OfModel {
  readonly id: string;
  readonly tier: number | null;
}

export const bandOf = (model: OfModel, overrides: readonly BandOverride[], metric: string) =>
  bandInForce(overrides, { id: model.id, tier: asTier(model.tier) }, metric);

/** Whether a series says how a model does, and not how a version of it was made or how often it is called. */
export const saysHowItDoes = (model: OfModel, overrides: readonly BandOverride[], metric: string): boolean =>
  !isOfTraining(metric) && (!isOfTraffic(metric) || bandOf(model, overrides, metric).bands !== null);
