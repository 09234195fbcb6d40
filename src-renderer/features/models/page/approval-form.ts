import type { Input } from '#contract/index';
import { notationOf, typedDay } from '../../../lib/typed';

export interface ApprovalForm {
  readonly approvedBy: string;
  /** As typed; today counts as now. */
  readonly day: string;
  readonly note: string;
}

type Check =
  | { readonly ok: true; readonly input: Input<'models.approve'> }
  | { readonly ok: false; readonly message: string };

/** Checks what can be known here; whether the gate accepts the name is the engine's to judge. */
export const checkApproval = (form: ApprovalForm, id: string, today: string, notation = notationOf()): Check => {
  const name = form.approvedBy.trim();
  if (name === '') return { ok: false, message: 'Name the person who approved.' };
  if (form.day.trim() === '') return { ok: false, message: 'Choose the day of the approval.' };
  const day = typedDay(form.day, notation);
  if (!day.ok) return day;
  if (day.value > today)
    return { ok: false, message: 'An approval cannot lie in the future: choose today or an earlier day.' };
  const at = day.value === today ? {} : { at: day.value };
  return { ok: true, input: { id, approvedBy: name, note: form.note.trim(), ...at } };
};
