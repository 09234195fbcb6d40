import { type FormEvent, useState } from 'react';
import { refusalOf } from '../../client/call';
import type { PerformOptions } from '../../client/perform';
import { useSeen } from '../../client/seen';

/** What was on the screen when the dialog opened. */
type Before = Pick<PerformOptions<never>, 'seen'>;

export interface DialogSubmit {
  /** What stands against it; '' = nothing. */
  readonly failure: string;
  readonly setFailure: (message: string) => void;
  readonly pending: boolean;
  /**
   * What a form does when it is sent. `prepare` answers what is wrong with what was typed, or the work; when that is done the
   * dialog closes, and what it was refused with stands in the dialog. `before` goes along with a command.
   */
  readonly sends: (prepare: () => string | ((before: Before) => Promise<unknown>)) => (event: FormEvent) => void;
}

/** The sending of a form in a dialog. */
export function useDialogSubmit(onClose: () => void): DialogSubmit {
  const [failure, setFailure] = useState('');
  const [pending, setPending] = useState(false);
  const seen = useSeen();
  const run = async (work: (before: Before) => Promise<unknown>): Promise<void> => {
    setPending(true);
    try {
      await work({ seen });
      onClose();
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null) return onClose();
      setFailure(refusal);
      setPending(false);
    }
  };
  return {
    failure,
    setFailure,
    pending,
    sends: (prepare) => (event) => {
      event.preventDefault();
      const ready = prepare();
      if (typeof ready === 'string') setFailure(ready);
      else void run(ready);
    },
  };
}
