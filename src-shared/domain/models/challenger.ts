import { daysPassed, instantMs, sayDay, utcDay } from '../base/calendar';
import { counted } from '../base/wording';
import type { ChallengerMode } from '../vocabulary';

/** A challenger without a day to decide by is asked about after this long. */
export const UNDECIDED_DAYS = 90;

export interface RunningChallenger {
  readonly startedAt: string;
  readonly decideBy: string | null;
  readonly endedAt: string | null;
}

/** Whether it runs on a day (ISO), and without a decision for too long: past its day, or for more than 90 days without one. */
export function challengerStanding(
  { startedAt, decideBy, endedAt }: RunningChallenger,
  day: string,
): { readonly running: boolean; readonly days: number; readonly undecided: boolean } {
  const begun = utcDay(startedAt) <= day;
  const running = begun && (endedAt === null || utcDay(endedAt) > day);
  const until = endedAt !== null && utcDay(endedAt) < day ? utcDay(endedAt) : day;
  const days = begun ? daysPassed(startedAt, until) : 0;
  const late = decideBy === null ? days > UNDECIDED_DAYS : decideBy < day;
  return { running, days, undecided: running && late };
}

export interface ChallengerWish {
  readonly version: string;
  readonly mode: ChallengerMode;
  readonly share: number | null;
  readonly at: string;
  readonly decideBy: string | null;
}

/** Why it cannot run like this, in a sentence; `null`: it can. */
export function challengerProblem(
  wish: ChallengerWish,
  model: { readonly inProduction: boolean; readonly live: string; readonly running: readonly string[] },
  now: string,
): string | null {
  const key = (text: string): string => text.trim().toLowerCase();
  if (!model.inProduction) return 'A challenger runs beside a version that is live: the model is not in production.';
  if (key(wish.version) === key(model.live))
    return `Version ${model.live} is the one that is live. Name the version that runs beside it.`;
  if (model.running.some((one) => key(one) === key(wish.version)))
    return `Version ${wish.version} runs as a challenger already. Promote it or give it up first.`;
  if (wish.mode === 'split' && (wish.share === null || wish.share <= 0 || wish.share >= 1))
    return 'Say on what share of the traffic it runs: more than 0 % and less than 100 %.';
  if (wish.mode === 'shadow' && wish.share !== null)
    return 'In the shadow a version answers nobody, so it has no share of the traffic. Leave the share out.';
  if (instantMs(wish.at) > instantMs(now))
    return 'A challenger is recorded once it runs: choose today or an earlier day.';
  if (wish.decideBy !== null && wish.decideBy <= utcDay(wish.at))
    return `It cannot be decided by ${sayDay(wish.decideBy)} when it began on ${sayDay(wish.at)}. Choose a later day.`;
  return null;
}

/** `5.2 in the shadow`, `5.2 on 10 % of the traffic`. */
export function sayChallenger({
  version,
  mode,
  share,
}: {
  readonly version: string;
  readonly mode: ChallengerMode;
  readonly share: number | null;
}): string {
  if (mode === 'shadow' || share === null) return `${version} in the shadow`;
  return `${version} on ${Number((share * 100).toPrecision(3))} % of the traffic`;
}

export const sayRunning = (days: number): string => (days === 0 ? 'since today' : `for ${counted(days, 'day')}`);
