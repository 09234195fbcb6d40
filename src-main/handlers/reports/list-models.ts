import type { ModelRow } from '#contract/models/models';
import { daysSince } from '#domain/base/calendar';
import { isInProduction } from '#domain/models/lifecycle';
import type { ApprovalLine, VersionLine } from '../../exporters/workbook/history-sheets';
import type { InventoryLine } from '../../exporters/workbook/inventory-sheet';
import { chunks } from '../../store/chunks';
import { listImports } from '../../store/imports/imports';
import type { ReadHandle } from '../../store/journal/handle';
import { fieldsOf } from '../../store/models/model-rows';
import { listModelNamesById, listModelsById } from '../../store/models/models';
import { listMovesOf } from '../../store/models/moves';
import { versionsOf } from '../../store/models/released-versions';
import type { ApprovalRow, ModelTableRow, MoveRow } from '../../store/models/tables';
import { listVersions } from '../../store/models/versions';
import type { ModelName } from '../../store/reports/model-name';
import { listNamesFrom } from '../../store/reports/report-names';
import type { QueryContext } from '../context';

/** Rows are asked for in pages of this size, so that a large portfolio never lies in memory as a whole. */
export const PAGE = 2_000;
/** What is asked for by the ids of models takes fewer at once. */
const FEW = 900;

export type ApprovalsByModel = ReadonlyMap<string, readonly ApprovalRow[]>;

/** By name, or in the order of `models`: an order by names that are not told would tell them. */
async function* pagesOfModels(
  { ask }: Pick<QueryContext, 'ask'>,
  models: readonly ModelName[] | null,
): AsyncGenerator<ModelRow[]> {
  if (models !== null) {
    const held = new Map<string, ModelRow>();
    for await (const rows of pagesOfModels({ ask }, null)) for (const row of rows) held.set(row.id, row);
    for (const page of chunks(models, PAGE)) yield page.flatMap(({ id }) => held.get(id) ?? []);
    return;
  }
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await ask('models.list', { sort: [{ field: 'name' }], offset, limit: PAGE });
    yield rows;
    if (rows.length < PAGE) return;
  }
}

/** The model that takes over from one that is retired, by its last move. */
const successorOf = (moves: readonly MoveRow[] = []): string | null => {
  const last = moves.at(-1);
  return last?.to_stage === 'retired' ? last.replaced_by : null;
};

/** All models by name, or in the order of `models`, as their own pages tell them. */
export async function* listInventory(
  context: Pick<QueryContext, 'ask' | 'read' | 'now'>,
  approvals: ApprovalsByModel,
  models: readonly ModelName[] | null,
): AsyncGenerator<InventoryLine> {
  const { read, now } = context;
  for await (const rows of pagesOfModels(context, models)) {
    const ids = rows.map(({ id }) => id);
    const whole = new Map((await listModelsById(read, ids)).map((row) => [row.id, row]));
    const moves = await listMovesOf(read, ids);
    const successors = ids.flatMap((id) => successorOf(moves.get(id)) ?? []);
    const names = await listModelNamesById(read, successors);
    for (const row of rows) {
      const model = whole.get(row.id);
      if (!model) continue;
      const { purpose, notes, externalReferences } = fieldsOf(model);
      const successor = successorOf(moves.get(row.id));
      const name = successor === null ? undefined : names.get(successor);
      const approval = approvals.get(row.id)?.[0];
      yield {
        ...row,
        ...{ purpose, notes, externalReferences, createdAt: model.created_at },
        timeInStageDays: daysSince(row.stageSince, now),
        versionAgeDays: daysSince(row.versionSince, now),
        replacedBy: successor === null || name === undefined ? null : { id: successor, name },
        lastApproval: approval ? { by: approval.approved_by, at: approval.at } : null,
      };
    }
  }
}

/** All models in the order of the inventory: by name, or in the order of `models`. */
export async function* pagesOfNames(
  read: ReadHandle,
  models: readonly ModelName[] | null,
): AsyncGenerator<readonly ModelName[]> {
  if (models !== null) return yield* chunks(models, FEW);
  for (let offset = 0; ; offset += FEW) {
    const page = await listNamesFrom(read, offset, FEW);
    yield page;
    if (page.length < FEW) return;
  }
}

export type NamePages = AsyncIterable<readonly ModelName[]>;

/** When a model that is retired ended. */
const endOf = ({ stage, stage_since: at, stage_since_precision: precision }: ModelTableRow) =>
  stage === 'retired' ? { at, precision } : null;

/** Model by model: each version that went live, the newest first, then those that only a registry knows. */
export async function* listAllVersions(read: ReadHandle, models: NamePages, now: string): AsyncGenerator<VersionLine> {
  const files = new Map((await listImports(read)).map(({ id, file_name }) => [id, file_name]));
  for await (const page of models) {
    const ids = page.map(({ id }) => id);
    const [moves, stored] = [await listMovesOf(read, ids), await listVersions(read, ids)];
    const live = new Map((await listModelsById(read, ids)).map((row) => [row.id, row]));
    for (const { id: modelId, name: model } of page) {
      const row = live.get(modelId);
      if (!row) continue;
      const own = moves.get(modelId) ?? [];
      const { versions, otherVersions } = versionsOf(own, row, stored.get(modelId) ?? [], now.slice(0, 10));
      // A line for each move with a version, as they are told.
      const brought = own.filter(({ version }) => version !== '').reverse();
      for (const [at, version] of versions.entries()) {
        const { import_id: from = null, actor: by = '' } = brought[at] ?? {};
        const source = from === null ? '' : (files.get(from) ?? null);
        // It was live until what came next, where nobody said another day.
        const next = versions[at - 1] ?? endOf(row);
        const end = version.until ? {} : { until: next?.at ?? null, untilPrecision: next?.precision ?? 'day' };
        const live = version.live && isInProduction(row.stage);
        yield { modelId, model, ...version, ...end, live, released: true, source, by };
      }
      const never = {
        released: false,
        live: false,
        at: null,
        until: null,
        precision: 'day',
        untilPrecision: 'day',
      } as const;
      for (const version of otherVersions) yield { modelId, model, ...version, ...never, source: null, by: '' };
    }
  }
}

/** Model by model, each model's approvals the latest first. */
export async function* listApprovalLines(approvals: ApprovalsByModel, models: NamePages): AsyncGenerator<ApprovalLine> {
  for await (const page of models)
    for (const { id: modelId, name: model } of page)
      for (const { approved_by: approvedBy, at, note, recorded_by, recorded_at } of approvals.get(modelId) ?? [])
        yield { modelId, model, approvedBy, at, note, recordedBy: recorded_by, recordedAt: recorded_at };
}
