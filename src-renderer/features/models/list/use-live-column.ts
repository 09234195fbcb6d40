import { useMemo } from 'react';
import type { LiveVersion } from '#contract/models/versions';
import { sayDay } from '#domain/base/calendar';
import { sayDated } from '#domain/base/period';
import { useChannel } from '../../../client/use-query';
import type { ColumnStore } from '../../../components/table/column-store';
import type { GridColumnSpec } from '../../../components/table/grid-types';

/** A version that ended with nothing behind it is told by its last day: `none` alone could as well be not known. */
export const liveWords = ({ said, ended }: Pick<LiveVersion, 'said' | 'ended'>): string =>
  ended ? `none, ended ${sayDated({ at: ended.until, precision: ended.untilPrecision })}` : said;

/** What was live on a day, as a column; asked only where the address names a day, so that the grid waits for nothing. */
export function useLiveColumn(store: ColumnStore, day: string | null): GridColumnSpec | null {
  const { data } = useChannel('models.liveVersions', { at: day ?? '1970-01-01' }, { enabled: day !== null });
  return useMemo(() => {
    if (day === null) return null;
    const said = new Map(data?.rows.map((row) => [row.modelId, liveWords(row)]));
    return {
      id: 'liveOn',
      label: `Live ${sayDay(day)}`,
      title: `The version that was live on ${sayDay(day)}`,
      width: 205,
      numeric: false,
      sortable: false,
      editable: false,
      cell: (row) => (data ? (said.get(store.ids[row] ?? '') ?? '') : '…'),
    };
  }, [store, day, data]);
}
