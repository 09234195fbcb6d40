import { QueryClient } from '@tanstack/react-query';
import type { EngineEvent } from '#contract/events';
import { isStale } from './topics';
import { transport } from './transport';

/** Copies stay good until the engine says that their facts changed; nothing is fetched on a timer. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

const listeners = new Set<(event: EngineEvent) => void>();

/** Engine events for whoever shows them (progress, restarts); answers the way to stop. */
export function onEngineEvent(listener: (event: EngineEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Starts to listen; called once by main. */
export function followEngine(): void {
  const everything = (): void => void queryClient.invalidateQueries();
  transport.subscribe((event) => {
    if (event.type === 'data.changed') {
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => isStale(String(queryKey[0]), event.topics) });
    }
    if (event.type === 'engine.state' && event.state === 'ready') everything();
    for (const listener of listeners) listener(event);
  }, everything);
}
