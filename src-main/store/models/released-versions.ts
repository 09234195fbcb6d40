import type { Model } from '#contract/models/models';
import { isInProduction } from '#domain/models/lifecycle';
import { endsByVersion, type LiveEvent, type LiveMove, liveEvents, liveOn } from '#domain/models/live-versions';
import type { ModelTableRow, MoveRow } from './tables';
import type { StoredVersion } from './versions';

/** Those that went live and those that a registry knows besides. Newest first; the version that is live is the one that the latest move with a version brought, unless it has ended. */
export function versionsOf(
  moves: readonly MoveRow[],
  { version: live, stage }: Pick<ModelTableRow, 'version' | 'stage'>,
  stored: readonly StoredVersion[],
  today: string,
): Pick<Model, 'versions' | 'otherVersions' | 'ended'> {
  const known = new Map(stored.map((one) => [keyOf(one.version), one]));
  const events = liveEvents(moves.map(toLiveMove), endsByVersion(stored));
  const { ended } = liveOn(events, today);
  const last = moves.findLast(({ version }) => version !== '');
  const released = new Set(moves.map(({ version }) => keyOf(version)));
  const releases = new Map<string, LiveEvent>();
  const versions = moves.flatMap((move, index) => {
    if (move.version === '') return [];
    const event = events[index];
    if (event?.kind === 'release') releases.set(keyOf(move.version), event);
    const release = releases.get(keyOf(move.version));
    const { alias = '', stage: ownStage = '' } = known.get(keyOf(move.version)) ?? {};
    return [
      {
        version: move.version,
        at: move.at,
        precision: move.precision,
        live: move === last && move.version === live && ended === null && stage !== 'retired',
        until: release?.until?.at ?? null,
        untilPrecision: release?.until?.precision ?? ('day' as const),
        alias,
        stage: ownStage,
      },
    ];
  });
  const others = stored.filter(({ version }) => !released.has(keyOf(version)));
  return {
    versions: versions.reverse(),
    otherVersions: others.map(({ version, alias, stage }) => ({ version, alias, stage })),
    ended:
      ended && isInProduction(stage)
        ? { version: ended.version, until: ended.until.at.slice(0, 10), untilPrecision: ended.until.precision }
        : null,
  };
}

const toLiveMove = ({ to_stage, at, precision, version }: MoveRow): LiveMove => ({
  to: to_stage,
  when: at === null ? null : { at, precision },
  version,
});

const keyOf = (version: string): string => version.trim().toLowerCase();
