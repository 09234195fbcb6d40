import { sayDay } from '../base/calendar';
import { foldedName, isSamePerson } from '../base/person-name';
import { type FourEyesInput, fourEyes } from './four-eyes';

/** Somebody lets a finding stand for a while. */
export interface Acceptance {
  /** First and last day, ISO. */
  readonly on: string | null;
  readonly until: string | null;
  /** '' = nobody is named. */
  readonly by: string;
  readonly reason: string;
}

/** Who made the model, answers for it, or has to put the finding right. */
export type Bound = Omit<FourEyesInput, 'reviewer'> & { readonly findingOwner: string };

/** Why the word of a person does not accept a finding; '' when it does. */
function boundWords(by: string, bound: Bound): string {
  const { state, roles } = fourEyes({ ...bound, reviewer: by });
  if (state === 'broken' && roles.length > 0) return 'made the model or answers for it';
  return isSamePerson(by, bound.findingOwner) ? 'has to put it right' : '';
}

/** Why an acceptance lets nothing stand on a day, as a clause; '' when it does. Without one it says nothing either. */
export function acceptanceLapse({ on, until, by }: Acceptance, bound: Bound, day: string): string {
  if (until === null) return '';
  if (until < day) return `its acceptance ended on ${sayDay(until)}`;
  if (foldedName(by) === '' || on === null) return 'nobody is named who accepted it';
  const why = boundWords(by, bound);
  return why === '' ? '' : `${by}, who accepted it, ${why}`;
}

/** Whether a finding is let be on a day by somebody who may. */
export const isAccepted = (acceptance: Acceptance, bound: Bound, day: string): boolean =>
  acceptance.until !== null &&
  acceptance.on !== null &&
  acceptance.on <= day &&
  acceptanceLapse(acceptance, bound, day) === '';

/** What is wrong with an acceptance that is given; '' when it may be. `openedOn`, `today`: ISO days. */
export function acceptanceProblem(
  { on, until, by, reason }: Acceptance,
  bound: Bound,
  { openedOn, today }: { readonly openedOn: string; readonly today: string },
): string {
  if (until === null) return 'An accepted finding has an end. Say until when it is accepted.';
  if (foldedName(by) === '') return 'Somebody accepts a finding. Say who.';
  if (on === null) return 'Say from which day on it is accepted.';
  if (reason.trim() === '') return 'Say why it may stand until then.';
  if (on < openedOn)
    return `It would be accepted from ${sayDay(on)} on, before it was opened on ${sayDay(openedOn)}. Mend one of the two.`;
  if (on > today) return `${sayDay(on)} is still to come. An acceptance is noted when it is given.`;
  if (until < on)
    return `It would be accepted until ${sayDay(until)}, before its first day ${sayDay(on)}. Mend one of the two.`;
  const why = boundWords(by, bound);
  return why === '' ? '' : `${by} ${why}. Somebody else accepts the finding.`;
}
