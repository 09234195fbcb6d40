import type { LiveVersion } from '#contract/models/versions';
import type { Dated } from '#domain/base/period';
import { endsByVersion, liveEvents, liveOn } from '#domain/models/live-versions';
import type { ReadHandle } from '../../store/journal/handle';
import { listModelNames } from '../../store/models/models';
import { listKnownMoves, listUndatedMoves } from '../../store/models/moves';
import { listVersions } from '../../store/models/versions';

const NOTHING: LiveSpan = { version: null, from: null, until: null };

interface LiveSpan {
  readonly version: string | null;
  readonly from: Dated | null;
  readonly until: Dated | null;
}

/** What was live of each model on a day (ISO calendar date). */
export async function readLiveVersions(
  read: ReadHandle,
  day: string,
  ids: readonly string[] | undefined,
): Promise<LiveVersion[]> {
  const moves = await listKnownMoves(read, ids);
  const versions = await listVersions(read, ids);
  const noted = await listUndatedMoves(read, ids);
  return (await listModelNames(read, ids)).flatMap(({ id, name }) => {
    const history = (moves.get(id) ?? []).map((move) => ({ ...move, knownBy: noted.get(move.id) }));
    const events = liveEvents(history, endsByVersion(versions.get(id) ?? []));
    const { live, certain, said, why, ended } = liveOn(events, day);
    const spans: readonly LiveSpan[] = live.length > 0 ? live : [NOTHING];
    return spans.map(({ version, from, until }) => ({
      modelId: id,
      name,
      version,
      from: from?.at.slice(0, 10) ?? null,
      fromPrecision: from?.precision ?? 'day',
      until: until?.at.slice(0, 10) ?? null,
      untilPrecision: until?.precision ?? 'day',
      certain,
      said,
      why,
      ended: ended && {
        version: ended.version,
        until: ended.until.at.slice(0, 10),
        untilPrecision: ended.until.precision,
      },
    }));
  });
}
