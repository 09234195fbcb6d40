import { instantMs, isCalendarDate, utcDay } from '../base/calendar';
import { type DatePrecision, sayDated } from '../base/period';
import { foldedName, isSamePerson } from '../base/person-name';
import { PRODUCTION_STAGES, STAGE_LABELS, type Stage, type Tier } from '../vocabulary';

export interface ApprovalGates {
  readonly tier1: boolean;
  readonly tier2: boolean;
  readonly tier3: boolean;
}

export interface GivenApproval {
  readonly approvedBy: string;
  /** ISO instant, or a calendar date, which counts for its whole day. */
  readonly at: string;
}

/** When the stage began that a model leaves for production, ISO day; not `known`: the day on which somebody noted it. */
export interface StageBegan {
  readonly on: string;
  readonly known: boolean;
}

export interface GateInput {
  readonly tier: Tier | null;
  readonly gates: ApprovalGates;
  readonly approvals: readonly GivenApproval[];
  /** People who made the model; their own approval does not count. */
  readonly authors: readonly string[];
  /**
   * What else holds a model back on its way into production, as a clause; '' when nothing does. Left out: nothing is asked.
   * @param since when the stage that it leaves began
   */
  readonly heldBack?: ((since: StageBegan | null) => string) | undefined;
}

interface Entry {
  readonly to: Stage;
  readonly at: string | null;
  /** How exactly `at` is known; left out: to the day. */
  readonly precision?: DatePrecision;
  /** ISO: when somebody noted it. */
  readonly recordedAt?: string;
}

const inProduction = (stage: Stage): boolean => PRODUCTION_STAGES.some((known) => known === stage);

/** Whether the gate of the tier is switched on; a model without a tier has none. */
export function isGated(tier: Tier | null, gates: ApprovalGates): boolean {
  return tier !== null && gates[`tier${tier}`];
}

interface Left {
  readonly from: Stage;
  /** The latest known date up to the entry into it. */
  readonly since: Entry | null;
  readonly began: StageBegan | null;
}

/**
 * The entry that an approval must not be older than, or `null` when the move is free: the entry into the stage that the
 * model leaves. A detour over `retired` does not count as a stage, so that it does not walk round the gate.
 */
function entryToApprove(before: readonly Entry[]): Left | null {
  let index = before.length - 1;
  while (before[index]?.to === 'retired') index -= 1;
  const from = before[index]?.to;
  if (from === undefined || inProduction(from)) return null;
  return { from, since: knownSince(before.slice(0, index + 1)), began: began(before[index]) };
}

/** Of a stage of which nobody knows the first day, the day on which it was noted. */
function began(entry: Entry | undefined): StageBegan | null {
  if (entry === undefined) return null;
  if (entry.at !== null) return { on: utcDay(entry.at), known: true };
  return entry.recordedAt === undefined ? null : { on: utcDay(entry.recordedAt), known: false };
}

/** The latest known date: where the entry itself is undated, it cannot be earlier than the dated moves before it. */
const knownSince = (moves: readonly Entry[]): Entry | null => moves.findLast((move) => move.at !== null) ?? null;

/** Since when a model is in the stage that it would leave for production (ISO); `null`: not known, or it is there already. */
export const sinceLeft = (moves: readonly Entry[]): string | null => entryToApprove(moves)?.since?.at ?? null;

/** As `sinceLeft`, for what is asked by the day: a stage whose first day nobody knows began when it was noted, at the latest. */
export const stageLeft = (moves: readonly Entry[]): StageBegan | null => entryToApprove(moves)?.began ?? null;

/** The moves before a model came into production for the last time, a detour over `retired` not counted; all, where it never did. */
export function beforeProduction<M extends Entry>(moves: readonly M[]): readonly M[] {
  const outside = moves.findLastIndex(({ to }) => to !== 'retired' && !inProduction(to));
  const entry = moves.findIndex(({ to }, index) => index > outside && inProduction(to));
  return entry === -1 ? moves : moves.slice(0, entry);
}

/** Whether a named person gave an approval since the stage began that a model leaves for production (ISO; `null`: not known). */
export function isOfStage(approval: GivenApproval, since: string | null): boolean {
  if (foldedName(approval.approvedBy) === '') return false;
  if (since === null) return true;
  if (isCalendarDate(approval.at)) return approval.at >= utcDay(since);
  return instantMs(approval.at) >= instantMs(since);
}

/** Whether somebody who made the model gave an approval; such a one does not count. */
export const isByAuthor = (approvedBy: string, authors: readonly string[]): boolean =>
  authors.some((author) => isSamePerson(author, approvedBy));

/**
 * Why the gate of rules.md 1 holds the move back; '' when it does not.
 * @param before the model's moves up to the point where the new one is inserted, in their order
 * @param to the stage to move to; only a stage in production is gated
 */
export function gateMessage(before: readonly Entry[], to: Stage, input: GateInput): string {
  if (!inProduction(to)) return '';
  const entry = entryToApprove(before);
  if (!entry) return '';
  const leaves = `${input.tier === null ? 'The' : `A tier ${input.tier}`} model does not go from ${STAGE_LABELS[entry.from]} to ${STAGE_LABELS[to]}`;
  const without = isGated(input.tier, input.gates) ? withoutApproval(entry.since, input) : '';
  const held = input.heldBack?.(entry.began) ?? '';
  if (without === '' && held === '') return '';
  return [without && `${leaves} ${without}`, held && (without ? `Besides, ${held}.` : `${leaves}: ${held}.`)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function withoutApproval(entry: Entry | null, input: GateInput): string {
  const recent = input.approvals.filter((approval) => isOfStage(approval, entry?.at ?? null));
  if (recent.some((approval) => !isByAuthor(approval.approvedBy, input.authors))) return '';
  if (recent.length > 0) return 'on the approval of its own author; record an approval by somebody else first.';
  const at = entry?.at ?? null;
  const precision = entry?.precision ?? 'day';
  const since = at === null || input.approvals.length === 0 ? '' : ` since ${sayDated({ at, precision })}`;
  return `without an approval; record one by somebody other than the author${since && ` given${since}`} first.`;
}
