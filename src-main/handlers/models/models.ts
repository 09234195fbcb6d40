import type { z } from 'zod';
import type { ModelRow } from '#contract/models/models';
import type { Move } from '#contract/models/records';
import { utcDay } from '#domain/base/calendar';
import { lastTwelveMonths } from '#domain/base/last-twelve-months';
import { counted } from '#domain/base/wording';
import { completeness } from '#domain/models/completeness';
import { parseReleaseChanges } from '#domain/models/release-changes';
import { STAGE_LABELS } from '#domain/vocabulary';
import type { ReadHandle } from '../../store/journal/handle';
import { readBeside } from '../../store/models/beside';
import { listModelChanges } from '../../store/models/changes';
import { countMissing } from '../../store/models/count-missing';
import { readGrid, readPackedGrid } from '../../store/models/grid';
import { moveMany, moveOne } from '../../store/models/make-moves';
import { toModelRow } from '../../store/models/model-rows';
import { getModel, listModels, listModelsById } from '../../store/models/models';
import { listCoarseLastMoves, listMoves } from '../../store/models/moves';
import type { ModelTableRow, MoveRow } from '../../store/models/tables';
import { listFacet, listOwners, listTags } from '../../store/overview/counts';
import { keepBefore } from '../context';
import type { SubjectHandlers } from '../subject';
import { approveModel, createModel, fieldWords, removeModels, updateModel, updateModels } from './edit-models';
import { readLiveVersions } from './live-versions';
import { mergeModels } from './merge-models';
import { readModel } from './read-model';
import { readTimeline } from './timeline/timeline';
import { wishOf } from './wish';

export const models: SubjectHandlers<'models'> = {
  list: async (input, { read, now }) => {
    const { total, rows } = await listModels(read, {
      ...input,
      releasesSince: lastTwelveMonths(now).from,
      today: now.slice(0, 10),
    });
    return { total, rows: await shownRows(rows, read, now) };
  },
  grid: ({ ids }, { read, now }) => readGrid(read, now, ids),
  columns: (_input, { read, now }) => readPackedGrid(read, now),
  completeness: async (_input, { read }) => completeness(await countMissing(read)),
  facets: async (_input, { read }) => ({
    units: [...(await listFacet(read, 'unit'))],
    types: [...(await listFacet(read, 'type'))],
    owners: [...(await listOwners(read))],
    tags: [...(await listTags(read))],
  }),
  get: ({ id }, context) => readModel(id, context, context.read),
  history: async ({ id }, { read }) => {
    await getModel(read, id);
    return { moves: (await listMoves(read, id)).map(toMove), changes: [...(await listModelChanges(read, id))] };
  },
  timeline: ({ id }, context) => readTimeline(id, context),
  liveVersions: async ({ at, ids }, { read }) => ({ rows: await readLiveVersions(read, utcDay(at), ids) }),
  create: (input, context) =>
    context.write(async (write) => {
      const id = await createModel(write, input, context);
      return { label: `Add “${input.name}”`, settledValue: () => readModel(id, context, write.read) };
    }),
  update: ({ id, patch }, context) =>
    context.write(async (write) => {
      const label = await updateModel(write, id, patch, context);
      return { label, settledValue: () => readModel(id, context, write.read) };
    }),
  updateMany: ({ ids, patch, withRows }, context) =>
    context.write(async (write) => {
      const { updated, lacks } = await updateModels(write, ids, patch, context);
      return {
        label: `Change ${fieldWords(Object.keys(patch))} of ${counted(updated, 'model')}${lacks}`,
        settledValue: async () => ({ updated, ...(withRows && { rows: await rowsOf(ids, write.read, context.now) }) }),
      };
    }, keepBefore(ids)),
  move: ({ id, ...input }, context) =>
    context.write(async (write) => {
      const label = await moveOne(write, id, wishOf(input, context.now), context);
      return { label, settledValue: () => readModel(id, context, write.read) };
    }),
  moveMany: ({ ids, withRows, ...input }, context) =>
    context.write(async (write) => {
      const result = await moveMany(write, ids, wishOf(input, context.now), context);
      return {
        label: `Move ${counted(result.moved, 'model')} to ${STAGE_LABELS[input.to]}`,
        settledValue: async () => ({
          ...result,
          ...(withRows && { rows: await rowsOf(ids, write.read, context.now) }),
        }),
      };
    }, keepBefore(ids)),
  approve: ({ id, ...approval }, context) =>
    context.write(async (write) => {
      const label = await approveModel(write, id, approval, context);
      return { label, settledValue: () => readModel(id, context, write.read) };
    }),
  merge: ({ keep, merge }, context) =>
    context.write(async (write) => {
      const label = await mergeModels(write, keep, merge, context);
      return { label, settledValue: () => readModel(keep, context, write.read) };
    }),
  remove: ({ ids }, context) =>
    context.write(async (write) => {
      const removed = await removeModels(write, ids);
      const [first] = removed;
      const what = removed.length === 1 && first ? `“${first.name}”` : counted(removed.length, 'model');
      return { label: `Delete ${what}`, value: { removed: removed.length } };
    }, keepBefore(ids)),
};

const rowsOf = async (ids: readonly string[], read: ReadHandle, now: string): Promise<ModelRow[]> =>
  shownRows(await listModelsById(read, ids), read, now);

async function shownRows(rows: readonly ModelTableRow[], read: ReadHandle, now: string): Promise<ModelRow[]> {
  const ids = rows.map((row) => row.id);
  const besideOf = await readBeside(read, now, ids);
  const coarse = await listCoarseLastMoves(read, ids);
  return rows.map((row) => toModelRow(row, besideOf(row.id), coarse.get(row.id) ?? 'day'));
}

/** `from` is not stored: it is the stage of the move before, so that an inserted move cannot contradict it. */
function toMove(row: MoveRow, index: number, all: readonly MoveRow[]): z.output<typeof Move> {
  return {
    id: row.id,
    from: all[index - 1]?.to_stage ?? null,
    to: row.to_stage,
    at: row.at,
    actor: row.actor,
    reason: row.reason,
    precision: row.precision,
    correction: row.correction === 1,
    version: row.version,
    changed: parseReleaseChanges(row.changed),
    recordedAt: row.recorded_at,
  };
}
