import type { Dated } from '#domain/base/period';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';

/** What is known of a version besides the move that put it live. */
export interface StoredVersion {
  readonly id: string;
  readonly version: string;
  readonly alias: string;
  readonly stage: string;
  readonly until: Dated | null;
}

/** What is known of versions, by model; of `modelIds` only, if they are given (at most 900). */
export async function listVersions(
  read: ReadHandle,
  modelIds?: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredVersion[]>> {
  let query = tables(read)
    .selectFrom('versions')
    .select(['id', 'model_id', 'version', 'alias', 'stage', 'until', 'until_precision'])
    .orderBy('model_id')
    .orderBy('version');
  if (modelIds) query = query.where('model_id', 'in', [...modelIds]);
  const byModel = new Map<string, StoredVersion[]>();
  for (const { model_id, until, until_precision, ...rest } of await query.execute()) {
    const version = { ...rest, until: until === null ? null : { at: until, precision: until_precision } };
    const versions = byModel.get(model_id);
    if (versions) versions.push(version);
    else byModel.set(model_id, [version]);
  }
  return byModel;
}
