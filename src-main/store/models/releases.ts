import type { DatePrecision } from '#domain/base/period';
import { liveEvents } from '#domain/models/live-versions';
import type { ReadHandle } from '../journal/handle';
import { listMovesOf } from './moves';

/** A move that put a version live. */
export interface StoredRelease {
  /** Of the move. */
  readonly id: string;
  /** '': nobody named it. */
  readonly version: string;
  /** `null`: its day is not known. */
  readonly at: string | null;
  readonly precision: DatePrecision;
}

/** The releases of models, each model's in order. */
export async function listReleasesOf(
  read: ReadHandle,
  modelIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredRelease[]>> {
  const byModel = new Map<string, readonly StoredRelease[]>();
  for (const [modelId, moves] of await listMovesOf(read, modelIds)) {
    const events = liveEvents(
      moves.map(({ to_stage, at, precision, version }) => ({
        to: to_stage,
        when: at === null ? null : { at, precision },
        version,
      })),
    );
    byModel.set(
      modelId,
      moves.flatMap(({ id, version, at, precision }, index) =>
        events[index]?.kind === 'release' ? [{ id, version, at, precision }] : [],
      ),
    );
  }
  return byModel;
}
