import { QueryClient, type QueryKey } from '@tanstack/react-query';
import type { EngineEvent } from '#contract/events';
import type { Input, Output, QueryChannel } from '#contract/index';
import { ask } from './call';
import { keepFresh } from './keep-fresh';
import { seen } from './seen';
import { transport } from './transport';

/** Copies stay good until the engine says that what they rest on changed; nothing is fetched on a timer. */
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

const freshness = keepFresh(queryClient, seen);

/** Asks the engine for the copy of a key. Every `queryFn` asks by this, so that the copy knows what it rests on. */
export async function askFor<N extends QueryChannel>(
  queryKey: QueryKey,
  channel: N,
  input: Input<N>,
): Promise<Output<N>> {
  const { value, reads } = await ask(channel, input);
  freshness.noteReads(queryKey, reads);
  return value;
}

/** The copy of one channel's answer: its key, and how it is fetched. */
export const channelQuery = <N extends QueryChannel>(channel: N, input: Input<N>) => {
  const queryKey = [channel, input] as const;
  return { queryKey, queryFn: () => askFor(queryKey, channel, input) };
};

const listeners = new Set<(event: EngineEvent) => void>();

/** Engine events for whoever shows them (progress, restarts); answers the way to stop. */
export function onEngineEvent(listener: (event: EngineEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Starts to listen; called once by main. */
export function followEngine(): void {
  transport.subscribe((event) => {
    if (event.type === 'data.changed') freshness.take(event);
    if (event.type === 'engine.state' && event.state === 'ready') freshness.missed();
    for (const listener of listeners) listener(event);
  }, freshness.missed);
}
