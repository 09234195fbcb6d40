import type { BandOverride } from '#domain/drift/bands';
import { tables } from '../journal/connection';
import type { ReadHandle, WriteHandle } from '../journal/handle';
import { asTier } from '../models/cells';

const ID = 'drift';

export interface DriftRules {
  /** Of the rules and bands together. */
  readonly version: string;
  /** Windows in a row at act after which retraining is due. */
  readonly retrainingWindows: number;
}

export const DEFAULT_DRIFT_RULES: DriftRules = { version: '2026-11-1', retrainingWindows: 3 };

export async function getDriftRules(read: ReadHandle): Promise<DriftRules> {
  const row = await tables(read).selectFrom('drift_rules').selectAll().executeTakeFirst();
  return row ? { version: row.version, retrainingWindows: row.retraining_windows } : DEFAULT_DRIFT_RULES;
}

export async function updateDriftRules(write: WriteHandle, rules: DriftRules): Promise<void> {
  const columns = { version: rules.version, retraining_windows: rules.retrainingWindows };
  const known = await tables(write.read).selectFrom('drift_rules').select('id').executeTakeFirst();
  if (known) await write.update('drift_rules', [ID], columns);
  else await write.insert('drift_rules', [{ id: ID, ...columns }]);
}

export async function listBandOverrides(read: ReadHandle): Promise<readonly BandOverride[]> {
  const rows = await tables(read).selectFrom('drift_bands').selectAll().orderBy('metric').orderBy('id').execute();
  return rows.map(({ metric, model_id, tier, watch, act }) => ({
    metric,
    modelId: model_id,
    tier: asTier(tier),
    bands: { watch, act },
  }));
}

/** One band of a metric for each model, for each tier and for the portfolio. */
export const bandId = ({
  metric,
  modelId,
  tier,
}: {
  metric: string;
  modelId: string | null;
  tier: number | null;
}): string => JSON.stringify([modelId ?? tier ?? '', metric]);

/** `bands` `null`: what is under it holds again. */
export async function putBand(
  write: WriteHandle,
  { metric, modelId, tier }: Omit<BandOverride, 'bands'>,
  bands: BandOverride['bands'] | null,
): Promise<void> {
  const id = bandId({ metric, modelId, tier });
  if (bands === null) {
    await write.remove('drift_bands', [id]);
    return;
  }
  const known = await tables(write.read).selectFrom('drift_bands').select('id').where('id', '=', id).executeTakeFirst();
  if (known) await write.update('drift_bands', [id], { ...bands });
  else await write.insert('drift_bands', [{ id, metric, model_id: modelId, tier, ...bands }]);
}
