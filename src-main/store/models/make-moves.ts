import type { Settings } from '#contract/portfolio/settings';
import type { GateFacts } from '#domain/governance/deployment-gates';
import { type MoveProblem, type PlannedMove, planMove } from '#domain/models/lifecycle';
import { type ReleaseChange, releaseChangesText, sayReleaseChanges } from '#domain/models/release-changes';
import { STAGE_LABELS, type Stage } from '#domain/vocabulary';
import { DomainError } from '../../failure/domain-error';
import { heldBackOn, readGateFacts } from '../governance/gate-facts';
import type { WriteHandle } from '../journal/handle';
import { getSettings } from '../portfolio/settings';
import { authorsOf } from './authors';
import { asTier } from './cells';
import { changeModels, type ModelChange } from './model-writes';
import { getModel, listModelsById } from './models';
import { listApprovals, listMovesOf, toLifecycleMove } from './moves';
import type { ApprovalRow, ModelTableRow, MoveRow } from './tables';

export interface Wish {
  readonly to: Stage;
  readonly at: string;
  readonly reason: string;
  readonly version: string;
  readonly replacedBy: string | null;
  /** What a release changed; left out: nobody has said. */
  readonly changed?: readonly ReleaseChange[];
}

/** Who moves, when, and where ids come from. */
export interface Mover {
  readonly actor: string;
  /** ISO. */
  readonly now: string;
  readonly newId: () => string;
}

interface Subject {
  readonly model: ModelTableRow;
  readonly moves: readonly MoveRow[];
  readonly approvals: readonly ApprovalRow[];
  readonly authors: readonly string[];
  /** What gates look at; left out: none asks this model. */
  readonly gateFacts: GateFacts | undefined;
}

type Planned =
  | { readonly ok: true; readonly moves: readonly MoveRow[]; readonly added: MoveRow }
  | { readonly ok: false; readonly problem: MoveProblem };

/** Registration without a date gives way to an earlier move: its own date becomes unknown. */
function settleRegistration(moves: readonly MoveRow[], at: string): readonly MoveRow[] {
  return moves.map((move) => (move.implied === 1 && move.at !== null && at < move.at ? { ...move, at: null } : move));
}

function plan(subject: Subject, wish: Wish, settings: Settings, context: Mover): Planned {
  const moves = settleRegistration(subject.moves, wish.at);
  const planned = planMove(moves.map(toLifecycleMove), {
    to: wish.to,
    at: wish.at,
    reason: wish.reason,
    version: wish.version,
    now: context.now,
    replacedBy: wish.replacedBy,
    modelId: subject.model.id,
    tier: asTier(subject.model.tier),
    gates: settings.approvalGates,
    approvals: subject.approvals.map(({ approved_by, at }) => ({ approvedBy: approved_by, at })),
    authors: subject.authors,
    heldBack: heldBackOn(settings.deploymentGates, subject.gateFacts, wish.at),
  });
  if (!planned.ok) return planned;
  const added = moveRow(subject.model.id, moves, planned.move, wish, context);
  return { ok: true, added, moves: [...moves.slice(0, planned.move.index), added, ...moves.slice(planned.move.index)] };
}

function moveRow(
  modelId: string,
  moves: readonly MoveRow[],
  planned: PlannedMove,
  wish: Wish,
  context: Mover,
): MoveRow {
  const before = moves[planned.index - 1]?.ord ?? 0;
  const after = moves[planned.index]?.ord;
  return {
    id: context.newId(),
    model_id: modelId,
    ord: after === undefined ? before + 1 : (before + after) / 2,
    to_stage: wish.to,
    at: wish.at,
    implied: 0,
    actor: context.actor,
    reason: wish.reason,
    correction: planned.correction ? 1 : 0,
    version: wish.version,
    replaced_by: wish.replacedBy,
    recorded_at: context.now,
    import_id: null,
    precision: 'day',
    monitoring_said: 1,
    changed: releaseChangesText(wish.changed ?? []),
  };
}

async function storeMoves(
  write: WriteHandle,
  changes: readonly { readonly subject: Subject; readonly planned: Planned & { ok: true } }[],
  settings: Settings,
  now: string,
): Promise<void> {
  const settled = changes.flatMap(({ planned }) =>
    planned.moves.filter((move) => move.implied === 1 && move.at === null).map((move) => move.id),
  );
  await write.update('moves', settled, { at: null });
  await write.insert(
    'moves',
    changes.map(({ planned }) => planned.added),
  );
  const models = changes.map(
    ({ subject, planned }): ModelChange => ({ model: subject.model, columns: {}, moves: planned.moves }),
  );
  await changeModels(write, models, settings.reviewMonths, now);
}

/** Makes one move by the rules of the lifecycle; answers what was done, in words. */
export async function moveOne(write: WriteHandle, id: string, wish: Wish, context: Mover): Promise<string> {
  const model = await getModel(write.read, id);
  if (wish.replacedBy !== null) await getModel(write.read, wish.replacedBy);
  const settings = await getSettings(write.read);
  const moves = (await listMovesOf(write.read, [id])).get(id) ?? [];
  const subject: Subject = {
    model,
    moves,
    approvals: await listApprovals(write.read, id),
    authors: authorsOf(model, moves),
    gateFacts: (await readGateFacts(write.read, [model], settings.deploymentGates)).get(id),
  };
  const planned = plan(subject, wish, settings, context);
  if (!planned.ok)
    throw new DomainError('refused', `“${model.name}”: ${planned.problem.message}`, { reason: planned.problem.code });
  await storeMoves(write, [{ subject, planned }], settings, context.now);
  const changed = sayReleaseChanges(wish.changed ?? []);
  return `Move “${model.name}” to ${STAGE_LABELS[wish.to]}${changed === '' ? '' : `, with a change of ${changed}`}`;
}

export interface ManyMoved {
  readonly moved: number;
  readonly refused: { id: string; name: string; message: string }[];
}

/** Moves those that can be moved and says of the others why not. */
export async function moveMany(
  write: WriteHandle,
  ids: readonly string[],
  wish: Wish,
  context: Mover,
): Promise<ManyMoved> {
  const settings = await getSettings(write.read);
  const models = await listModelsById(write.read, ids);
  const movesOf = await listMovesOf(write.read, ids);
  const refused: ManyMoved['refused'] = [];
  const factsOf = await readGateFacts(write.read, models, settings.deploymentGates);
  const changes: { subject: Subject; planned: Planned & { ok: true } }[] = [];
  for (const model of models) {
    const moves = movesOf.get(model.id) ?? [];
    const subject: Subject = {
      model,
      moves,
      approvals: await listApprovals(write.read, model.id),
      authors: authorsOf(model, moves),
      gateFacts: factsOf.get(model.id),
    };
    const planned = plan(subject, wish, settings, context);
    if (planned.ok) changes.push({ subject, planned });
    else refused.push({ id: model.id, name: model.name, message: planned.problem.message });
  }
  await storeMoves(write, changes, settings, context.now);
  return { moved: changes.length, refused };
}
