import { isUsualMove } from '#domain/lifecycle';
import type { Settings } from '#contract/settings';
import type { CommandContext } from '../../context';
import type { PlannedRow } from '../../importers/inventory/plan-types';
import type { Job } from '../../jobs/job-list';
import { DomainError } from '../../rpc/errors';
import { chunks } from '../../store/chunks';
import type { WriteHandle } from '../../store/handle';
import { changeModels, type ModelChange, newModelRow } from '../../store/model-writes';
import { lastEntry } from '../../store/journal';
import { columnsOf } from '../../store/model-rows';
import { listModelsById } from '../../store/models';
import { listRelatedIds } from '../../store/moves';
import { getSettings } from '../../store/settings';
import type { ModelSourceRow, ModelTableRow, MoveRow } from '../../store/tables';
import { toStoredOrigin } from '../../store/stored-origin';
import type { Prepared } from './prepare';

const ROWS_PER_STEP = 500;
const STORED_PROBLEMS = 5_000;

interface Target {
  readonly importId: string;
  readonly fileName: string;
  readonly settings: Settings;
  readonly context: CommandContext;
}

/** Writes a plan in the caller's transaction; a cancel in the middle throws, and so nothing of it stays. */
export async function applyInventory(
  write: WriteHandle,
  prepared: Prepared,
  context: CommandContext,
  job: Job,
): Promise<string> {
  const { plan, table } = prepared;
  if (((await lastEntry(write.read))?.seq ?? 0) !== prepared.seq) {
    throw new DomainError(
      'conflict',
      'The portfolio was changed while the import was being worked out; nothing was written. Import the file again.',
    );
  }
  const importId = context.newId();
  const target: Target = { importId, fileName: table.fileName, settings: await getSettings(write.read), context };
  await insertLedger(write, importId, prepared, context);
  const work = plan.rows.filter((row) => row.action === 'create' || row.action === 'update');
  let done = 0;
  for (const step of chunks(work, ROWS_PER_STEP)) {
    refuseWhenCancelled(job);
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
  refuseWhenCancelled(job);
  return importId;
}

export function refuseWhenCancelled(job: Job): void {
  if (job.signal.aborted) throw new DomainError('cancelled', 'The import was cancelled; nothing was written.');
}

async function insertLedger(
  write: WriteHandle,
  id: string,
  { table, mapping, preset, plan }: Prepared,
  context: CommandContext,
): Promise<void> {
  const row = {
    id,
    at: context.now,
    actor: context.actor,
    file_name: table.fileName,
    file_hash: table.contentHash,
    format: 'inventory',
    preset,
    mapping: JSON.stringify(mapping),
    rows_read: table.rows.length,
    created: plan.creates,
    updated: plan.updates,
    unchanged: plan.unchanged,
    rejected: plan.rejected,
    problems: JSON.stringify(plan.problems.slice(0, STORED_PROBLEMS)),
    undone: 0,
  };
  await write.insert('imports', [row]);
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
  await write.remove('moves', await listRelatedIds(write.read, 'moves', [model.id]));
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
