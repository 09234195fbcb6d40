import { type FormEvent, type ReactNode, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { perform } from '../../../client/perform';
import { useDialogSubmit } from '../../../components/ui/use-dialog-submit';
import { Accept, Problems, useChecked } from './accepting';
import { nameOf, type Pack } from './pack-page-words';

export interface PackForm {
  readonly failure: string;
  readonly pending: boolean;
  readonly submit: (event: FormEvent) => void;
  /** What is wrong with the pack as it is typed, and what it would do to others. */
  readonly notes: ReactNode;
  readonly touch: () => void;
}

/**
 * Keeping an own pack as it was changed in a form.
 *
 * @param given the pack as typed, or why what was typed is none
 */
export function usePackForm(was: Pack, given: Pack | string, onClose: () => void): PackForm {
  const navigate = useNavigate();
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const [accepted, setAccepted] = useState(false);
  const checked = useChecked({ ...(typeof given === 'string' ? was : given) }, nameOf(was));
  const moves = checked?.moves === true;
  const submit = sends(() => {
    if (typeof given === 'string') return given;
    if (checked?.problems.length) return 'Mend what stands above first.';
    if (moves && !accepted) return 'Say that it is meant that others count otherwise.';
    return async (before) => {
      const { pack } = await perform('packs.save', { given: { ...given }, was: nameOf(was), accepted }, before);
      if (pack !== nameOf(was)) await navigate({ to: '/governance/packs/$pack', params: { pack } });
    };
  });
  const notes =
    checked === null || typeof given === 'string' ? null : (
      <>
        <Problems problems={checked.problems} />
        {moves ? <Accept checked={checked} accepted={accepted} put={setAccepted} /> : null}
      </>
    );
  return { failure, pending, submit, notes, touch: () => setFailure('') };
}
