import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Input, Output, QueryChannel } from '#contract/index';
import type { CallFailed } from './call';
import { channelQuery } from './query-client';

export interface ChannelOptions {
  /** Default true. */
  readonly enabled?: boolean;
  /** Default true: while another input loads, the answer of the last one stays, so that nothing jumps. */
  readonly keepPrevious?: boolean;
}

/** The engine's answer to a query, kept up to date by its events. */
export function useChannel<N extends QueryChannel>(
  channel: N,
  input: Input<N>,
  options: ChannelOptions = {},
): UseQueryResult<Output<N>, CallFailed> {
  const result = useQuery<unknown, CallFailed>({
    ...channelQuery(channel, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === false ? {} : { placeholderData: keepPreviousData<unknown> }),
  });
  // The library cannot follow the channel's type through its options; `call` has typed the data already.
  return result as UseQueryResult<Output<N>, CallFailed>;
}
