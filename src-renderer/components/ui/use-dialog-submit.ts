import { type FormEvent, useState } from 'react';
import { sentenceOf } from '../../client/call';

export interface DialogSubmit {
  /** What stands against it; '' = nothing. */
  readonly failure: string;
  readonly setFailure: (message: string) => void;
  readonly pending: boolean;
  /**
   * What a form does when it is sent. `prepare` answers what is wrong with what was typed, or the work; when that is done the
   * dialog closes, and what it was refused with stands in the dialog.
   */
  readonly sends: (prepare: () => string | (() => Promise<unknown>)) => (event: FormEvent) => void;
}

/** The sending of a form in a dialog. */
export function useDialogSubmit(onClose: () => void): DialogSubmit {
  const [failure, setFailure] = useState('');
  const [pending, setPending] = useState(false);
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    setPending(true);
    try {
      await work();
      onClose();
    } catch (error) {
      setFailure(sentenceOf(error));
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
