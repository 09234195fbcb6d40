import type { Input } from '#contract/index';
import type { LevelsAbove } from '#domain/scenarios/options/calibration';
import { type Notation, notationOf, typedDay, typedNumber } from '../../../lib/typed';

/** The answer to the question of people while it is being written. */
export interface PeopleForm {
  readonly least: string;
  readonly likely: string;
  readonly most: string;
  readonly by: string;
  readonly day: string;
  readonly above: LevelsAbove;
}

export type Answered = Omit<Input<'scenarios.calibrate'>, 'id'>;

const PEOPLE = { min: 0, max: 100_000, whole: false } as const;
const NUMBERS = [
  ['least', 'Least'],
  ['likely', 'Most likely'],
  ['most', 'Most'],
] as const;

/** What was typed as an answer, or the sentence that says what to write. An end that is left empty is the likely number. */
export function answerOf(form: PeopleForm, notation: Notation = notationOf()): Answered | string {
  const { by, day, above } = form;
  if (form.likely.trim() === '') return 'Write how many people it most likely took.';
  const read = new Map<string, number>();
  for (const [key, name] of NUMBERS) {
    const text = form[key].trim() === '' ? form.likely : form[key];
    const number = typedNumber(text, PEOPLE, notation);
    if (!number.ok) return `${name}: ${number.message}`;
    read.set(key, number.value);
  }
  const [least = 0, likely = 0, most = 0] = [...read.values()];
  if (least > likely || likely > most) return 'Write the least first and the most last.';
  if (by.trim() === '') return 'Write who says so: without a name nobody can ask back.';
  const on = typedDay(day, notation);
  if (!on.ok) return `On which day: ${on.message}`;
  return { least, likely, most, by: by.trim(), day: on.value, above };
}

/** The likely number alone, for what it would come to while the rest is not written yet. */
export function likelyOf(form: PeopleForm, notation: Notation = notationOf()): number | null {
  const read = typedNumber(form.likely, PEOPLE, notation);
  return form.likely.trim() !== '' && read.ok ? read.value : null;
}
