import { useCallback, useState } from 'react';
import type { Channel, Input, Output } from '#contract/index';
import { notifyFailure } from '../components/ui/notify';
import { call, sentenceOf } from './call';
import { announceChange } from './history';

export interface CommandOptions {
  /** No toast on success: the screen itself shows that it worked. Failures are always shown. */
  readonly quiet?: boolean;
}

export interface Command<N extends Channel> {
  /** Answers the result, or null when it failed; the failure has then been shown. */
  readonly run: (input: Input<N>) => Promise<Output<N> | null>;
  readonly pending: boolean;
}

const UNDOABLE = /^(drift|models|imports|incidents|settings|views|portfolio)\./;

/** A command of the engine for a button or a form, with a toast that offers Undo. */
export function useCommand<N extends Channel>(channel: N, options: CommandOptions = {}): Command<N> {
  const [running, setRunning] = useState(0);
  const quiet = options.quiet ?? false;
  const run = useCallback(
    async (input: Input<N>): Promise<Output<N> | null> => {
      setRunning((count) => count + 1);
      try {
        const output = await call(channel, input);
        if (!quiet && UNDOABLE.test(channel)) void announceChange();
        return output;
      } catch (error) {
        notifyFailure(sentenceOf(error));
        return null;
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [channel, quiet],
  );
  return { run, pending: running > 0 };
}
