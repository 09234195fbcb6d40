import { bandInForce } from '#domain/drift/bands';
import type { MeasureOptions } from '#domain/drift/measure-column';
import { MEASURED_METRICS } from '#domain/drift/vocabulary';
import { listBandOverrides } from '../../store/drift/rules';
import { asTier } from '../../store/models/cells';
import { getModel } from '../../store/models/models';
import type { QueryContext } from '../context';

/** The bands that the open portfolio has changed, for a model or as a whole; none where no portfolio is open. */
export async function storedBands(
  { workspace }: Pick<QueryContext, 'workspace'>,
  modelId: string | undefined,
): Promise<MeasureOptions['bands']> {
  // With a model named, a portfolio has to be open: `store()` says so.
  const store = modelId === undefined ? workspace.current() : workspace.store();
  if (!store) return {};
  const overrides = await listBandOverrides(store.read);
  const model = modelId === undefined ? { id: '', tier: null } : await getModel(store.read, modelId);
  return Object.fromEntries(
    MEASURED_METRICS.flatMap((metric) => {
      const { bands, from } = bandInForce(overrides, { id: model.id, tier: asTier(model.tier) }, metric);
      return bands === null || from === 'default' ? [] : [[metric, bands]];
    }),
  );
}
