import type { z } from 'zod';
import type { Model } from '#contract/models/models';
import type { FieldOrigin } from '#contract/models/records';
import { daysSince } from '#domain/base/calendar';
import { sheetRow } from '#domain/base/sheet-row';
import { allowedMoves, derive } from '#domain/models/lifecycle';
import { reviewDue } from '#domain/models/review';
import { heldBackOn, readGateFacts } from '../../store/governance/gate-facts';
import { partsOf } from '../../store/imports/import-sets';
import { listSources } from '../../store/imports/imports';
import { type OriginColumn, originsIn } from '../../store/imports/stored-origin';
import type { ReadHandle } from '../../store/journal/handle';
import { readBeside } from '../../store/models/beside';
import { asTier } from '../../store/models/cells';
import { authorsOf } from '../../store/models/authors';
import { fieldsOf, toModelRow } from '../../store/models/model-rows';
import { getModel, listModelsById } from '../../store/models/models';
import { listApprovals, listMoves, listReplacementMoves, toLifecycleMove } from '../../store/models/moves';
import { versionsOf } from '../../store/models/released-versions';
import type { ApprovalRow, MoveRow } from '../../store/models/tables';
import { lastReviews } from '../../store/models/last-reviews';
import { listVersions } from '../../store/models/versions';
import { getSettings } from '../../store/portfolio/settings';
import type { QueryContext } from '../context';

/** Everything that the page of one model shows. */
export async function readModel(id: string, { now }: Pick<QueryContext, 'now'>, read: ReadHandle): Promise<Model> {
  const row = await getModel(read, id);
  const moves = await listMoves(read, id);
  const approvals = await listApprovals(read, id);
  const settings = await getSettings(read);
  const besideOf = await readBeside(read, now, [id]);
  const fields = fieldsOf(row);
  const dated = moves.findLast((move) => move.at !== null);
  const { source } = reviewDue({
    typed: row.next_review,
    tier: asTier(row.tier),
    stage: row.stage,
    firstDeployedAt: row.first_deployed_at,
    lastApprovalAt: row.last_approval_at,
    lastReviewOn: (await lastReviews(read, [id])).get(id) ?? null,
    reviewMonths: settings.reviewMonths,
  });
  const context = {
    at: now,
    now,
    modelId: id,
    tier: asTier(row.tier),
    gates: settings.approvalGates,
    approvals: approvals.map(({ approved_by, at }) => ({ approvedBy: approved_by, at })),
    authors: authorsOf(row, moves),
    heldBack: heldBackOn(
      settings.deploymentGates,
      (await readGateFacts(read, [row], settings.deploymentGates)).get(id),
      now,
    ),
  };
  return {
    ...toModelRow(row, besideOf(id), dated?.precision ?? 'day'),
    purpose: fields.purpose,
    notes: fields.notes,
    externalReferences: fields.externalReferences,
    createdAt: row.created_at,
    timeToProductionPrecision: derive(moves.map(toLifecycleMove)).timeToProductionPrecision,
    timeInStageDays: daysSince(row.stage_since, now),
    versionAgeDays: daysSince(row.version_since, now),
    reviewSource: source,
    ...(await linkedModels(read, id, moves)),
    ...versionsOf(moves, row, (await listVersions(read, [id])).get(id) ?? [], now.slice(0, 10)),
    approvals: approvals.map(toApproval),
    allowedMoves: allowedMoves(moves.map(toLifecycleMove), context),
    provenance: await provenanceOf(read, id, fields),
  };
}

const toApproval = (row: ApprovalRow): Model['approvals'][number] => ({
  id: row.id,
  approvedBy: row.approved_by,
  at: row.at,
  note: row.note,
  recordedBy: row.recorded_by,
});

async function linkedModels(
  read: ReadHandle,
  id: string,
  moves: readonly MoveRow[],
): Promise<Pick<Model, 'replacedBy' | 'replaces'>> {
  const last = moves.at(-1);
  const successorId = last?.to_stage === 'retired' ? last.replaced_by : null;
  const predecessors = (await listReplacementMoves(read, [id])).map((move) => move.model_id);
  const names = new Map(
    (await listModelsById(read, successorId ? [successorId, ...predecessors] : predecessors)).map((model) => [
      model.id,
      model.name,
    ]),
  );
  const link = (modelId: string): { id: string; name: string }[] => {
    const name = names.get(modelId);
    return name === undefined ? [] : [{ id: modelId, name }];
  };
  return {
    replacedBy: (successorId && link(successorId)[0]) || null,
    replaces: [...new Set(predecessors)].flatMap(link),
  };
}

type Origin = z.output<typeof FieldOrigin>;
/** For each field the newest import that speaks of it, as long as the value is still the imported one. */
async function provenanceOf(read: ReadHandle, id: string, fields: object): Promise<Origin[]> {
  const found = new Map<string, Origin>();
  for (const source of await listSources(read, id)) {
    // All were written by the import.
    const imported = JSON.parse(source.fields) as Readonly<Record<string, unknown>>;
    const columns = JSON.parse(source.columns) as readonly OriginColumn[];
    const place = sheetRow(partsOf(source.mapping), source.row_number);
    for (const { field, column, text, refused } of originsIn(source.origins, columns, imported)) {
      const key = `${field} ${column}`;
      const replaced =
        field in imported && JSON.stringify(imported[field]) !== JSON.stringify(Reflect.get(fields, field));
      if (found.has(key) || (replaced && refused === '')) continue;
      found.set(key, {
        field,
        importId: source.import_id,
        fileName: source.file_name,
        ...place,
        column,
        text,
        refused,
        importedAt: source.imported_at,
      });
    }
  }
  return [...found.values()];
}
