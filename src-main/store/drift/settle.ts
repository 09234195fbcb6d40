import { dayNumber } from '#domain/base/calendar';
import { NO_GROUND_NOTE } from '#domain/drift/retraining-story';
import { sqlite } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { Recorder } from '../journal/recorder';
import { getDriftRules, listBandOverrides } from './rules';
import { refreshModels } from './sqlite/refresh';
import { reviewModels } from './sqlite/retraining';
import { forgetUnmeasured, listMeasured, listOverdue, measuredAmong } from './sqlite/state';

/**
 * After any change, whether it was done, undone or redone: the drift state of the models concerned. So no handler can
 * forget it, and an undo finds the health that follows from what is there, not the one that was written once.
 */
export async function settleDrift(recorder: Recorder, now: string): Promise<void> {
  const { topics, read, touched, settledModels } = recorder;
  const bears =
    topics.has('drift_batches') || topics.has('drift_bands') || HEALTH_READS.some((name) => touched.has(name));
  if (!bears) return;
  const concerned = recorder.portfolioWide.has('drift_bands')
    ? listMeasured(sqlite(read))
    : measuredAmong(sqlite(read), recorder.modelIds).filter((id) => !settledModels.has(id));
  for (const id of await refreshAll(read, concerned, now)) recorder.modelIds.add(id);
}

export interface ReviewRequest {
  readonly at: string;
  readonly actor: string;
}

/** After bands or rules were changed: retraining that is due by them, and items that no longer are. To be undone with them. */
export async function reviewRetrainingItems(recorder: Recorder, { at, actor }: ReviewRequest): Promise<void> {
  const { topics, touched, portfolioWide, read, newId } = recorder;
  const forAll = topics.has('drift_rules') || portfolioWide.has('drift_bands');
  if (!forAll && !topics.has('drift_bands') && !touched.has('models.tier')) return;
  const { retrainingWindows } = await getDriftRules(read);
  const overrides = await listBandOverrides(read);
  const db = sqlite(read);
  const concerned = forAll ? listMeasured(db) : measuredAmong(db, recorder.modelIds);
  const rule = { windows: retrainingWindows, now: at, newId };
  const { open, close } = await reviewModels(db, concerned, overrides, rule);
  const ended = { outcome: 'no_ground', resolved_at: at, resolved_by: actor, note: NO_GROUND_NOTE } as const;
  await recorder.update('retraining_items', close, ended);
  await recorder.insert('retraining_items', open);
}

/** What of a model its health depends on: a new name leaves a million results alone. */
const HEALTH_READS = ['models.*', 'models.tier', 'models.stage', 'models.update_frequency'];

/** Asked before a transaction is begun: most days nothing is. */
export const isOverdue = async (read: ReadHandle, now: string): Promise<boolean> =>
  listOverdue(sqlite(read), dayOf(now)).length > 0;

/** Silence that has come since it was looked last; answers the models whose health changed by it. */
export function refreshOverdue(read: ReadHandle, now: string): Promise<readonly string[]> {
  return refreshAll(read, listOverdue(sqlite(read), dayOf(now)), now);
}

/** Of a file that somebody else made: what its health follows from is proved, and health is worked out from it anew. */
export async function redoDrift(read: ReadHandle, now: string): Promise<void> {
  const db = sqlite(read);
  await refreshAll(read, listMeasured(db), now);
  forgetUnmeasured(db);
}

const dayOf = (now: string): number => dayNumber(Date.parse(now));

async function refreshAll(read: ReadHandle, modelIds: readonly string[], now: string): Promise<readonly string[]> {
  if (modelIds.length === 0) return [];
  return refreshModels(sqlite(read), modelIds, await listBandOverrides(read), now);
}
