import { keepPreviousData, type QueryKey, useQuery } from '@tanstack/react-query';
import type { ModelFilter } from '#contract/models/model-filter';
import { askFor } from '../../../client/query-client';
import { needsEngine } from '../../../components/table/store-filter';

const PAGE = 10_000;

async function fetchIds(queryKey: QueryKey, filter: ModelFilter): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let offset = 0; ; offset += PAGE) {
    const { total, rows } = await askFor(queryKey, 'models.list', { filter, offset, limit: PAGE });
    for (const { id } of rows) ids.add(id);
    if (rows.length === 0 || offset + rows.length >= total) return ids;
  }
}

/** Ids that pass the part of the filter which only the engine can judge; `null` when there is none or it is on its way. */
export function useEngineIds(filter: ModelFilter): ReadonlySet<string> | null {
  const asked = needsEngine(filter);
  const { data } = useQuery({
    queryKey: ['models.list', 'ids', asked],
    queryFn: ({ queryKey }) => fetchIds(queryKey, asked ?? {}),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
  return asked === null ? null : (data ?? null);
}
