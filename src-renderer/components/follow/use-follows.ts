import type { Output } from '#contract/index';
import { useCommand } from '../../client/use-command';
import { useChannel } from '../../client/use-query';

export interface Follow {
  /** `undefined`: not known yet. */
  readonly follows: Output<'overview.follows'> | undefined;
  readonly set: (kind: 'model' | 'incident', id: string, on: boolean) => void;
}

/** What this person follows in the open portfolio, on this computer. */
export function useFollows(): Follow {
  const { data } = useChannel('overview.follows', {});
  const { run } = useCommand('overview.follow');
  return { follows: data, set: (kind, id, on) => void run({ kind, id, on }) };
}
