import type { Input } from '#contract/index';

export interface ApprovalForm {
  readonly approvedBy: string;
  /** YYYY-MM-DD; today counts as now. */
  readonly day: string;
  readonly note: string;
}

type Check =
  | { readonly ok: true; readonly input: Input<'models.approve'> }
  | { readonly ok: false; readonly message: string };

/** Checks what can be known here; whether the gate accepts the name is the engine's to judge. */
export const checkApproval = ({ approvedBy, day, note }: ApprovalForm, id: string, today: string): Check => {
  const name = approvedBy.trim();
  if (name === '') return { ok: false, message: 'Name the person who approved.' };
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day)) return { ok: false, message: 'Choose the day of the approval.' };
  if (day > today)
    return { ok: false, message: 'An approval cannot lie in the future: choose today or an earlier day.' };
  return { ok: true, input: { id, approvedBy: name, note: note.trim(), ...(day === today ? {} : { at: day }) } };
};
