import type { DutyColumns } from '#contract/imports/duties';
import type { Settings } from '#contract/portfolio/settings';
import { counted } from '#domain/base/wording';
import { refuseWhenCancelled } from '../../../failure/refuse-when-cancelled';
import { originColumns } from '../../../importers/inventory/origin-columns';
import { settledText, withVersion } from '../../../importers/inventory/plan-row';
import type { ExistingModel, ImportedFields, PlannedRow } from '../../../importers/inventory/plan-types';
import type { Job } from '../../../jobs/job-list';
import { chunks } from '../../../store/chunks';
import { type OriginColumn, originsText } from '../../../store/imports/stored-origin';
import type { ModelSourceRow } from '../../../store/imports/tables';
import type { WriteHandle } from '../../../store/journal/handle';
import { restoreModel } from '../../../store/models/deleted-models';
import { columnsOf } from '../../../store/models/model-rows';
import { changeModels, type ModelChange, newModelRow } from '../../../store/models/model-writes';
import { listModelsById } from '../../../store/models/models';
import { listMovesOf } from '../../../store/models/moves';
import type { MoveRow } from '../../../store/models/tables';
import { getSettings } from '../../../store/portfolio/settings';
import type { CommandContext } from '../../context';
import type { AppliedImport, ImportCounts } from '../kind';
import { insertLedger, refuseWhenChanged } from '../ledger';
import { addHistory, importedMove, type MoveOrigin } from './add-history';
import { answerDuties, type ModelAnswers } from './answer-duties';
import { restoredBy } from './identify';
import { keepSource } from './keep-source';
import { type ModelEvidence, noteEvidence } from './note-evidence';
import type { PreparedInventory } from './prepare-inventory';
import { setsOf } from './sets-of';

const ROWS_PER_STEP = 500;

interface Target extends MoveOrigin {
  readonly settings: Settings;
  readonly sourceId: string | null;
  readonly columns: readonly OriginColumn[];
  readonly duties: DutyColumns | undefined;
}

/**
 * Works the plan out and writes it in the caller's transaction, block by block as the file is read: neither a plan nor a file
 * is too long to be held. What is compared with is the portfolio as it was before. A cancel in the middle throws, and so
 * nothing of it stays.
 */
export async function applyInventory(
  write: WriteHandle,
  prepared: PreparedInventory,
  context: CommandContext,
  job: Job,
): Promise<AppliedImport> {
  const { head, mapping } = prepared;
  await refuseWhenChanged(write, prepared.seq);
  for (const deleted of restoredBy(prepared.identified)) await restoreModel(write, deleted);
  const sourceId = await keepSource(write, prepared, context);
  const importId = context.newId();
  const columns = originColumns(head, mapping);
  const settings = await getSettings(write.read);
  const target: Target = {
    importId,
    fileName: head.fileName,
    settings,
    sourceId,
    columns,
    duties: mapping.duties,
    context,
  };
  const contradicted = new Set<string>();
  const plan = await prepared.plan({
    keep: 0,
    take: async (rows, models) => {
      for (const step of chunks(rows, ROWS_PER_STEP)) {
        refuseWhenCancelled(job.signal, 'import');
        await writeRows(write, step, models, target);
        for (const row of step) if (row.modelId !== null && asks(row)) contradicted.add(row.modelId);
      }
    },
    onProgress: (done, total) => job.progress('Writing', done, total),
  });
  const { creates: created, updates: updated, unchanged, rejected } = plan;
  const counts: ImportCounts = { created, updated, unchanged, rejected };
  // Behind the rows, since only now its counts are known; what names it before waits for it until the transaction ends.
  await insertLedger(
    write,
    {
      id: importId,
      format: 'inventory',
      fileName: head.fileName,
      fileHash: head.contentHash,
      preset: prepared.preset,
      mapping,
      rows: plan.rowsRead,
      counts,
      problems: plan.problems,
      columns,
      sourceId,
    },
    context,
  );
  refuseWhenCancelled(job.signal, 'import');
  return {
    importId,
    counts,
    waiting: plan.waiting,
    models: setsOf(prepared.identified, contradicted),
    parts: plan.parts,
    label: labelOf(created + updated, head.fileName),
  };
}

async function writeRows(
  write: WriteHandle,
  rows: readonly PlannedRow[],
  models: ReadonlyMap<string, ExistingModel>,
  target: Target,
): Promise<void> {
  const that = (action: PlannedRow['action']): readonly PlannedRow[] => rows.filter((row) => row.action === action);
  await createModels(write, that('create'), target);
  await updateModels(write, that('update'), target);
  await keepAnswers(write, that('unchanged'), models, target);
  await dutiesOf(write, [...that('update'), ...that('unchanged')], target);
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
  await noteDuties(
    write,
    created.map(({ model }, index) => ({
      modelId: model.id,
      duties: rows[index]?.duties ?? [],
      evidence: rows[index]?.evidence ?? [],
    })),
    target,
  );
}

