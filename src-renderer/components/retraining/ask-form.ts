import type { Input } from '#contract/index';
import { notationOf, typedDay } from '../../lib/typed';

/** As typed. */
export interface AskForm {
  readonly modelId: string | null;
  readonly reason: string;
  readonly owner: string;
  readonly until: string;
}

type Check =
  | { readonly ok: true; readonly input: Input<'drift.askRetraining'> }
  | { readonly ok: false; readonly message: string };

/** Checks what can be known here; with a name and a day work begins at once, without either it waits for somebody. */
export function checkAsk(form: AskForm, today: string, notation = notationOf()): Check {
  const { modelId } = form;
  const reason = form.reason.trim();
  const owner = form.owner.trim();
  if (modelId === null) return { ok: false, message: 'Choose the model.' };
  if (reason === '') return { ok: false, message: 'Say why: it is asked for with its reason.' };
  if (owner === '' && form.until.trim() === '') return { ok: true, input: { modelId, reason } };
  if (owner === '') return { ok: false, message: 'Say who does it, or leave the day out.' };
  if (form.until.trim() === '') return { ok: false, message: 'Say until when, or leave the name out.' };
  const until = typedDay(form.until, notation);
  if (!until.ok) return until;
  if (until.value < today) return { ok: false, message: 'It cannot be live by a day that has passed.' };
  return { ok: true, input: { modelId, reason, owner, until: until.value } };
}
