import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Input, Output } from '#contract/index';
import type { CallFailed } from '../../client/call';
import { askFor } from '../../client/query-client';
import type { JournalSearch } from '../../lib/journal-search';

export type Entry = Output<'journal.list'>['entries'][number];

const PAGE = 100;

export interface JournalPages {
  readonly entries: readonly Entry[];
  /** That fit; `null`: not known yet. */
  readonly total: number | null;
  readonly error: CallFailed | null;
  readonly loading: boolean;
  readonly more: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

const questionOf = ({ q, view: _view, ...rest }: JournalSearch): Input<'journal.list'> => ({
  ...rest,
  ...(q === undefined ? {} : { search: q }),
});

/** The entries that fit, newest first, a page at a time; new entries appear by themselves. */
export function useJournal(search: JournalSearch): JournalPages {
  const question = questionOf(search);
  const pages = useInfiniteQuery<
    Output<'journal.list'>,
    CallFailed,
    { pages: Output<'journal.list'>[] },
    readonly [string, string, Input<'journal.list'>],
    number | null
  >({
    queryKey: ['journal.list', 'pages', question],
    queryFn: ({ queryKey, pageParam }) =>
      askFor(queryKey, 'journal.list', {
        ...queryKey[2],
        limit: PAGE,
        ...(pageParam === null ? {} : { before: pageParam }),
      }),
    initialPageParam: null,
    getNextPageParam: ({ entries }) => (entries.length < PAGE ? undefined : (entries.at(-1)?.seq ?? undefined)),
    placeholderData: keepPreviousData,
  });
  return {
    entries: pages.data?.pages.flatMap(({ entries }) => entries) ?? [],
    total: pages.data?.pages[0]?.total ?? null,
    error: pages.error,
    loading: pages.isFetching,
    more: pages.hasNextPage,
    loadMore: () => void pages.fetchNextPage(),
    retry: () => void pages.refetch(),
  };
}
