import type { Settings } from '#contract/portfolio/settings';
import { counted } from '#domain/base/wording';
import { refuseWhenCancelled } from '../../../failure/refuse-when-cancelled';
import type { PlannedModel } from '../../../importers/versions/plan-types';
import { moveOf, releaseKey } from '../../../importers/versions/plan-versions';
import type { ToldVersion } from '../../../importers/versions/read-versions';
import type { Job } from '../../../jobs/job-list';
import type { ModelSourceRow } from '../../../store/imports/tables';
import type { WriteHandle } from '../../../store/journal/handle';
import { changeModels, type ModelChange, newModelRow } from '../../../store/models/model-writes';
import { listModelsById } from '../../../store/models/models';
import { listMovesOf } from '../../../store/models/moves';
import type { MoveRow, VersionRow } from '../../../store/models/tables';
import { getSettings } from '../../../store/portfolio/settings';
import type { CommandContext } from '../../context';
import { addHistory, importedMove, type MoveOrigin } from '../inventory/add-history';
import type { AppliedImport } from '../kind';
import { insertLedger, refuseWhenChanged } from '../ledger';
import type { PreparedVersions } from './prepare-versions';
import { keepVersionSource } from './version-source';

/** One step writes about as many. */
const VERSIONS_PER_STEP = 5_000;

interface Target extends MoveOrigin {
  readonly settings: Settings;
}

/** Writes a plan in the caller's transaction; a cancel in the middle throws, and so nothing of it stays. */
export async function applyVersions(
  write: WriteHandle,
  prepared: PreparedVersions,
  context: CommandContext,
  job: Job,
): Promise<AppliedImport> {
  const { table, planned, mapping, counts, problems, source, request } = prepared;
  await refuseWhenChanged(write, prepared.seq);
  const kept = { source, request, labels: table.labels, mapping, planned };
  const sourceId = await keepVersionSource(write, kept, context);
  const importId = await insertLedger(
    write,
    {
      format: 'versions',
      fileName: table.fileName,
      fileHash: table.contentHash,
      preset: null,
      mapping,
      rows: table.rows.length,
      counts,
      problems: problems.kept,
      sourceId,
    },
    context,
  );
  const target: Target = {
    importId,
    fileName: table.fileName,
    parts: table.parts,
    settings: await getSettings(write.read),
    context,
  };
  const work = planned.filter(changesAnything);
  const created = new Map<PlannedModel, string>();
  const total = work.reduce((sum, { told }) => sum + told.length, 0);
  let done = 0;
  for (const step of stepsOf(work)) {
    refuseWhenCancelled(job.signal, 'import');
    const fresh = step.filter(({ model }) => !model);
    for (const [index, id] of (await createModels(write, fresh, target)).entries()) {
      const one = fresh[index];
      if (one) created.set(one, id);
    }
    await updateModels(
      write,
      step.filter(({ model }) => model),
      target,
    );
    done += step.reduce((sum, { told }) => sum + told.length, 0);
    job.progress('Writing', done, total);
  }
  refuseWhenCancelled(job.signal, 'import');
  const changed = counts.created + counts.updated;
  const label =
    changed === 0
      ? `Import ${table.fileName}, which changed no version`
      : `Import ${counted(changed, 'version')} from ${table.fileName}`;
  const idOf = (one: PlannedModel): readonly string[] => [one.model?.id ?? created.get(one) ?? ''].filter(Boolean);
  const models = {
    contradicted: planned
      .filter(({ contradictions }) => contradictions.some(({ decision }) => decision === 'ask'))
      .flatMap(idOf),
    ended: planned.filter(({ ended }) => ended !== null).flatMap(idOf),
  };
  return { importId, counts, label, models, parts: table.parts };
}

function changesAnything({ model, history, newRecords, changedRecords }: PlannedModel): boolean {
  if (!model) return true;
  const moves = history && history.added.length + history.refined.length > 0;
  return Boolean(moves) || newRecords.length > 0 || changedRecords.length > 0;
}

function* stepsOf(work: readonly PlannedModel[]): Generator<readonly PlannedModel[]> {
  let step: PlannedModel[] = [];
  let size = 0;
  for (const one of work) {
    step.push(one);
    size += one.told.length;
    if (size < VERSIONS_PER_STEP && step.length < 500) continue;
    yield step;
    step = [];
    size = 0;
  }
  if (step.length > 0) yield step;
}

