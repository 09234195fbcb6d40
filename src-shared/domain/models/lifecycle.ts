import { daysFromTo, instantMs, sayDay, sayInstant, utcDay } from '../base/calendar';
import { coarser, type DatePrecision, sayDated } from '../base/period';
import { oneOf } from '../base/wording';
import { PRODUCTION_STAGES, STAGE_LABELS, STAGES, type Stage, type Tier } from '../vocabulary';
import { type ApprovalGates, type GivenApproval, gateMessage, type GateInput } from './approval-gate';

export interface LifecycleMove {
  readonly id: string;
  readonly to: Stage;
  /** ISO instant; `null`: the stage is known, its date is not. */
  readonly at: string | null;
  readonly version: string;
  readonly correction: boolean;
  /** How exactly `at` is known; left out: to the day. */
  readonly precision?: DatePrecision;
  /** `false`: a move to `deployed` of which nobody said whether the model is monitored there. */
  readonly saysMonitoring?: boolean;
  /** ISO: when somebody noted it. */
  readonly recordedAt?: string;
}

/** What follows from the moves and is never typed; `null` = not known. Instants are ISO, as they were recorded. */
export interface Derived {
  readonly stage: Stage;
  readonly stageSince: string | null;
  readonly firstDevelopmentAt: string | null;
  readonly firstDeployedAt: string | null;
  readonly version: string;
  readonly versionSince: string | null;
  /** Fractional days from the first development to the first deployment. */
  readonly timeToProductionDays: number | null;
  readonly lastMoveAt: string | null;
  readonly stageSincePrecision: DatePrecision;
  readonly firstDeployedPrecision: DatePrecision;
  readonly versionSincePrecision: DatePrecision;
  /** The coarser one of the two days that the time to production lies between. */
  readonly timeToProductionPrecision: DatePrecision;
  /** `false`: the model is deployed and nobody has said whether it is monitored. */
  readonly monitoringKnown: boolean;
}

const USUAL: Readonly<Record<Stage, readonly Stage[]>> = {
  proposed: ['data_preparation'],
  data_preparation: ['training'],
  training: ['validation'],
  validation: ['deployed', 'training'],
  deployed: ['monitored', 'retired'],
  monitored: ['retraining', 'retired'],
  retraining: ['validation', 'retired'],
  retired: [],
};

/** Whether a model in this stage serves its users; rules.md 1. */
export function isInProduction(stage: Stage): boolean {
  return PRODUCTION_STAGES.some((known) => known === stage);
}

/** Whether rules.md 1 counts the move as usual; any other is a correction. */
export function isUsualMove(from: Stage, to: Stage): boolean {
  return USUAL[from].includes(to);
}

/** The usual moves from a stage, the step forward first; none from `retired`. */
export function usualMoves(from: Stage): readonly Stage[] {
  return USUAL[from];
}

const development = (move: LifecycleMove): boolean => move.to === 'data_preparation' || move.to === 'training';
const deployment = (move: LifecycleMove): boolean => move.to === 'deployed';

function firstDated(
  moves: readonly LifecycleMove[],
  wanted: (move: LifecycleMove) => boolean,
): LifecycleMove | undefined {
  return moves.find((move) => move.at !== null && wanted(move));
}

const precisionOf = (move: LifecycleMove | undefined): DatePrecision => move?.precision ?? 'day';

/** The first dated one of the moves at the end that all lead to the stage the model is in. */
function sinceOfStage(moves: readonly LifecycleMove[], stage: Stage): LifecycleMove | undefined {
  const other = moves.findLastIndex((move) => move.to !== stage);
  return firstDated(moves.slice(other + 1), () => true);
}

function timeToProduction(moves: readonly LifecycleMove[], from: string | null, to: string | null): number | null {
  // An undated first deployment leaves the time unknown: a later, dated one would count the model's years in use.
  if (from === null || to === null || moves.find(deployment)?.at === null) return null;
  const days = daysFromTo(from, to);
  return days >= 0 ? days : null;
}

/**
 * What the moves say about a model today; rules.md 1.
 * @param moves in their order, the initial stage first; a model without any counts as proposed
 */
