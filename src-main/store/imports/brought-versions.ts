import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';

export interface BroughtVersion {
  readonly modelId: string;
  readonly version: string;
}

/** Versions that the files of a source brought and that stand, each at least once: releases and those that never went live. */
export async function listBroughtVersions(read: ReadHandle, sourceId: string): Promise<readonly BroughtVersion[]> {
  const kept = tables(read)
    .selectFrom('versions')
    .innerJoin('imports', 'imports.id', 'versions.import_id')
    .select(['versions.model_id as modelId', 'versions.version'])
    .where('imports.source_id', '=', sourceId)
    .where('imports.undone', '=', 0);
  const released = tables(read)
    .selectFrom('moves')
    .innerJoin('imports', 'imports.id', 'moves.import_id')
    .select(['moves.model_id as modelId', 'moves.version'])
    .where('imports.source_id', '=', sourceId)
    .where('imports.undone', '=', 0)
    .where('moves.version', '!=', '');
  return [...(await kept.execute()), ...(await released.execute())];
}
