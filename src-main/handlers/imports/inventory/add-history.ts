import { type SheetPart, sheetRow } from '#domain/base/sheet-row';
import type { AddedMove, ToldMove } from '#domain/models/history/told';
import { isInProduction, isUsualMove } from '#domain/models/lifecycle';
import type { Stage } from '#domain/vocabulary';
import type { PlannedRow } from '../../../importers/inventory/plan-types';
import type { WriteHandle } from '../../../store/journal/handle';
import type { MoveRow } from '../../../store/models/tables';
import type { CommandContext } from '../../context';

export interface MoveOrigin {
  readonly importId: string;
  readonly fileName: string;
  /** The sheets whose rows were put together: a row is told as it stands in its own. */
  readonly parts?: readonly SheetPart[];
  readonly context: CommandContext;
}

/** What tells of a model's life, as far as its moves follow from it. */
export interface Teller extends Pick<PlannedRow, 'history' | 'row' | 'saysMonitoring' | 'saysUnmonitored'> {
  /** Of several rows the one that a move comes from; `row` where none does. */
  readonly rowOf?: (move: ToldMove) => number | undefined;
}

/** A model's moves as they are now, and those among them that are still to be inserted: those of many models at once. */
export interface GrownHistory {
  readonly moves: readonly MoveRow[];
  readonly added: readonly MoveRow[];
}

/**
 * Works out what a row adds to the history of its model, and writes what it makes more exact in it; nothing is taken out.
 *
 * @param moves the model's moves in their order
 * @returns `null` when the row says nothing new
 */
export async function addHistory(
  write: WriteHandle,
  modelId: string,
  moves: readonly MoveRow[],
  row: Teller,
  origin: MoveOrigin,
): Promise<GrownHistory | null> {
  const { history } = row;
  if (!history) return null;
  const { saysUnmonitored } = row;
  if (history.added.length === 0 && history.refined.length === 0 && !saysUnmonitored) return null;
  const now = moves.map((move) => ({ ...move }));
  for (const { id, when, version } of history.refined) {
    const patch = {
      ...(when && { at: when.at, precision: when.precision }),
      ...(version !== undefined && { version }),
    };
    await write.update('moves', [id], patch);
    const move = now.find((one) => one.id === id);
    if (move) Object.assign(move, patch);
  }
  if (saysUnmonitored) await sayUnmonitored(write, now);
  const added = placed(modelId, now, history.added, row, origin);
  const all = [...now, ...added].sort((a, b) => a.ord - b.ord);
  return { moves: await settleRegistration(write, all, added), added };
}

/** Each added move between the one that it comes behind and the next. */
function placed(
  modelId: string,
  moves: readonly MoveRow[],
  added: readonly AddedMove[],
  row: Teller,
  origin: MoveOrigin,
): readonly MoveRow[] {
  const rows: MoveRow[] = [];
  for (const behind of new Set(added.map((move) => move.behind))) {
    const run = added.filter((move) => move.behind === behind);
    const at = moves.findIndex((move) => move.id === behind);
    const before = moves[at];
    const after = moves[at + 1];
    const low = before?.ord ?? (after ? after.ord - run.length - 1 : 0);
    const step = after ? (after.ord - low) / (run.length + 1) : 1;
    let from = before?.to_stage;
    for (const [index, move] of run.entries()) {
      const teller = { ...row, row: row.rowOf?.(move) ?? row.row };
      rows.push(importedMove(move, { modelId, ord: low + step * (index + 1), from }, teller, origin));
      from = move.to;
    }
  }
  return rows;
}

export interface Place {
  readonly modelId: string;
  readonly ord: number;
  /** The stage before it; `undefined`: it is the first move. */
  readonly from: Stage | undefined;
}

/** A move as an import writes it. */
export function importedMove(
  move: ToldMove,
  { modelId, ord, from }: Place,
  row: Pick<Teller, 'row' | 'saysMonitoring'>,
  origin: MoveOrigin,
): MoveRow {
  // A new version of a model in use is a release, which is usual though the stage stays.
  const own = sheetRow(origin.parts ?? [], row.row);
  const release = move.to === 'deployed' && from !== undefined && isInProduction(from);
  return {
    id: origin.context.newId(),
    model_id: modelId,
    ord,
    to_stage: move.to,
    at: move.when?.at ?? null,
    implied: 0,
    actor: origin.context.actor,
    reason: `Import of ${origin.fileName}, ${own.sheet === '' ? '' : `sheet ${own.sheet}, `}row ${own.row}`,
    correction: from !== undefined && !release && !isUsualMove(from, move.to) ? 1 : 0,
    version: move.version,
    replaced_by: null,
    recorded_at: origin.context.now,
    import_id: origin.importId,
    precision: move.when?.precision ?? 'day',
    monitoring_said: move.to === 'deployed' && !row.saysMonitoring ? 0 : 1,
    changed: '',
  };
}

/** A registration without a day of its own gives way to earlier moves: its day becomes unknown. */
async function settleRegistration(
  write: WriteHandle,
  moves: readonly MoveRow[],
  added: readonly MoveRow[],
): Promise<readonly MoveRow[]> {
  const earliest = added.flatMap(({ at }) => (at === null ? [] : [at])).sort()[0];
  if (earliest === undefined) return moves;
  const late = moves.filter((move) => move.implied === 1 && move.at !== null && earliest < move.at);
  await write.update(
    'moves',
    late.map((move) => move.id),
    { at: null },
  );
  return moves.map((move) => (late.includes(move) ? { ...move, at: null } : move));
}

/** That a deployed model is not monitored is known from now on. */
async function sayUnmonitored(write: WriteHandle, moves: readonly MoveRow[]): Promise<void> {
  const unsaid = moves.filter((move) => move.monitoring_said === 0);
  await write.update(
    'moves',
    unsaid.map((move) => move.id),
    { monitoring_said: 1 },
  );
  for (const move of unsaid) move.monitoring_said = 1;
}