export function derive(moves: readonly LifecycleMove[]): Derived {
  const stage = moves[moves.length - 1]?.to ?? 'proposed';
  const versioned = moves.findLast((move) => move.version !== '');
  const firstDevelopment = firstDated(moves, development);
  const firstDevelopmentAt = firstDevelopment?.at ?? null;
  const firstDeployed = firstDated(moves, deployment);
  const firstDeployedAt = firstDeployed?.at ?? null;
  const since = sinceOfStage(moves, stage);
  return {
    stage,
    stageSince: since?.at ?? null,
    firstDevelopmentAt,
    firstDeployedAt,
    version: versioned?.version ?? '',
    versionSince: versioned?.at ?? null,
    timeToProductionDays: timeToProduction(moves, firstDevelopmentAt, firstDeployedAt),
    lastMoveAt: moves.findLast((move) => move.at !== null)?.at ?? null,
    stageSincePrecision: precisionOf(since),
    firstDeployedPrecision: precisionOf(firstDeployed),
    versionSincePrecision: precisionOf(versioned),
    timeToProductionPrecision: coarser(precisionOf(firstDevelopment), precisionOf(firstDeployed)),
    monitoringKnown: stage !== 'deployed' || moves.at(-1)?.saysMonitoring !== false,
  };
}

export interface MoveProblem {
  readonly code:
    | 'same_stage'
    | 'before_first_event'
    | 'in_future'
    | 'reason_needed'
    | 'approval_needed'
    | 'replacement_is_itself'
    | 'replacement_only_when_retired'
    | 'not_a_date';
  /** A sentence for the person who asked. */
  readonly message: string;
}

export interface MoveRequest {
  readonly to: Stage;
  /** Effective time, ISO; may lie in the past. */
  readonly at: string;
  readonly reason: string;
  /** The version that goes live with a move to `deployed`. */
  readonly version?: string;
  readonly now: string;
  /** The model that takes over, with `to: 'retired'`. */
  readonly replacedBy?: string | null;
  readonly modelId: string;
  readonly tier: Tier | null;
  readonly gates: ApprovalGates;
  readonly approvals: readonly GivenApproval[];
  readonly authors: readonly string[];
  /** As in `GateInput`. */
  readonly heldBack?: GateInput['heldBack'];
}

/** A request before its stage is chosen. */
export type MoveContext = Omit<MoveRequest, 'to' | 'reason' | 'version' | 'replacedBy'> &
  Partial<Pick<MoveRequest, 'reason' | 'replacedBy'>>;

export interface PlannedMove {
  /** Position in the moves where it is inserted. */
  readonly index: number;
  readonly from: Stage;
  readonly correction: boolean;
}

export type MovePlan = { ok: true; move: PlannedMove } | { ok: false; problem: MoveProblem };

export interface AllowedMove {
  readonly to: Stage;
  readonly usual: boolean;
  /** Why the move cannot be made now; '' when it can. */
  readonly blockedBy: string;
}

/** Behind the last move that is not later than `at`, and behind the undated moves that follow that one. */
function insertionIndex(moves: readonly LifecycleMove[], at: string): number {
  const time = instantMs(at);
  let index = moves.findLastIndex((move) => move.at !== null && instantMs(move.at) <= time) + 1;
  while (moves[index]?.at === null) index += 1;
  return index;
}

/** A model that is in use already may get another version, which may be one that was live before. */
const isRelease = (from: Stage, to: Stage): boolean => from === 'deployed' && to === 'deployed';

function plannedAt(moves: readonly LifecycleMove[], index: number, to: Stage): PlannedMove {
  const from = moves[index - 1]?.to ?? 'proposed';
  return { index, from, correction: index < moves.length || !(isUsualMove(from, to) || isRelease(from, to)) };
}

function timeProblem(moves: readonly LifecycleMove[], { at, now }: MoveRequest): MoveProblem | null {
  if (Number.isNaN(instantMs(at))) {
    return { code: 'not_a_date', message: `“${at}” is not a date; write a day that exists, such as 2026-11-23.` };
  }
  if (instantMs(at) > instantMs(now)) {
    const message = `A move is recorded once it has happened: ${sayDay(at)} lies in the future. Choose today or an earlier day.`;
    return { code: 'in_future', message };
  }
  const first = firstDated(moves, () => true);
  const begun = first?.at ?? null;
  if (begun === null || instantMs(at) >= instantMs(begun)) return null;
  const precision = precisionOf(first);
  const day = utcDay(at) === utcDay(begun) ? sayInstant(begun) : sayDay(begun);
  const when = precision === 'day' ? `on ${day}` : `in ${sayDated({ at: begun, precision })}, which counts as ${day}`;
  const message = `The model's first recorded event is ${when}; choose that date or a later one.`;
  return { code: 'before_first_event', message };
}

