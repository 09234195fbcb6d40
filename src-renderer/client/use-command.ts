import { useCallback, useRef, useState } from 'react';
import type { CommandChannel, Input, Output } from '#contract/index';
import { notifyFailure } from '../components/ui/notify';
import { refusalOf, waitsForPassphrase } from './call';
import { type PerformOptions, perform } from './perform';

export interface Command<N extends CommandChannel> {
  /**
   * Answers the result, or null when it failed; the failure has then been shown.
   *
   * @param seen the newest journal entry that stood on the screen when editing began; left out: as it is now
   */
  readonly run: (input: Input<N>, seen?: number) => Promise<Output<N> | null>;
  readonly pending: boolean;
}

/** A command of the engine for a button or a form: what it did is said and can be undone, what it could not is said too. */
export function useCommand<N extends CommandChannel>(channel: N, options: PerformOptions<N> = {}): Command<N> {
  const [running, setRunning] = useState(0);
  // `run` stays the same function however often its owner is drawn.
  const latest = useRef(options);
  latest.current = options;
  const run = useCallback(
    async (input: Input<N>, seen?: number): Promise<Output<N> | null> => {
      setRunning((count) => count + 1);
      try {
        return await perform(channel, input, { seen, ...latest.current });
      } catch (error) {
        const refusal = waitsForPassphrase(error) ? null : refusalOf(error);
        if (refusal !== null) notifyFailure(refusal);
        return null;
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [channel],
  );
  return { run, pending: running > 0 };
}