/** @returns their ids, in order */
async function createModels(
  write: WriteHandle,
  planned: readonly PlannedModel[],
  target: Target,
): Promise<readonly string[]> {
  const { settings, context } = target;
  const made = planned.map((one) => {
    const id = context.newId();
    const moves = firstMoves(id, one, target);
    const model = newModelRow(id, { name: one.name }, moves, settings.reviewMonths, context.now);
    return {
      model,
      moves,
      source: sourceOf(id, one, target),
      records: one.newRecords.map((told) => recordOf(id, told, target)),
    };
  });
  await write.insert(
    'models',
    made.map(({ model }) => model),
  );
  await write.insert(
    'moves',
    made.flatMap(({ moves }) => moves),
  );
  await write.insert(
    'versions',
    made.flatMap(({ records }) => records),
  );
  await write.insert(
    'model_sources',
    made.map(({ source }) => source),
  );
  return made.map(({ model }) => model.id);
}

/** Its releases; a model of which no version went live is proposed. */
function firstMoves(modelId: string, { told }: PlannedModel, target: Target): readonly MoveRow[] {
  const releases = told.filter(({ released }) => released);
  const [first] = told;
  if (releases.length === 0 && first) {
    const proposed = { to: 'proposed', when: null, version: '' } as const;
    return [importedMove(proposed, { modelId, ord: 1, from: undefined }, rowOf(first), target)];
  }
  return releases.map((one, index) =>
    importedMove(
      moveOf(one),
      { modelId, ord: index + 1, from: index === 0 ? undefined : 'deployed' },
      rowOf(one),
      target,
    ),
  );
}

const rowOf = ({ row }: ToldVersion) => ({ row, saysMonitoring: false });

/** That the import brought the model; it says nothing of its fields but the name. */
function sourceOf(modelId: string, { name, told }: PlannedModel, { importId, context }: Target): ModelSourceRow {
  return {
    id: `${modelId}:${importId}`,
    model_id: modelId,
    import_id: importId,
    imported_at: context.now,
    key_text: '',
    row_number: told[0]?.row ?? 0,
    fields: JSON.stringify({ name }),
    stage: null,
    events: '[]',
    origins: '[]',
    source_id: null,
  };
}

async function updateModels(write: WriteHandle, planned: readonly PlannedModel[], target: Target): Promise<void> {
  const { settings, context } = target;
  const byId = new Map(planned.flatMap((one) => (one.model ? [[one.model.id, one] as const] : [])));
  const models = await listModelsById(write.read, [...byId.keys()]);
  const movesOf = await listMovesOf(write.read, [...byId.keys()]);
  const changes: ModelChange[] = [];
  const added: MoveRow[] = [];
  const records: VersionRow[] = [];
  for (const model of models) {
    const one = byId.get(model.id);
    if (!one) continue;
    const rows = new Map(one.told.map((told) => [releaseKey(told), told.row]));
    const [first] = one.told;
    const grown = await addHistory(
      write,
      model.id,
      movesOf.get(model.id) ?? [],
      {
        history: one.history,
        row: first?.row ?? 0,
        rowOf: (move) => rows.get(releaseKey(move)),
        saysMonitoring: false,
        saysUnmonitored: false,
      },
      target,
    );
    if (grown) {
      changes.push({ model, columns: {}, moves: grown.moves });
      for (const move of grown.added) added.push(move);
    }
    for (const told of one.newRecords) records.push(recordOf(model.id, told, target));
    for (const { id, until, ...rest } of one.changedRecords)
      await write.update('versions', [id], {
        ...rest,
        ...(until && { until: until.at, until_precision: until.precision }),
      });
  }
  await write.insert('moves', added);
  await changeModels(write, changes, settings.reviewMonths, context.now);
  await write.insert('versions', records);
}

const recordOf = (
  modelId: string,
  { version, alias, stage, until }: ToldVersion,
  { importId, context }: Target,
): VersionRow => ({
  id: context.newId(),
  model_id: modelId,
  version,
  alias,
  stage,
  until: until?.at ?? null,
  until_precision: until?.precision ?? 'day',
  import_id: importId,
  recorded_at: context.now,
});
