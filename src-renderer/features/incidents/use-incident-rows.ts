import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Input, Output } from '#contract/index';
import { channelQuery, queryClient } from '../../client/query-client';
import type { IncidentRow } from './incident-types';
import type { RegisterState } from './register-state';

const PAGE = 200;

type Page = Output<'incidents.list'>;
type Question = Pick<Input<'incidents.list'> & object, 'search' | 'filter' | 'sort'>;

export interface IncidentRows {
  /** `null` before the first answer. */
  readonly total: number | null;
  /** Row numbers in the shown order, which is the engine's. */
  readonly order: Uint32Array;
  /** `undefined`: on its way. The function changes when what it answers does. */
  readonly at: (row: number) => IncidentRow | undefined;
  readonly onVisible: (first: number, last: number) => void;
  readonly error: unknown;
  readonly retry: () => void;
}

export const questionOf = ({ search, filter, sort }: RegisterState): Question => ({
  search: search.trim(),
  filter,
  sort: [...sort],
});

const pageOf = (question: Question, page: number) =>
  channelQuery('incidents.list', { ...question, offset: page * PAGE, limit: PAGE });

const cached = (question: Question, page: number): Page | undefined =>
  queryClient.getQueryData<Page>(pageOf(question, page).queryKey);

interface Shown {
  readonly question: Question;
  readonly total: number;
}

/**
 * The register as far as it is in sight, fetched in pages: 200,000 incidents are searched by the engine, and only what is
 * looked at travels. While another question is on its way the answer to the last one stays, so that nothing jumps.
 */
export function useIncidentRows(state: RegisterState): IncidentRows {
  const question = useMemo(() => questionOf(state), [state]);
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const shown = useRef<Shown | null>(null);
  // Another question is looked at from its top.
  const place = shown.current?.question === question ? seen : { first: 0, last: 0 };
  const pages = Array.from({ length: place.last - place.first + 1 }, (_, step) => place.first + step);
  const answers = useQueries({
    queries: pages.map((page) => pageOf(question, page)),
  });
  const answered = answers.find(({ data }) => data !== undefined)?.data;
  if (answered && (shown.current?.question !== question || shown.current.total !== answered.total))
    shown.current = { question, total: answered.total };
  const total = shown.current?.total ?? null;
  const version = answers.map(({ dataUpdatedAt }) => dataUpdatedAt).join(' ');
  const asked = shown.current?.question ?? question;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the pages behind the question changed
  const at = useCallback((row: number) => cached(asked, Math.floor(row / PAGE))?.rows[row % PAGE], [asked, version]);
  const order = useMemo(() => Uint32Array.from({ length: total ?? 0 }, (_, row) => row), [total]);
  const onVisible = useCallback((from: number, to: number) => {
    const next = { first: Math.floor(from / PAGE), last: Math.floor(to / PAGE) };
    setSeen((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, []);
  const failed = answers.find(({ error }) => error !== null);
  return {
    total,
    order,
    at,
    onVisible,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  };
}
