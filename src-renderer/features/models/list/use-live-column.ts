import { useMemo } from 'react';
import { sayDay } from '#domain/base/calendar';
import { useChannel } from '../../../client/use-query';
import type { ColumnStore } from '../../../components/table/column-store';
import type { GridColumnSpec } from '../../../components/table/grid-types';

/** What was live on a day, as a column; asked only where the address names a day, so that the grid waits for nothing. */
export function useLiveColumn(store: ColumnStore, day: string | null): GridColumnSpec | null {
  const { data } = useChannel('models.liveVersions', { at: day ?? '1970-01-01' }, { enabled: day !== null });
  return useMemo(() => {
    if (day === null) return null;
    const said = new Map(data?.rows.map((row) => [row.modelId, row.said]));
    return {
      id: 'liveOn',
      label: `Live ${sayDay(day)}`,
      title: `The version that was live on ${sayDay(day)}`,
      width: 150,
      numeric: false,
      sortable: false,
      editable: false,
      cell: (row) => (data ? (said.get(store.ids[row] ?? '') ?? '') : '…'),
    };
  }, [store, day, data]);
}
