import type { Input } from '#contract/index';
import { notationOf, typedDay } from '../../lib/typed';

/** What a person can say of an open item. */
export const RETRAINING_STEPS = ['start', 'live', 'against'] as const;
export type RetrainingStep = (typeof RETRAINING_STEPS)[number];

/** As typed. */
export interface RetrainingForm {
  readonly step: RetrainingStep;
  readonly owner: string;
  readonly until: string;
  readonly version: string;
  /** When the version went live; of one that is a release already it is not asked. */
  readonly day: string;
  readonly reason: string;
}

export type RetrainingCheck =
  | { readonly ok: true; readonly channel: 'drift.startRetraining'; readonly input: Input<'drift.startRetraining'> }
  | { readonly ok: true; readonly channel: 'drift.resolve'; readonly input: Input<'drift.resolve'> }
  | { readonly ok: false; readonly field: keyof RetrainingForm; readonly message: string };

/** Checks what can be known here; the model's history is the engine's to judge. */
export function checkRetraining(
  id: string,
  form: RetrainingForm,
  { today, isRelease }: { readonly today: string; readonly isRelease: boolean },
  notation = notationOf(),
): RetrainingCheck {
  const owner = form.owner.trim();
  const reason = form.reason.trim();
  if (form.step === 'live') {
    const version = form.version.trim();
    if (version === '') return { ok: false, field: 'version', message: 'Name the version that went live.' };
    const day = typedDay(form.day, notation);
    if (!isRelease && !day.ok) return { ok: false, field: 'day', message: day.message };
    const at = isRelease || !day.ok || day.value === today ? {} : { at: day.value };
    return { ok: true, channel: 'drift.resolve', input: { id, outcome: 'live', version, note: reason, ...at } };
  }
  if (form.step === 'start' && owner === '')
    return { ok: false, field: 'owner', message: 'Say who trains the model again.' };
  if (form.step === 'against' && reason === '')
    return { ok: false, field: 'reason', message: 'Say why: the decision is kept with its reason.' };
  if (form.until.trim() === '') return { ok: false, field: 'until', message: 'Choose the day.' };
  const until = typedDay(form.until, notation);
  if (!until.ok) return { ok: false, field: 'until', message: until.message };
  return form.step === 'start'
    ? { ok: true, channel: 'drift.startRetraining', input: { id, owner, until: until.value } }
    : { ok: true, channel: 'drift.resolve', input: { id, outcome: 'against', note: reason, until: until.value } };
}
