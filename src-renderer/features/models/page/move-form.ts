import type { Input } from '#contract/index';
import type { ReleaseChange } from '#domain/models/release-changes';
import { STAGE_LABELS, STAGES, type Stage } from '#domain/vocabulary';
import { notationOf, typedDay } from '../../../lib/typed';
import type { AllowedMove, Model } from './model-types';

export interface MoveForm {
  readonly to: Stage;
  /** As typed; today's date counts as now. */
  readonly day: string;
  readonly reason: string;
  readonly version: string;
  /** What the release changes. */
  readonly changed: readonly ReleaseChange[];
  /** Id of the model that takes over, '' for none. */
  readonly replacedBy: string;
}

export type MoveCheck =
  | { readonly ok: true; readonly input: Input<'models.move'> }
  | { readonly ok: false; readonly field: 'day' | 'reason' | 'version' | 'replacedBy'; readonly message: string };

export interface MoveChoices {
  readonly usual: readonly AllowedMove[];
  readonly corrections: readonly AllowedMove[];
}

/** The menu: what usually comes next first, everything else as a correction, both in the order of the lifecycle. */
export const moveChoices = (allowed: readonly AllowedMove[]): MoveChoices => {
  const ordered = [...allowed].sort((a, b) => STAGES.indexOf(a.to) - STAGES.indexOf(b.to));
  return { usual: ordered.filter((move) => move.usual), corrections: ordered.filter((move) => !move.usual) };
};

export const emptyMoveForm = (to: Stage, today: string): MoveForm => ({
  to,
  day: today,
  reason: '',
  version: '',
  changed: [],
  replacedBy: '',
});

/** What the dialog starts with, where it is opened for more than the stage. */
export type MoveStart = Partial<Pick<MoveForm, 'day' | 'reason'>>;

/** A version goes live with a deployment; a replacement is named when a model retires. */
export const asksVersion = (to: Stage): boolean => to === 'deployed';
export const asksReplacement = (to: Stage): boolean => to === 'retired';

/** Checks what can be known here; dates against the model's history are the engine's to judge. */
export const checkMove = (
  form: MoveForm,
  model: Pick<Model, 'id' | 'allowedMoves'> & Partial<Pick<Model, 'stage'>>,
  today: string,
  notation = notationOf(),
): MoveCheck => {
  const allowed = model.allowedMoves.find((move) => move.to === form.to);
  if (form.day.trim() === '')
    return { ok: false, field: 'day', message: 'Choose the day on which the move took effect.' };
  const day = typedDay(form.day, notation);
  if (!day.ok) return { ok: false, field: 'day', message: day.message };
  if (day.value > today)
    return { ok: false, field: 'day', message: 'A move cannot lie in the future: choose today or an earlier day.' };
  const reason = form.reason.trim();
  if (allowed?.usual !== true && reason === '')
    return {
      ok: false,
      field: 'reason',
      message: `A move to ${STAGE_LABELS[form.to]} is not usual from here: say why it is made.`,
    };
  if (form.replacedBy === model.id)
    return { ok: false, field: 'replacedBy', message: 'A model cannot be replaced by itself: choose another one.' };
  const version = form.version.trim();
  if (model.stage === form.to && version === '')
    return {
      ok: false,
      field: 'version',
      message: 'Name the version that goes live: the model is in this stage already.',
    };
  return {
    ok: true,
    input: {
      id: model.id,
      to: form.to,
      ...(day.value === today ? {} : { at: day.value }),
      ...(reason === '' ? {} : { reason }),
      ...(asksVersion(form.to) && version !== '' ? { version } : {}),
      ...(asksVersion(form.to) && form.changed.length > 0 ? { changed: [...form.changed] } : {}),
      ...(asksReplacement(form.to) && form.replacedBy !== '' ? { replacedBy: form.replacedBy } : {}),
    },
  };
};
