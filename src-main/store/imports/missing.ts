import { chunks } from '../chunks';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';

/** More than so many values no statement takes. */
const AT_ONCE = 900;

/** The file that brought a model first, with the instant of its import. */
export interface FirstBrought {
  readonly fileName: string;
  readonly at: string;
}

/** The file that each of some models came with, where an import brought it. */
export async function listFirstBrought(
  read: ReadHandle,
  modelIds: readonly string[],
): Promise<ReadonlyMap<string, FirstBrought>> {
  const found = new Map<string, FirstBrought>();
  for (const ids of chunks(modelIds, AT_ONCE)) {
    const rows = await tables(read)
      .selectFrom('model_sources')
      .innerJoin('imports', 'imports.id', 'model_sources.import_id')
      .select(['model_sources.model_id', 'model_sources.imported_at', 'imports.file_name'])
      .where('model_sources.model_id', 'in', ids)
      .orderBy('model_sources.imported_at')
      .execute();
    for (const { model_id, imported_at, file_name } of rows)
      if (!found.has(model_id)) found.set(model_id, { fileName: file_name, at: imported_at });
  }
  return found;
}

/** When owners were last asked about models that files of a source do not have, by model. '' is the source of before there were any. */
export async function listAsked(read: ReadHandle, sourceId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(read)
    .selectFrom('identity_answers')
    .select(['model_id', 'created_at'])
    .where('answer', '=', 'asked')
    .where('source_id', '=', sourceId)
    .orderBy('created_at')
    .execute();
  return new Map(
    rows.flatMap(({ model_id, created_at }) => (model_id === null ? [] : [[model_id, created_at] as const])),
  );
}
