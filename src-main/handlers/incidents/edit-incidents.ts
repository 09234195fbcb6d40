import type { IncidentFields } from '#contract/incidents/parts';
import { sayDay } from '#domain/base/calendar';
import { isUnresolved } from '#domain/incidents/incident-moves';
import {
  type IncidentTimes,
  statusFromTimes,
  TIME_FIELDS,
  type TimeField,
  timeProblems,
} from '#domain/incidents/incident-times';
import type { IncidentStatus } from '#domain/incidents/vocabulary';
import { DomainError } from '../../failure/domain-error';
import { toInstant } from '../../platform/instant';
import { getIncident, listIncidentsById, nextIncidentNumber } from '../../store/incidents/incidents';
import {
  type GivenIncidentFields,
  incidentColumns,
  incidentSearchText,
  newIncidentRow,
  stateOf,
} from '../../store/incidents/rows';
import type { IncidentMoveRow, IncidentTableRow } from '../../store/incidents/tables';
import type { WriteHandle } from '../../store/journal/handle';
import { getModel } from '../../store/models/models';
import { removeFacts } from '../../store/references/remove-facts';
import type { CommandContext } from '../context';
import { newMove, syncMoves } from './sync-moves';

type Given = GivenIncidentFields & { readonly status?: IncidentStatus | undefined };

const INSTANTS = [...TIME_FIELDS, 'reviewedAt'] as const satisfies readonly (keyof IncidentFields)[];

/** Any accepted way of writing times becomes the stored one. */
function withInstants(given: Given): Given {
  const times = INSTANTS.flatMap((field) => {
    const text = given[field];
    return text === undefined || text === null ? [] : [[field, toInstant(text, LABELS[field])]];
  });
  return { ...given, ...Object.fromEntries(times) };
}

const LABELS: Readonly<Record<TimeField | 'reviewedAt', string>> = {
  openedAt: 'Opened',
  detectedAt: 'Detected',
  acknowledgedAt: 'Acknowledged',
  mitigatedAt: 'Mitigated',
  resolvedAt: 'Resolved',
  closedAt: 'Closed',
  reviewedAt: 'Reviewed',
};

function refuseContradictions(times: IncidentTimes, status: IncidentStatus, now: string): void {
  const [problem] = timeProblems(times, now);
  if (problem) throw new DomainError('invalid_input', `${problem.message} Correct one of the two times.`, problem);
  if (isUnresolved(status) && (times.resolvedAt !== null || times.closedAt !== null))
    throw new DomainError(
      'invalid_input',
      'An incident that is not resolved cannot have a time of resolution or closing. Reopen it, or take that time out.',
      { code: 'open_but_resolved' },
    );
}

export async function createIncident(
  write: WriteHandle,
  input: Given & { readonly title: string },
  context: CommandContext,
): Promise<string> {
  const { status: givenStatus, ...fields } = withInstants({ openedAt: context.now, ...input });
  if (fields.modelId) await getModel(write.read, fields.modelId);
  const columns = incidentColumns(fields);
  const status = givenStatus ?? statusFromTimes(timesOf(fields, context.now));
  const id = context.newId();
  const row = newIncidentRow(
    id,
    await nextIncidentNumber(write.read),
    { ...columns, title: input.title, opened_at: fields.openedAt ?? context.now, status },
    context.now,
  );
  refuseContradictions(stateOf(row), status, context.now);
  const moves = movesOf(row, context);
  await write.insert('incidents', [{ ...row, last_move_at: moves.at(-1)?.at ?? null }]);
  await write.insert('incident_moves', moves);
  return id;
}

const timesOf = (fields: GivenIncidentFields, now: string): IncidentTimes => ({
  openedAt: fields.openedAt ?? now,
  detectedAt: fields.detectedAt ?? null,
  acknowledgedAt: fields.acknowledgedAt ?? null,
  mitigatedAt: fields.mitigatedAt ?? null,
  resolvedAt: fields.resolvedAt ?? null,
  closedAt: fields.closedAt ?? null,
});

/** The opening, and each state whose time is known. */
function movesOf(row: IncidentTableRow, context: CommandContext): IncidentMoveRow[] {
  const known: readonly (readonly [IncidentStatus, string | null])[] = [
    ['open', row.opened_at],
    ['acknowledged', row.acknowledged_at],
    ['mitigated', row.mitigated_at],
    ['resolved', row.resolved_at],
    ['closed', row.closed_at],
  ];
  return known.flatMap(([to, at], ord) => (at === null ? [] : [newMove(row.id, to, at, ord, context)]));
}

