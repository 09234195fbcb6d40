import { isFiner, mayAgree, sayDated } from '#domain/base/period';
import type { Decision } from '#domain/models/history/told';
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
 * nothing away; an alias or a stage is as the source says last, and another end than ours contradicts.
 */
export function changesOfRecords(
  told: readonly ToldVersion[],
  known: readonly KnownVersion[],
  decide: () => Decision,
): RecordChanges {
  const held = new Map(known.map((one) => [recordKey(one.version), one]));
  const newRecords: ToldVersion[] = [];
  const patches = new Map<string, RecordPatch>();
  const contradictions: VersionContradiction[] = [];
  const changed = new Set<number>();
  for (const one of told) {
    const ours = held.get(recordKey(one.version));
    if (!ours) {
      if (one.released && one.alias === '' && one.stage === '' && one.until === null) continue;
      newRecords.push(one);
      changed.add(one.row);
      continue;
    }
    const patch = patchOf(one, ours, contradictions, decide);
    if (Object.keys(patch).length === 1) continue;
    patches.set(ours.id, patch);
    changed.add(one.row);
  }
  for (const patch of movedAliases(told, known)) patches.set(patch.id, { ...patch, ...patches.get(patch.id) });
  return { newRecords, changedRecords: [...patches.values()], contradictions, changed };
}

function patchOf(
  told: ToldVersion,
  ours: KnownVersion,
  contradictions: VersionContradiction[],
  decide: () => Decision,
): RecordPatch {
  const alias = told.alias !== '' && told.alias !== ours.alias ? { alias: told.alias } : {};
  const stage = told.stage !== '' && told.stage !== ours.stage ? { stage: told.stage } : {};
  const patch = { id: ours.id, ...alias, ...stage };
  const { until } = told;
  if (!until) return patch;
  if (!ours.until || isFiner(until, ours.until)) return { ...patch, until };
  if (mayAgree(until, ours.until)) return patch;
  const decision = decide();
  const [before, after] = [sayDated(ours.until), sayDated(until)];
  const why = `Version ${told.version} ended on ${before} here and on ${after} in the file.`;
  contradictions.push({ told, field: 'until', before, after, at: until.at, decision, why });
  return decision === 'file' ? { ...patch, until } : patch;
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
