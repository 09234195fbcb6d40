import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import { DAY_MS } from '#domain/drift/day-verdicts';
import type { ReadHandle } from '../journal/handle';
import type { Recorder } from '../journal/recorder';
import { getDriftRules, listBandOverrides } from './rules';
import { reviewRetraining } from './sqlite/retraining';
import { listMeasured, listOverdue, measuredAmong, refreshModel, stateStatements } from './sqlite/state';
import type { RetrainingItemRow } from './tables';

/** This long the engine works before other calls have their turn. */
const TURN_MS = 30;

/**
 * After any change, whether it was done, undone or redone: the drift state of the models concerned. So no handler can
 * forget it, and an undo finds the health that follows from what is there, not the one that was written once.
 */
export async function settleDrift(recorder: Recorder, now: string): Promise<void> {
  const { topics, raw, touched, settledModels } = recorder;
  const bears =
    topics.has('drift_batches') || topics.has('drift_bands') || HEALTH_READS.some((name) => touched.has(name));
  if (!bears) return;
  const concerned = recorder.portfolioWide.has('drift_bands')
    ? listMeasured(raw)
    : measuredAmong(raw, recorder.modelIds).filter((id) => !settledModels.has(id));
  for (const id of await refreshAll(recorder.read, raw, concerned, now)) recorder.modelIds.add(id);
}

export interface ReviewRequest {
  readonly at: string;
  readonly actor: string;
}

/** After bands or rules were changed: retraining that is due by them, and items that no longer are. To be undone with them. */
export async function reviewRetrainingItems(recorder: Recorder, { at, actor }: ReviewRequest): Promise<void> {
  const { topics, touched, portfolioWide, raw } = recorder;
  const forAll = topics.has('drift_rules') || portfolioWide.has('drift_bands');
  if (!forAll && !topics.has('drift_bands') && !touched.has('models.tier')) return;
  const { retrainingWindows } = await getDriftRules(recorder.read);
  const overrides = await listBandOverrides(recorder.read);
  const statements = stateStatements(raw);
  const rule = { windows: retrainingWindows, now: at, newId: randomUUID };
  const open: RetrainingItemRow[] = [];
  const close: string[] = [];
  await inTurns(forAll ? listMeasured(raw) : measuredAmong(raw, recorder.modelIds), (id) => {
    const review = reviewRetraining(statements, id, overrides, rule);
    if (review.open) open.push(review.open);
    close.push(...review.close);
  });
  const note = 'A band or the rule was changed: by it, these windows do not ask for retraining.';
  await recorder.update('retraining_items', close, { resolved_at: at, resolved_by: actor, note });
  await recorder.insert('retraining_items', open);
}

/** What of a model its health depends on: a new name leaves a million results alone. */
const HEALTH_READS = ['models.*', 'models.tier', 'models.stage', 'models.update_frequency'];

/** Asked before a transaction is begun: most days nothing is. */
export const isOverdue = (db: Database.Database, now: string): boolean => listOverdue(db, dayOf(now)).length > 0;

/** Silence that has come since it was looked last; answers the models whose health changed by it. */
export function refreshOverdue(read: ReadHandle, db: Database.Database, now: string): Promise<readonly string[]> {
  return refreshAll(read, db, listOverdue(db, dayOf(now)), now);
}

const dayOf = (now: string): number => Math.floor(Date.parse(now) / DAY_MS);

async function refreshAll(
  read: ReadHandle,
  db: Database.Database,
  modelIds: readonly string[],
  now: string,
): Promise<readonly string[]> {
  if (modelIds.length === 0) return [];
  const overrides = await listBandOverrides(read);
  const statements = stateStatements(db);
  const changed: string[] = [];
  await inTurns(modelIds, (id) => {
    if (refreshModel(statements, id, overrides, now)) changed.push(id);
  });
  return changed;
}

/** Works model by model and lets other calls have their turn now and then. */
export async function inTurns(modelIds: Iterable<string>, work: (id: string) => void): Promise<void> {
  let started = performance.now();
  for (const id of modelIds) {
    work(id);
    if (performance.now() - started < TURN_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    started = performance.now();
  }
}
