import type { IncidentStatus } from '#domain/incidents/vocabulary';
import { listIncidentMoves } from '../../store/incidents/incidents';
import type { IncidentMoveRow, IncidentTableRow } from '../../store/incidents/tables';
import type { WriteHandle } from '../../store/journal/handle';
import type { CommandContext } from '../context';

type TimeColumn = 'opened_at' | 'acknowledged_at' | 'mitigated_at' | 'resolved_at' | 'closed_at';

/** Which move a time belongs to: the first acknowledgement, but the latest resolution. */
const MOVES: readonly (readonly [TimeColumn, IncidentStatus, 'first' | 'last'])[] = [
  ['opened_at', 'open', 'first'],
  ['acknowledged_at', 'acknowledged', 'first'],
  ['mitigated_at', 'mitigated', 'last'],
  ['resolved_at', 'resolved', 'last'],
  ['closed_at', 'closed', 'last'],
];

/**
 * Lets the state moves follow times that were corrected: the move gets the new time, comes with a new time, or goes with
 * one that was taken out.
 * @returns the time of the latest move now
 */
export async function syncMoves(
  write: WriteHandle,
  before: IncidentTableRow,
  after: IncidentTableRow,
  context: CommandContext,
): Promise<string | null> {
  const changed = MOVES.filter(([column]) => before[column] !== after[column]);
  if (changed.length === 0) return before.last_move_at;
  const moves = await listIncidentMoves(write.read, before.id);
  const added: IncidentMoveRow[] = [];
  for (const [column, status, which] of changed) {
    const at = after[column];
    const same = (move: IncidentMoveRow): boolean => move.to_status === status;
    const known = which === 'first' ? moves.find(same) : moves.findLast(same);
    if (at === null) await write.remove('incident_moves', known ? [known.id] : []);
    else if (known) await write.update('incident_moves', [known.id], { at });
    else added.push(newMove(after.id, status, at, moves.length + added.length, context));
  }
  await write.insert('incident_moves', added);
  return (await listIncidentMoves(write.read, before.id)).at(-1)?.at ?? null;
}

export const newMove = (
  incidentId: string,
  to: IncidentStatus,
  at: string,
  ord: number,
  context: Pick<CommandContext, 'newId' | 'actor' | 'now'>,
  note = '',
): IncidentMoveRow => ({
  id: context.newId(),
  incident_id: incidentId,
  ord,
  to_status: to,
  at,
  actor: context.actor,
  note,
  recorded_at: context.now,
});