const dutiesOf = (write: WriteHandle, rows: readonly PlannedRow[], target: Target): Promise<void> =>
  noteDuties(
    write,
    rows.flatMap(({ modelId, duties, evidence }) => (modelId === null ? [] : [{ modelId, duties, evidence }])),
    target,
  );

async function noteDuties(
  write: WriteHandle,
  models: readonly (ModelAnswers & ModelEvidence)[],
  { duties, fileName, context }: Target,
): Promise<void> {
  const noting = { fileName, now: context.now, newId: context.newId };
  if (duties !== undefined) await answerDuties(write, models, { duties, ...noting });
  await noteEvidence(write, models, noting);
}

/** A row that changes nothing is remembered all the same where somebody said that ours stays, or the source is new to it. */
async function keepAnswers(
  write: WriteHandle,
  rows: readonly PlannedRow[],
  models: ReadonlyMap<string, ExistingModel>,
  target: Target,
): Promise<void> {
  const answered = rows.filter(
    (row) => saysOurs(row) || !models.get(row.modelId ?? '')?.sourceIds.has(target.sourceId ?? ''),
  );
  await write.insert(
    'model_sources',
    answered.flatMap((row) => (row.modelId === null ? [] : [sourceOf(row.modelId, row, target)])),
  );
}

/** Whether the file says otherwise than we do, and nobody has said who is right. */
const asks = ({ differences, history }: PlannedRow): boolean =>
  [...differences, ...(history?.contradicted ?? [])].some(({ decision }) => decision === 'ask');

const saysOurs = ({ differences, history, declined }: PlannedRow): boolean =>
  declined !== null || [...differences, ...(history?.contradicted ?? [])].some(({ decision }) => decision === 'ours');

async function updateModels(write: WriteHandle, rows: readonly PlannedRow[], target: Target): Promise<void> {
  const planned = new Map(
    rows.flatMap((row): [string, PlannedRow][] => (row.modelId === null ? [] : [[row.modelId, row]])),
  );
  const models = await listModelsById(write.read, [...planned.keys()]);
  const movesOf = await listMovesOf(write.read, [...planned.keys()]);
  const changes: ModelChange[] = [];
  const added: MoveRow[] = [];
  const sources: ModelSourceRow[] = [];
  for (const model of models) {
    const row = planned.get(model.id);
    if (!row) continue;
    const grown = await addHistory(write, model.id, movesOf.get(model.id) ?? [], row, target);
    if (grown) added.push(...grown.added);
    changes.push({ model, columns: columnsOf(row.patch), ...(grown && { moves: grown.moves }) });
    sources.push(sourceOf(model.id, row, target));
  }
  await write.insert('moves', added);
  await changeModels(write, changes, target.settings.reviewMonths, target.context.now);
  await write.insert('model_sources', sources);
}

function movesOf(modelId: string, row: PlannedRow, target: Target): MoveRow[] {
  return withVersion(row.events, row.version).map((move, index, all) =>
    importedMove(move, { modelId, ord: index + 1, from: all[index - 1]?.to }, row, target),
  );
}

function sourceOf(modelId: string, row: PlannedRow, { importId, sourceId, columns, context }: Target): ModelSourceRow {
  return {
    id: context.newId(),
    model_id: modelId,
    import_id: importId,
    imported_at: context.now,
    key_text: row.keyText,
    row_number: row.row,
    fields: JSON.stringify(answered(row)),
    stage: row.stage,
    events: settled(row),
    origins: originsText(row.origins, columns, row.fields),
    source_id: sourceId,
  };
}

const labelOf = (changed: number, fileName: string): string =>
  changed === 0 ? `Import ${fileName}, which changed no model` : `Import ${counted(changed, 'model')} from ${fileName}`;

/** The values that were taken or answered: one that waits for an answer is asked about again. */
function answered({ fields, differences }: PlannedRow): ImportedFields {
  const waiting = new Set(differences.filter(({ decision }) => decision === 'ask').map(({ field }) => field));
  if (waiting.size === 0) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !waiting.has(field)));
}

/** What the row told of the model's life; as settled, where somebody said that ours stays. */
function settled({ events, version, history, declined }: PlannedRow): string {
  const ours = declined !== null || (history?.contradicted.some(({ decision }) => decision === 'ours') ?? false);
  return ours ? settledText(withVersion(events, version)) : JSON.stringify(events);
}