export async function updateIncident(
  write: WriteHandle,
  id: string,
  patch: Given,
  context: CommandContext,
): Promise<string> {
  const row = await getIncident(write.read, id);
  const { status: givenStatus, ...fields } = withInstants(patch);
  if (fields.modelId) await getModel(write.read, fields.modelId);
  const columns = incidentColumns(fields);
  const status = givenStatus ?? advanced(row.status, fields);
  const next = { ...row, ...columns, status };
  refuseContradictions(stateOf(next), status, context.now);
  const changed = { ...columns, status, search_text: incidentSearchText(next) };
  const lastMoveAt = await syncMoves(write, row, next, context);
  await writeChanged(write, row, { ...changed, last_move_at: lastMoveAt }, context.now);
  return `Change the incident “${row.title}”`;
}

/** Who mitigates it and until when; nothing that is over already is planned. */
export async function planMitigation(
  write: WriteHandle,
  id: string,
  { owner, due }: { readonly owner: string; readonly due: string | null },
  context: CommandContext,
): Promise<string> {
  const row = await getIncident(write.read, id);
  if (!isUnresolved(row.status) || row.mitigated_at !== null)
    throw new DomainError(
      'conflict',
      `The incident “${row.title}” is mitigated or over, so there is nothing to plan. Reopen it if it has come back.`,
    );
  if (due !== null && owner === '')
    throw new DomainError('invalid_input', 'Say who mitigates it: a day without a name is nobody’s.');
  if (due !== null && due < row.opened_at.slice(0, 10))
    throw new DomainError(
      'invalid_input',
      `It cannot be mitigated by ${due}, before it was opened on ${row.opened_at.slice(0, 10)}. Choose a later day.`,
    );
  await writeChanged(write, row, { mitigation_owner: owner, mitigation_due: due }, context.now);
  if (owner === '') return `Take back who mitigates “${row.title}”`;
  return `Plan the mitigation of “${row.title}” by ${owner}${due === null ? '' : ` until ${sayDay(due)}`}`;
}

/** A later time that is filled in says that the incident has come that far; nothing takes it back but a reopening. */
function advanced(status: IncidentStatus, fields: GivenIncidentFields): IncidentStatus {
  const said = statusFromTimes({
    acknowledgedAt: status === 'reopened' ? null : (fields.acknowledgedAt ?? null),
    mitigatedAt: fields.mitigatedAt ?? null,
    resolvedAt: fields.resolvedAt ?? null,
    closedAt: fields.closedAt ?? null,
  });
  const order = ['open', 'reopened', 'acknowledged', 'mitigated', 'resolved', 'closed'] as const;
  return order.indexOf(said) > order.indexOf(status) ? said : status;
}

async function writeChanged(
  write: WriteHandle,
  row: IncidentTableRow,
  columns: Partial<IncidentTableRow>,
  now: string,
): Promise<boolean> {
  const changed = Object.entries(columns).filter(([column, value]) => Reflect.get(row, column) !== value);
  if (changed.length === 0) return false;
  await write.update('incidents', [row.id], { ...Object.fromEntries(changed), updated_at: now });
  return true;
}

/** The same values for many incidents; no times among them, so that nothing can contradict. */
export async function updateIncidents(
  write: WriteHandle,
  ids: readonly string[],
  patch: GivenIncidentFields,
  context: CommandContext,
): Promise<number> {
  if (patch.modelId) await getModel(write.read, patch.modelId);
  const columns = incidentColumns(patch);
  const rows = await listIncidentsById(write.read, ids);
  const concerned = rows.filter((row) =>
    Object.entries(columns).some(([column, value]) => Reflect.get(row, column) !== value),
  );
  const searched = 'owner' in columns || 'version' in columns;
  if (!searched) {
    await write.update(
      'incidents',
      concerned.map((row) => row.id),
      { ...columns, updated_at: context.now },
    );
  } else
    for (const row of concerned)
      await writeChanged(
        write,
        row,
        { ...columns, search_text: incidentSearchText({ ...row, ...columns }) },
        context.now,
      );
  return concerned.length;
}

export async function removeIncidents(
  write: WriteHandle,
  ids: readonly string[],
): Promise<readonly IncidentTableRow[]> {
  const rows = await listIncidentsById(write.read, ids);
  const found = rows.map((row) => row.id);
  await removeFacts(write, 'incidents', found);
  return rows;
}
