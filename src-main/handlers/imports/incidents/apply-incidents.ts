import { counted } from '#domain/base/wording';
import { refuseWhenCancelled } from '../../../failure/refuse-when-cancelled';
import { importedValues, type PlannedIncident } from '../../../importers/incidents/plan';
import type { Job } from '../../../jobs/job-list';
import { chunks } from '../../../store/chunks';
import { listIncidentMoveIds, listIncidentsById, nextIncidentNumber } from '../../../store/incidents/incidents';
import { incidentColumns, incidentSearchText, newIncidentRow } from '../../../store/incidents/rows';
import type { IncidentMoveRow, IncidentTableRow } from '../../../store/incidents/tables';
import type { WriteHandle } from '../../../store/journal/handle';
import type { CommandContext } from '../../context';
import type { AppliedImport, ImportCounts } from '../kind';
import { insertLedger, refuseWhenChanged } from '../ledger';
import type { PreparedIncidents } from './prepare-incidents';

const INCIDENTS_PER_STEP = 1_000;

/** Writes a plan in the caller's transaction; a cancel in the middle throws, and so nothing of it stays. */
export async function applyIncidents(
  write: WriteHandle,
  { table, mapping, read, plan, seq }: PreparedIncidents,
  context: CommandContext,
  job: Job,
): Promise<AppliedImport> {
  await refuseWhenChanged(write, seq);
  const { creates: created, updates: updated, unchanged } = plan;
  const counts: ImportCounts = { created, updated, unchanged, rejected: read.rejected };
  const problems = [...read.problems, ...plan.problems];
  const importId = await insertLedger(
    write,
    {
      format: 'incidents',
      fileName: table.fileName,
      fileHash: table.contentHash,
      preset: mapping.tool,
      mapping,
      rows: table.rows.length,
      counts,
      problems,
    },
    context,
  );
  const work = plan.incidents.filter(({ action }) => action !== 'unchanged');
  let number = await nextIncidentNumber(write.read);
  let done = 0;
  for (const step of chunks(work, INCIDENTS_PER_STEP)) {
    refuseWhenCancelled(job.signal, 'import');
    const news = step.filter(({ action }) => action === 'create');
    await createIncidents(write, news, number, importId, context);
    number += news.length;
    await updateIncidents(
      write,
      step.filter(({ action }) => action === 'update'),
      importId,
      context,
    );
    done += step.length;
    job.progress('Writing', done, work.length);
  }
  refuseWhenCancelled(job.signal, 'import');
  return {
    importId,
    counts,
    parts: table.parts,
    label: `Import ${counted(created + updated, 'incident')} from ${table.fileName}`,
  };
}

async function createIncidents(
  write: WriteHandle,
  news: readonly PlannedIncident[],
  firstNumber: number,
  importId: string,
  context: CommandContext,
): Promise<void> {
  const made = news.map((planned, index) => {
    const { draft, match } = planned;
    const id = context.newId();
    const said = importedValues(draft.incident, match.model);
    const moves = movesOf(id, planned, context);
    const row = newIncidentRow(
      id,
      firstNumber + index,
      {
        ...incidentColumns(said),
        title: draft.incident.title,
        opened_at: draft.incident.openedAt,
        status: draft.incident.status,
        reopen_count: draft.incident.reopenCount,
        last_move_at: moves.at(-1)?.at ?? null,
        import_id: importId,
        import_row: draft.row,
        imported: JSON.stringify(said),
      },
      context.now,
    );
    return { row, moves };
  });
  await write.insert(
    'incidents',
    made.map(({ row }) => row),
  );
  await write.insert(
    'incident_moves',
    made.flatMap(({ moves }) => moves),
  );
}

async function updateIncidents(
  write: WriteHandle,
  changed: readonly PlannedIncident[],
  importId: string,
  context: CommandContext,
): Promise<void> {
  const planned = new Map(changed.flatMap((one) => (one.existing ? [[one.existing.id, one] as const] : [])));
  for (const row of await listIncidentsById(write.read, [...planned.keys()])) {
    const one = planned.get(row.id);
    if (!one) continue;
    const { status, reopenCount, ...fields } = one.patch;
    const columns: Partial<IncidentTableRow> = {
      ...incidentColumns(fields),
      ...(status === undefined ? {} : { status: one.draft.incident.status }),
      ...(reopenCount === undefined ? {} : { reopen_count: one.draft.incident.reopenCount }),
      import_id: importId,
      import_row: one.draft.row,
      imported: JSON.stringify({
        ...one.existing?.lastImported,
        ...importedValues(one.draft.incident, one.match.model),
      }),
      updated_at: context.now,
    };
    if (one.courseChanged) {
      const moves = movesOf(row.id, one, context);
      await write.remove('incident_moves', await listIncidentMoveIds(write.read, [row.id]));
      await write.insert('incident_moves', moves);
      columns.last_move_at = moves.at(-1)?.at ?? null;
    }
    await write.update('incidents', [row.id], { ...columns, search_text: incidentSearchText({ ...row, ...columns }) });
  }
}

const movesOf = (incidentId: string, { draft }: PlannedIncident, context: CommandContext): IncidentMoveRow[] =>
  draft.moves.map(({ to, at }, ord) => ({
    id: context.newId(),
    incident_id: incidentId,
    ord,
    to_status: to,
    at,
    actor: context.actor,
    note: '',
    recorded_at: context.now,
  }));
