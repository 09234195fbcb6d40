import { moveIncident } from '#domain/incidents/incident-moves';
import type { IncidentStatus } from '#domain/incidents/vocabulary';
import { DomainError } from '../../failure/domain-error';
import { toInstant } from '../../platform/instant';
import { getIncident, listIncidentMoves, listIncidentsById } from '../../store/incidents/incidents';
import { stateColumns, stateOf } from '../../store/incidents/rows';
import type { IncidentTableRow } from '../../store/incidents/tables';
import type { WriteHandle } from '../../store/journal/handle';
import type { CommandContext } from '../context';
import { newMove } from './sync-moves';

export interface MoveWish {
  readonly to: IncidentStatus;
  readonly at?: string | undefined;
  readonly note: string;
  /** What mitigated it, in words and by version; left out: as it was. */
  readonly mitigation?: string | undefined;
  readonly mitigationVersion?: string | undefined;
}

export async function moveOneIncident(
  write: WriteHandle,
  id: string,
  wish: MoveWish,
  context: CommandContext,
): Promise<string> {
  const row = await getIncident(write.read, id);
  const message = await move(write, row, wish, context);
  if (message !== null) throw new DomainError('invalid_input', message);
  return row.title;
}

export interface ManyMoved {
  readonly moved: number;
  readonly refused: { readonly id: string; readonly title: string; readonly message: string }[];
}

/** Moves those that can be moved and says of the others why not. */
export async function moveManyIncidents(
  write: WriteHandle,
  ids: readonly string[],
  wish: MoveWish,
  context: CommandContext,
): Promise<ManyMoved> {
  const refused: ManyMoved['refused'] = [];
  let moved = 0;
  for (const row of await listIncidentsById(write.read, ids)) {
    const message = await move(write, row, wish, context);
    if (message === null) moved += 1;
    else refused.push({ id: row.id, title: row.title, message });
  }
  return { moved, refused };
}

const MITIGATES: ReadonlySet<IncidentStatus> = new Set(['mitigated', 'resolved', 'closed']);

/** @returns why it cannot be moved; `null` when it was */
async function move(
  write: WriteHandle,
  row: IncidentTableRow,
  { to, at, note, mitigation, mitigationVersion }: MoveWish,
  context: CommandContext,
): Promise<string | null> {
  if ((mitigation || mitigationVersion) && !MITIGATES.has(to))
    return 'What mitigated an incident is said when it is mitigated, resolved or closed. Choose one of these.';
  const instant = at === undefined ? context.now : toInstant(at, 'When');
  const result = moveIncident(stateOf(row), to, instant, context.now);
  if (!result.ok) return result.message;
  const { length } = await listIncidentMoves(write.read, row.id);
  await write.insert('incident_moves', [newMove(row.id, to, instant, length, context, note)]);
  await write.update('incidents', [row.id], {
    ...stateColumns(result.state),
    // What was planned and what had helped were of the time before.
    ...(to === 'reopened' && { mitigation_owner: '', mitigation_due: null, mitigation: '', mitigation_version: '' }),
    ...(mitigation !== undefined && { mitigation }),
    ...(mitigationVersion !== undefined && { mitigation_version: mitigationVersion }),
    updated_at: context.now,
  });
  return null;
}
