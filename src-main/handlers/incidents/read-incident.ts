import type { z } from 'zod';
import type { Incident, IncidentMove } from '#contract/incidents/parts';
import { sheetRow } from '#domain/base/sheet-row';
import { nextStatuses } from '#domain/incidents/incident-moves';
import { partsOf } from '../../store/imports/import-sets';
import { findImport } from '../../store/imports/imports';
import { getIncident, listIncidentMoves } from '../../store/incidents/incidents';
import { type IncidentModel, parseLinks, parsePostmortem, toIncidentRow } from '../../store/incidents/rows';
import type { IncidentMoveRow, IncidentTableRow } from '../../store/incidents/tables';
import type { FieldChange } from '../../store/journal/field-changes';
import type { ReadHandle } from '../../store/journal/handle';
import { asTier } from '../../store/models/cells';
import { findModel } from '../../store/models/models';

/** Everything that the form of one incident shows. */
export async function readIncident(id: string, read: ReadHandle): Promise<Incident> {
  const row = await getIncident(read, id);
  return {
    ...toIncidentRow(row, await modelOf(read, row.model_id)),
    description: row.description,
    links: parseLinks(row.links),
    postmortem: parsePostmortem(row.postmortem),
    moves: (await listIncidentMoves(read, id)).map(toMove),
    nextStatuses: [...nextStatuses(row.status)],
    createdAt: row.created_at,
    provenance: await provenanceOf(read, row),
  };
}

async function modelOf(read: ReadHandle, id: string | null): Promise<IncidentModel | undefined> {
  const model = id === null ? null : await findModel(read, id);
  return model ? { name: model.name, unit: model.unit, tier: asTier(model.tier) } : undefined;
}

async function provenanceOf(read: ReadHandle, row: IncidentTableRow): Promise<Incident['provenance']> {
  const record = row.import_id === null ? null : await findImport(read, row.import_id);
  if (!record) return null;
  const place = sheetRow(partsOf(record.mapping), row.import_row ?? 0);
  return { importId: record.id, fileName: record.file_name, ...place, importedAt: record.at };
}

/** `from` is not stored: it is the status of the move before, so that a corrected move cannot contradict it. */
function toMove(row: IncidentMoveRow, index: number, all: readonly IncidentMoveRow[]): z.output<typeof IncidentMove> {
  return {
    id: row.id,
    from: all[index - 1]?.to_status ?? null,
    to: row.to_status,
    at: row.at,
    actor: row.actor,
    note: row.note,
    recordedAt: row.recorded_at,
  };
}

/** Changes of the model by what it is called now, for nobody knows it by its id. */
export async function withModelNames(changes: readonly FieldChange[], read: ReadHandle): Promise<FieldChange[]> {
  const nameOf = async (id: unknown): Promise<unknown> =>
    typeof id === 'string' ? ((await findModel(read, id))?.name ?? 'a model that is no longer here') : id;
  return Promise.all(
    changes.map(async (change) =>
      change.field === 'modelId'
        ? { ...change, before: await nameOf(change.before), after: await nameOf(change.after) }
        : change,
    ),
  );
}
