import type { Did } from '#contract/define';
import type { CommandChannel, Input, Output } from '#contract/index';
import { send } from './call';
import { announce } from './history';

export interface PerformOptions<N extends CommandChannel> {
  /** Nothing is said on success. Only where words would be in the way; whoever sets it says why. */
  readonly quiet?: boolean;
  /** What is said instead of the entry's name, also when nothing had to change. */
  readonly words?: (output: Output<N>) => string;
  /** The newest journal entry that stood on the screen when editing began (`useSeen`); left out: as it is now. */
  readonly seen?: number | undefined;
  /** For a copy that takes over the answer, with the entry that it is true after (`null`: nothing had to change). */
  readonly answered?: (output: Output<N>, did: Did | null) => void;
}

/** Gives a command, says what it did by the name that the journal keeps, and offers to undo it. Rejects with `CallFailed`. */
export async function perform<N extends CommandChannel>(
  channel: N,
  input: Input<N>,
  { quiet = false, words, answered, seen }: PerformOptions<N> = {},
): Promise<Output<N>> {
  const { value, did } = await send(channel, input, seen);
  answered?.(value, did);
  if (!quiet) announce(did, words?.(value));
  return value;
}
