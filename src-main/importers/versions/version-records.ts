import { isFiner, mayAgree, sayDated } from '#domain/base/period';
import type { Decision } from '#domain/models/history/told';
import {
  type LiveMove,
  liveEvents,
  releaseEnded,
  releasesByVersion,
  type TimedRelease,
} from '#domain/models/live-versions';
import type { KnownVersion, RecordPatch, VersionContradiction } from './plan-types';
import type { ToldVersion } from './read-versions';

export interface RecordChanges {
  readonly newRecords: readonly ToldVersion[];
  readonly changedRecords: readonly RecordPatch[];
  readonly contradictions: readonly VersionContradiction[];
  /** Rows of versions of which something is new here. */
  readonly changed: ReadonlySet<number>;
}

export const recordKey = (version: string): string => version.trim().toLowerCase();

/**
 * What the file adds to what is kept of versions besides the moves: their alias, their stage, their end. An empty cell takes
 * nothing away; an alias or a stage is as the source says last, and another end than ours contradicts. A version that went live
 * several times has an end for each; what it is called is said by its last row.
 *
 * @param after the history as it would be
 * @param whole the source says all there is: an alias or a stage that it leaves out is gone
 */
export function changesOfRecords(
  told: readonly ToldVersion[],
  known: readonly KnownVersion[],
  after: readonly LiveMove[],
  decide: (told: ToldVersion) => Decision,
  whole = false,
): RecordChanges {
  const held = groupBy(known);
  const releases = releasesByVersion(liveEvents(after));
  const newRecords: ToldVersion[] = [];
  const patches = new Map<string, RecordPatch>();
  const contradictions: VersionContradiction[] = [];
  const changed = new Set<number>();
  for (const [key, rows] of groupBy(told)) {
    const ours = held.get(key) ?? [];
    const called = calledLast(rows, whole ? [] : ours);
    const patch = (id: string, { row }: ToldVersion, part: Omit<RecordPatch, 'id'>): void => {
      if (Object.keys(part).length === 0) return;
      patches.set(id, { ...patches.get(id), id, ...part });
      changed.add(row);
    };
    const last = rows.at(-1);
    if (last) for (const one of ours) patch(one.id, last, namesOf(called, one));
    const left = new Set(ours);
    for (const one of rows) {
      const record = recordOf(one, left, releases.get(key) ?? [], rows.length > 1);
      if (record) {
        left.delete(record);
        patch(record.id, one, endOf(one, record, contradictions, decide));
      } else if (one.until !== null || (ours.length === 0 && one === last && isSaid(one))) {
        newRecords.push({ ...one, ...called });
        changed.add(one.row);
      }
    }
  }
  for (const patch of movedAliases(told, known)) patches.set(patch.id, { ...patch, ...patches.get(patch.id) });
  return { newRecords, changedRecords: [...patches.values()], contradictions, changed };
}

/** Whether there is anything to keep of it besides its release. */
const isSaid = ({ released, alias, stage }: ToldVersion): boolean => !released || alias !== '' || stage !== '';

interface Called {
  readonly alias: string;
  readonly stage: string;
}

/** What a version is called: as the last row says that says it, else as we hold it. */
function calledLast(rows: readonly ToldVersion[], [held]: readonly KnownVersion[]): Called {
  const last = (name: keyof Called): string => rows.findLast((row) => row[name] !== '')?.[name] ?? held?.[name] ?? '';
  return { alias: last('alias'), stage: last('stage') };
}

const namesOf = ({ alias, stage }: Called, ours: KnownVersion): Partial<Called> => ({
  ...(alias !== ours.alias && { alias }),
  ...(stage !== ours.stage && { stage }),
});

/** The record that holds the end of a row's release, else one that holds none yet. */
function recordOf(
  { when, until }: ToldVersion,
  records: ReadonlySet<KnownVersion>,
  releases: readonly TimedRelease[],
  several: boolean,
): KnownVersion | undefined {
  const [only] = records;
  if (releases.length < 2 && !several) return only;
  const dated = releases.findIndex(({ event }) => when && event.from && mayAgree(event.from, when));
  const place = dated < 0 && until ? releaseEnded(releases, until) : Math.max(0, dated);
  const own = [...records].find((one) => one.until && releaseEnded(releases, one.until) === place);
  return own ?? (until ? [...records].find((one) => one.until === null) : undefined);
}

function endOf(
  told: ToldVersion,
  ours: KnownVersion,
  contradictions: VersionContradiction[],
  decide: (told: ToldVersion) => Decision,
): Pick<RecordPatch, 'until'> {
  const { until } = told;
  if (!until) return {};
  if (!ours.until || isFiner(until, ours.until)) return { until };
  if (mayAgree(until, ours.until)) return {};
  const decision = decide(told);
  const [before, after] = [sayDated(ours.until), sayDated(until)];
  const why = `Version ${told.version} ended on ${before} here and on ${after} in the file.`;
  contradictions.push({ told, field: 'until', before, after, at: until.at, decision, why });
  return decision === 'file' ? { until } : {};
}

/** By version. */
function groupBy<T extends { readonly version: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(recordKey(one.version));
    if (group) group.push(one);
    else groups.set(recordKey(one.version), [one]);
  }
  return groups;
}

/** An alias names one version of a model: the one that had it so far loses it. */
function movedAliases(told: readonly ToldVersion[], known: readonly KnownVersion[]): readonly RecordPatch[] {
  const now = new Map<string, string>();
  for (const { alias, version } of told) for (const one of namesIn(alias)) now.set(one, recordKey(version));
  return known.flatMap(({ id, version, alias }) => {
    const left = namesIn(alias).filter((one) => (now.get(one) ?? recordKey(version)) === recordKey(version));
    return left.length === namesIn(alias).length ? [] : [{ id, alias: left.join(', ') }];
  });
}

const namesIn = (alias: string): readonly string[] => (alias === '' ? [] : alias.split(', '));
