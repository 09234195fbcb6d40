import { instantMs, utcDay } from '../base/calendar';
import type { Stage } from '../vocabulary';
import type { RetrainingOutcome, RetrainingState } from './vocabulary';

/** What is kept of one item. Instants and days are ISO. */
export interface RetrainingStory {
  readonly openedAt: string;
  readonly startedAt: string | null;
  /** Who does it; '' = nobody was named. */
  readonly owner: string;
  /** The day until which it is to be live. */
  readonly until: string | null;
  readonly resolvedAt: string | null;
  readonly note: string;
  /** `null` of an item that is over: nobody was asked, or, by its note, a rule ended it. */
  readonly outcome: RetrainingOutcome | null;
  /** The last day for which a decision against holds. */
  readonly againstUntil: string | null;
}

/** What of the model bears on where an item stands. */
export interface RetrainingModel {
  readonly stage: Stage;
  readonly stageSince: string | null;
  /** Whether its newest results are at act. */
  readonly atAct: boolean;
  /** No later item of the model. */
  readonly isLast: boolean;
}

export interface RetrainingStanding {
  readonly state: RetrainingState;
  /** When work began: as it was said, else when the model came into the stage Retraining with the item open. */
  readonly startedAt: string | null;
  /** Somebody still has to do something: due, in work, or a decision has run out. */
  readonly open: boolean;
  /** In work, and the day until which it was to be live has passed. */
  readonly overdue: boolean;
}

/**
 * Where an item stands on a day (ISO); rules.md 6.
 * @param model as it was on that day
 */
export function retrainingStanding(item: RetrainingStory, model: RetrainingModel, day: string): RetrainingStanding {
  const happened = (at: string | null): at is string => at !== null && utcDay(at) <= day;
  if (happened(item.resolvedAt)) {
    const outcome = outcomeOf(item);
    const ranOut =
      outcome === 'against' && item.againstUntil !== null && item.againstUntil < day && model.isLast && model.atAct;
    return { state: ranOut ? 'ran_out' : outcome, startedAt: item.startedAt, open: ranOut === true, overdue: false };
  }
  if (model.stage === 'retired') return { state: 'retired', startedAt: item.startedAt, open: false, overdue: false };
  const started = happened(item.startedAt) ? item.startedAt : inStage(item, model);
  return {
    state: started === null ? 'due' : 'in_work',
    startedAt: started,
    open: true,
    overdue: started !== null && item.until !== null && item.until < day,
  };
}

/** The note of an item that a changed band or rule ended: before outcomes were kept, it alone says so. */
export const NO_GROUND_NOTE = 'A band or the rule was changed: by it, these windows do not ask for retraining.';

/** How an item that is over ended. */
export const outcomeOf = ({ outcome, note }: Pick<RetrainingStory, 'outcome' | 'note'>): RetrainingOutcome =>
  outcome ?? (note === NO_GROUND_NOTE ? 'no_ground' : 'not_said');

/** Moved to Retraining without a word on the item: somebody works on it, nobody has said who and until when. */
function inStage(item: RetrainingStory, model: RetrainingModel): string | null {
  if (model.stage !== 'retraining' || model.stageSince === null) return null;
  return instantMs(model.stageSince) < instantMs(item.openedAt) ? item.openedAt : model.stageSince;
}

export interface RetrainingCounts {
  /** Waits for somebody: due, or a decision has run out. */
  readonly due: number;
  readonly inWork: number;
  /** Of those in work. */
  readonly overdue: number;
}

/** The one count of open items: attention, overview, reports and lists take it from here. */
export function countRetraining(
  items: readonly Pick<RetrainingStanding, 'state' | 'open' | 'overdue'>[],
): RetrainingCounts {
  const inWork = items.filter(({ state }) => state === 'in_work');
  return {
    due: items.filter(({ state, open }) => open && state !== 'in_work').length,
    inWork: inWork.length,
    overdue: inWork.filter(({ overdue }) => overdue).length,
  };
}

export interface RetrainingProblem {
  readonly code: 'owner_needed' | 'until_in_past' | 'start_before_due' | 'in_future' | 'reason_needed' | 'until_needed';
  readonly message: string;
}

/** Why work cannot be said to have begun like this; `null`: it can. */
export function startProblem(
  item: Pick<RetrainingStory, 'openedAt'>,
  wish: { readonly owner: string; readonly until: string; readonly at: string },
  now: string,
): RetrainingProblem | null {
  if (wish.owner.trim() === '')
    return { code: 'owner_needed', message: 'Say who trains the model again: retraining in work has a name.' };
  if (instantMs(wish.at) > instantMs(now))
    return { code: 'in_future', message: 'Work is recorded once it has begun: choose today or an earlier day.' };
  if (utcDay(wish.at) < utcDay(item.openedAt))
    return {
      code: 'start_before_due',
      message: `Work cannot have begun on ${utcDay(wish.at)}, before retraining was asked for on ${utcDay(item.openedAt)}. Choose that day or a later one.`,
    };
  if (wish.until < utcDay(wish.at))
    return {
      code: 'until_in_past',
      message: `It cannot be live by ${wish.until} when work began on ${utcDay(wish.at)}. Choose a later day.`,
    };
  return null;
}

/** Why it cannot be decided against like this; `null`: it can. */
export function againstProblem(
  wish: { readonly reason: string; readonly until: string | null },
  now: string,
): RetrainingProblem | null {
  if (wish.reason.trim() === '')
    return {
      code: 'reason_needed',
      message: 'Say why the model is not trained again: the decision is kept with its reason.',
    };
  if (wish.until === null)
    return {
      code: 'until_needed',
      message: 'Say until which day the decision holds: it comes back then, if the model is still at act.',
    };
  if (wish.until <= utcDay(now))
    return {
      code: 'until_in_past',
      message: `The decision cannot hold until ${wish.until}: choose a day after today.`,
    };
  return null;
}

/** A release that may have resolved what is open: the first that went live after it was asked for. */
export interface OfferedRelease {
  readonly moveId: string;
  readonly version: string;
  readonly at: string;
}

/** The first release that went live since something was opened; `null`: none. It is offered, and closes nothing by itself. */
export function offeredRelease(
  releases: readonly { readonly id: string; readonly version: string; readonly at: string | null }[],
  since: string,
): OfferedRelease | null {
  let first: OfferedRelease | null = null;
  for (const { id, version, at } of releases)
    if (at !== null && version !== '' && instantMs(at) >= instantMs(since))
      if (first === null || instantMs(at) < instantMs(first.at)) first = { moveId: id, version, at };
  return first;
}