function replacementProblem({ to, modelId, replacedBy }: MoveRequest): MoveProblem | null {
  if (!replacedBy) return null;
  if (to !== 'retired') {
    const message = `A replacement is named when a model is retired, not when it moves to ${STAGE_LABELS[to]}.`;
    return { code: 'replacement_only_when_retired', message };
  }
  if (replacedBy !== modelId) return null;
  return { code: 'replacement_is_itself', message: 'A model cannot be replaced by itself; choose another model.' };
}

function reasonProblem(moves: readonly LifecycleMove[], move: PlannedMove, request: MoveRequest): MoveProblem | null {
  if (!move.correction || request.reason.trim() !== '') return null;
  const from = STAGE_LABELS[move.from];
  if (isUsualMove(move.from, request.to) || isRelease(move.from, request.to)) {
    const next = firstDated(moves.slice(move.index), () => true);
    const before = next?.at ? `the move of ${sayDated({ at: next.at, precision: precisionOf(next) })}` : 'a later move';
    return {
      code: 'reason_needed',
      message: `This move is put in before ${before}, which makes it a correction; give a reason.`,
    };
  }
  const usual = usualMoves(move.from).map((stage) => STAGE_LABELS[stage]);
  const instead = usual.length > 0 ? `it usually moves on to ${oneOf(usual)}` : 'it usually stays there';
  const message = `From ${from} to ${STAGE_LABELS[request.to]} is not a usual move: from ${from} ${instead}. Give a reason to record it as a correction.`;
  return { code: 'reason_needed', message };
}

/** Whether a version is named that is not the one that is live before the move. */
function isAnotherVersion(
  moves: readonly LifecycleMove[],
  { index }: PlannedMove,
  { version = '' }: MoveRequest,
): boolean {
  const key = (text: string): string => text.trim().toLowerCase();
  const live = moves.slice(0, index).findLast((one) => one.version !== '')?.version ?? '';
  return version.trim() !== '' && key(version) !== key(live);
}

function stageProblem(moves: readonly LifecycleMove[], move: PlannedMove, request: MoveRequest): MoveProblem | null {
  const release = isRelease(move.from, request.to);
  if (release && !isAnotherVersion(moves, move, request)) {
    const live = moves.slice(0, move.index).findLast((one) => one.version !== '')?.version;
    const message = `The model is in Deployed already${live ? `, with version ${live}` : ''}; name another version that goes live, or choose another stage.`;
    return { code: 'same_stage', message };
  }
  if (move.from === request.to && !release) {
    const then = move.index < moves.length ? `was in ${STAGE_LABELS[request.to]} on ${sayDay(request.at)}` : '';
    const message = `The model ${then || `is in ${STAGE_LABELS[request.to]}`} already; choose another stage.`;
    return { code: 'same_stage', message };
  }
  const replacement = replacementProblem(request);
  if (replacement) return replacement;
  const gate = gateMessage(moves.slice(0, move.index), request.to, request);
  if (gate) return { code: 'approval_needed', message: gate };
  return reasonProblem(moves, move, request);
}

/**
 * Where a move belongs among the others and whether it may be made; rules.md 1. Nothing is changed.
 * @param moves in their order, the initial stage first; undated ones stay behind their predecessor
 */
export function planMove(moves: readonly LifecycleMove[], request: MoveRequest): MovePlan {
  const time = timeProblem(moves, request);
  if (time) return { ok: false, problem: time };
  const move = plannedAt(moves, insertionIndex(moves, request.at), request.to);
  const problem = stageProblem(moves, move, request);
  return problem ? { ok: false, problem } : { ok: true, move };
}

/** Every stage that the model could move to at `context.at`, with what stands in the way. */
export function allowedMoves(moves: readonly LifecycleMove[], context: MoveContext): AllowedMove[] {
  const index = insertionIndex(moves, context.at);
  const before = moves.slice(0, index);
  return STAGES.map((to) => ({ to, plan: plannedAt(moves, index, to) }))
    .filter(({ to, plan }) => plan.from !== to || isRelease(plan.from, to))
    .map(({ to, plan }) => ({ to, usual: !plan.correction, blockedBy: gateMessage(before, to, context) }));
}
