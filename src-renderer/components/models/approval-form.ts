import type { Input } from '#contract/index';
import { notationOf, typedDay } from '../../lib/typed';

export interface ApprovalForm {
  readonly approvedBy: string;
  /** As typed; today counts as now. */
  readonly day: string;
  readonly note: string;
  /** Asked for where the day of the next review is a typed one; '' = it goes by the tier. */
  readonly nextReview: string;
}

type Check =
  | { readonly ok: true; readonly input: Input<'models.approve'> }
  | { readonly ok: false; readonly message: string };

/** Checks what can be known here; whether the gate accepts the name is the engine's to judge. */
export const checkApproval = (
  form: ApprovalForm,
  id: string,
  { today, typed }: { readonly today: string; readonly typed: boolean },
  notation = notationOf(),
): Check => {
  const name = form.approvedBy.trim();
  if (name === '') return { ok: false, message: 'Name the person who approved.' };
  if (form.day.trim() === '') return { ok: false, message: 'Choose the day of the approval.' };
  const day = typedDay(form.day, notation);
  if (!day.ok) return day;
  if (day.value > today)
    return { ok: false, message: 'An approval cannot lie in the future: choose today or an earlier day.' };
  const at = day.value === today ? {} : { at: day.value };
  const input = { id, approvedBy: name, note: form.note.trim(), ...at };
  if (!typed) return { ok: true, input };
  if (form.nextReview.trim() === '') return { ok: true, input: { ...input, nextReview: null } };
  const next = typedDay(form.nextReview, notation);
  if (!next.ok) return next;
  if (next.value <= today) return { ok: false, message: 'The next review lies ahead: choose a day after today.' };
  return { ok: true, input: { ...input, nextReview: next.value } };
};
