import type { VersionState } from '#contract/models/import-versions';
import type { Dated } from '#domain/base/period';
import type { Decision, HistoryMerge, KnownMove } from '#domain/models/history/told';
import type { LiveAnswer, LiveMove } from '#domain/models/live-versions';
import type { ModelGroup } from './group-models';
import type { ToldVersion } from './read-versions';

/** What we hold of a version besides the move that put it live. */
export interface KnownVersion {
  readonly id: string;
  readonly version: string;
  readonly alias: string;
  readonly stage: string;
  readonly until: Dated | null;
}

/** What a file says that is not as we hold it. */
export interface ToldOf {
  readonly version: string;
  /** Its day of the contradiction, ISO; '' for none. */
  readonly day: string;
}

/** Who is right about a kind of contradiction (`move.date`, `until`) of a version; `undefined`: nobody has said. */
export type VersionRules = (field: string, modelId: string, told: ToldOf) => Decision | undefined;

export interface VersionContradiction {
  readonly told: ToldVersion;
  /** As a rule names it. */
  readonly field: 'move.date' | 'move.version' | 'move.order' | 'until';
  readonly before: string;
  readonly after: string;
  /** The file's day. */
  readonly at: string | null;
  readonly decision: Decision;
  /** In a sentence. */
  readonly why: string;
}

export type KeptVersion = Omit<KnownVersion, 'id'>;

export interface RecordPatch {
  readonly id: string;
  readonly alias?: string;
  readonly stage?: string;
  readonly until?: Dated;
}

export interface PlannedModel extends Pick<ModelGroup, 'model' | 'name'> {
  /** From the first to the last, each once. */
  readonly told: readonly ToldVersion[];
  /** What becomes of each of `told`. */
  readonly states: readonly Exclude<VersionState, 'ours'>[];
  /** With a model: what is added to its history. A new one gets all releases. */
  readonly history: HistoryMerge | null;
  /** The history as it would be. */
  readonly after: readonly LiveMove[];
  readonly moves: readonly KnownMove[];
  readonly known: readonly KnownVersion[];
  /** Versions of which something is kept besides. */
  readonly newRecords: readonly ToldVersion[];
  readonly changedRecords: readonly RecordPatch[];
  readonly contradictions: readonly VersionContradiction[];
  /** What is kept of its versions besides, after the import. */
  readonly kept: readonly KeptVersion[];
  /** In production afterwards, though no version is live: the one that ended last. */
  readonly ended: LiveAnswer['ended'];
}

export interface VersionCounts {
  readonly addedDated: number;
  readonly addedUndated: number;
  readonly refined: number;
  readonly known: number;
  readonly contradicted: number;
  readonly kept: number;
}
