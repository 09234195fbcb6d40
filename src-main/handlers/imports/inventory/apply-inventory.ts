import type { Settings } from '#contract/portfolio/settings';
import { counted } from '#domain/base/wording';
import { isUsualMove } from '#domain/models/lifecycle';
import { refuseWhenCancelled } from '../../../failure/refuse-when-cancelled';
import type { PlannedRow } from '../../../importers/inventory/plan-types';
import type { Job } from '../../../jobs/job-list';
import { chunks } from '../../../store/chunks';
import { toStoredOrigin } from '../../../store/imports/stored-origin';
import type { ModelSourceRow } from '../../../store/imports/tables';
import type { WriteHandle } from '../../../store/journal/handle';
import { columnsOf } from '../../../store/models/model-rows';
import { changeModels, type ModelChange, newModelRow } from '../../../store/models/model-writes';
import { listModelsById } from '../../../store/models/models';
import { listMoves } from '../../../store/models/moves';
import type { ModelTableRow, MoveRow } from '../../../store/models/tables';
import { getSettings } from '../../../store/portfolio/settings';
import type { CommandContext } from '../../context';
import type { AppliedImport, ImportCounts } from '../kind';
import { insertLedger, refuseWhenChanged } from '../ledger';
import type { PreparedInventory } from './prepare-inventory';

const ROWS_PER_STEP = 500;

interface Target {
  readonly importId: string;
  readonly fileName: string;
  readonly settings: Settings;
  readonly context: CommandContext;
}

/** Writes a plan in the caller's transaction; a cancel in the middle throws, and so nothing of it stays. */
export async function applyInventory(
  write: WriteHandle,
  prepared: PreparedInventory,
  context: CommandContext,
  job: Job,
): Promise<AppliedImport> {
  const { plan, table } = prepared;
  await refuseWhenChanged(write, prepared.seq);
  const { creates: created, updates: updated, unchanged, rejected } = plan;
  const counts: ImportCounts = { created, updated, unchanged, rejected };
  const importId = await insertLedger(
    write,
    {
      format: 'inventory',
      fileName: table.fileName,
      fileHash: table.contentHash,
      preset: prepared.preset,
      mapping: prepared.mapping,
      rows: table.rows.length,
      counts,
      problems: plan.problems,
    },
    context,
  );
  const target: Target = { importId, fileName: table.fileName, settings: await getSettings(write.read), context };
  const work = plan.rows.filter((row) => row.action === 'create' || row.action === 'update');
  let done = 0;
  for (const step of chunks(work, ROWS_PER_STEP)) {
    refuseWhenCancelled(job.signal, 'import');
    await createModels(
      write,
      step.filter((row) => row.action === 'create'),
      target,
    );
    await updateModels(
      write,
      step.filter((row) => row.action === 'update'),
      target,
    );
    done += step.length;
    job.progress('Writing', done, work.length);
  }
  refuseWhenCancelled(job.signal, 'import');
  return { importId, counts, label: labelOf(created + updated, table.fileName) };
}

async function createModels(write: WriteHandle, rows: readonly PlannedRow[], target: Target): Promise<void> {
  const created = rows.map((row) => {
    const id = target.context.newId();
    const moves = movesOf(id, row, target);
    const name = row.fields.name ?? '';
    const model = newModelRow(id, { ...row.fields, name }, moves, target.settings.reviewMonths, target.context.now);
    return { model, moves, source: sourceOf(id, row, target) };
  });
  await write.insert(
    'models',
    created.map((one) => one.model),
  );
  await write.insert(
    'moves',
    created.flatMap((one) => one.moves),
  );
  await write.insert(
    'model_sources',
    created.map((one) => one.source),
  );
}

async function updateModels(write: WriteHandle, rows: readonly PlannedRow[], target: Target): Promise<void> {
  const planned = new Map(
    rows.flatMap((row): [string, PlannedRow][] => (row.modelId === null ? [] : [[row.modelId, row]])),
  );
  const models = await listModelsById(write.read, [...planned.keys()]);
  const changes: ModelChange[] = [];
  const sources: ModelSourceRow[] = [];
  for (const model of models) {
    const row = planned.get(model.id);
    if (!row) continue;
    changes.push({ model, columns: columnsOf(row.patch), ...(await replaceMoves(write, model, row, target)) });
    sources.push(sourceOf(model.id, row, target));
  }
  await changeModels(write, changes, target.settings.reviewMonths, target.context.now);
  await write.insert('model_sources', sources);
}

/** Moves that only an import made are made again from the newer file; a person's own moves stay (the plan sees to it). */
async function replaceMoves(
  write: WriteHandle,
  model: ModelTableRow,
  row: PlannedRow,
  target: Target,
): Promise<{ readonly moves?: readonly MoveRow[] }> {
  if (!row.lifecycleChanged) return {};
  const before = await listMoves(write.read, model.id);
  await write.remove(
    'moves',
    before.map(({ id }) => id),
  );
  const moves = movesOf(model.id, row, target);
  await write.insert('moves', moves);
  return { moves };
}

function movesOf(modelId: string, row: PlannedRow, { importId, fileName, context }: Target): MoveRow[] {
  const deployment = row.events.findLastIndex((event) => event.stage === 'deployed');
  const versioned = deployment === -1 ? row.events.length - 1 : deployment;
  return row.events.map((event, index) => {
    const from = row.events[index - 1]?.stage;
    return {
      id: context.newId(),
      model_id: modelId,
      ord: index + 1,
      to_stage: event.stage,
      at: event.at,
      implied: 0,
      actor: context.actor,
      reason: `Import of ${fileName}, row ${row.row}`,
      correction: from !== undefined && !isUsualMove(from, event.stage) ? 1 : 0,
      version: index === versioned ? row.version : '',
      replaced_by: null,
      recorded_at: context.now,
      import_id: importId,
    };
  });
}

function sourceOf(modelId: string, row: PlannedRow, { importId, context }: Target): ModelSourceRow {
  return {
    id: `${modelId}:${importId}`,
    model_id: modelId,
    import_id: importId,
    imported_at: context.now,
    key_text: row.keyText,
    row_number: row.row,
    fields: JSON.stringify(row.fields),
    stage: row.stage,
    events: JSON.stringify(row.events),
    origins: JSON.stringify(row.origins.map((origin) => toStoredOrigin(origin, row.fields))),
  };
}

const labelOf = (changed: number, fileName: string): string =>
  changed === 0 ? `Import ${fileName}, which changed no model` : `Import ${counted(changed, 'model')} from ${fileName}`;
