import { hashKey, type Query, type QueryClient, type QueryKey } from '@tanstack/react-query';
import type { EngineEvent } from '#contract/events';
import { ownForms } from '#domain/base/forms';
import { rewritten } from '#domain/base/rewritten';
import { ChangeLog, isStale } from './freshness';
import { type SeenEntry, seenEntry } from './seen';

type Changed = EngineEvent & { type: 'data.changed' };

export interface Freshness {
  /** An answer that goes into the copy of this key rests on these sources. */
  readonly noteReads: (queryKey: QueryKey, reads: readonly string[]) => void;
  /** Has every copy fetched again that rests on what changed, once it is looked at. */
  readonly take: (event: Changed) => void;
  /** Events may have been missed: everything is fetched again. */
  readonly missed: () => void;
}

export const HISTORY: QueryKey = ['history.state', {}];

type Step = NonNullable<Changed['entry']>['undo'];

const inOwnForms = (step: Step): Step => step && { ...step, label: rewritten(step.label, ownForms()) };

/** Keeps a cache of answers true by what the engine says they rest on; there is no list of who shows what. */
export function keepFresh(queryClient: QueryClient, seen: SeenEntry = seenEntry()): Freshness {
  /** By the hash of the key. Of a copy that is not here nothing is known, so anything may make it stale. */
  const readsOf = new Map<string, ReadonlySet<string>>();
  const changes = new ChangeLog();
  /** Where the log stood when the running fetch of a copy began. */
  const begun = new Map<string, number>();
  const historyHash = hashKey(HISTORY);

  /** The screen shows the newest entry once nothing is being fetched any more. */
  const lookWhetherShown = (): void => {
    if (queryClient.isFetching() === 0) seen.settled();
  };
  seen.onFetched(lookWhetherShown);

  /** A change while the answer was on its way: it may be of the time before it. */
  const refetchIfOvertaken = ({ queryHash, queryKey }: Query): void => {
    const mark = begun.get(queryHash);
    begun.delete(queryHash);
    if (mark !== undefined && changes.changedSince(mark, readsOf.get(queryHash)))
      void queryClient.invalidateQueries({ queryKey, exact: true });
  };

  queryClient.getQueryCache().subscribe((event) => {
    const { query } = event;
    if (event.type === 'removed') {
      readsOf.delete(query.queryHash);
      begun.delete(query.queryHash);
    }
    if (event.type !== 'updated') return;
    if (event.action.type === 'fetch') begun.set(query.queryHash, changes.mark());
    // What is put into the copy by hand leaves the fetch running.
    if (event.action.type === 'success' && !event.action.manual) refetchIfOvertaken(query);
    if (event.action.type === 'error') refetchIfOvertaken(query);
    if (query.queryHash === historyHash && event.action.type === 'success' && !event.action.manual)
      // The query of this very channel.
      seen.told((query.state.data as { readonly seq: number }).seq);
    if (event.action.type !== 'fetch') lookWhetherShown();
  });

  return {
    noteReads: (queryKey, reads) => {
      const hash = hashKey(queryKey);
      readsOf.set(hash, new Set([...(readsOf.get(hash) ?? []), ...reads]));
    },
    take: ({ changed, entry }) => {
      changes.note(changed);
      // What can be undone now comes with the entry: it need not be asked for after every change.
      // An event goes to every reader alike: its words get their forms here.
      if (entry) {
        const { seq, undo, redo } = entry;
        queryClient.setQueryData(HISTORY, { seq, undo: inOwnForms(undo), redo: inOwnForms(redo) });
      } else if (changed === null || changed.includes('workspace')) seen.told(null);
      void queryClient.invalidateQueries({
        predicate: ({ queryHash, state }) =>
          state.fetchStatus === 'idle' &&
          !(entry && queryHash === historyHash) &&
          isStale(readsOf.get(queryHash), changed),
      });
      if (entry) seen.told(entry.seq);
      lookWhetherShown();
    },
    missed: () => {
      changes.note(null);
      seen.told(null);
      void queryClient.invalidateQueries();
    },
  };
}
