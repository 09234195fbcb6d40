import { useInfiniteQuery } from '@tanstack/react-query';
import type { Output } from '#contract/index';
import type { CallFailed } from '../../client/call';
import { askFor } from '../../client/query-client';

export type Entry = Output<'journal.list'>['entries'][number];

const PAGE = 100;

export interface JournalPages {
  readonly entries: readonly Entry[];
  readonly total: number;
  readonly error: CallFailed | null;
  readonly loading: boolean;
  readonly more: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

/** The journal, newest first, a page at a time; new entries appear by themselves. */
export function useJournal(): JournalPages {
  const pages = useInfiniteQuery<
    Output<'journal.list'>,
    CallFailed,
    { pages: Output<'journal.list'>[] },
    readonly string[],
    number | null
  >({
    queryKey: ['journal.list', 'pages'],
    queryFn: ({ queryKey, pageParam }) =>
      askFor(queryKey, 'journal.list', pageParam === null ? { limit: PAGE } : { limit: PAGE, before: pageParam }),
    initialPageParam: null,
    getNextPageParam: ({ entries }) => (entries.length < PAGE ? undefined : (entries.at(-1)?.seq ?? undefined)),
  });
  return {
    entries: pages.data?.pages.flatMap(({ entries }) => entries) ?? [],
    total: pages.data?.pages[0]?.total ?? 0,
    error: pages.error,
    loading: pages.isFetching,
    more: pages.hasNextPage,
    loadMore: () => void pages.fetchNextPage(),
    retry: () => void pages.refetch(),
  };
}
