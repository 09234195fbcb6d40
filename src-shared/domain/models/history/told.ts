import type { Dated } from '../../base/period';
import type { Stage } from '../../vocabulary';

/** A move that the portfolio holds, in the order of the model's history. */
export interface KnownMove {
  readonly id: string;
  readonly to: Stage;
  /** `null`: that it happened is known, not when. */
  readonly when: Dated | null;
  /** '' where none was given. */
  readonly version: string;
}

/** A move that a file tells of. */
export interface ToldMove {
  readonly to: Stage;
  readonly when: Dated | null;
  readonly version: string;
}

/**
 * What one model's rows tell of its life, earliest first.
 *
 * `present`: the row of an inventory, which says where the model stands (its last move leads there) and by which steps it
 * came, each stage once. `past`: rows of a version history, which say what happened and not where the model stands now.
 */
export interface Told {
  readonly kind: 'present' | 'past';
  readonly moves: readonly ToldMove[];
  /** Whether the file says of its own accord that the model is, or is not, monitored: then `deployed` means unwatched. */
  readonly speaksOfMonitoring: boolean;
}

export interface AddedMove extends ToldMove {
  /** The known move that it comes behind; `null`: it comes first. Several behind one move stand in this order. */
  readonly behind: string | null;
}

/** A known move that the file makes more exact: a day where none or only a month was known, a version where none was. */
export interface RefinedMove {
  readonly id: string;
  readonly when?: Dated;
  readonly version?: string;
}

export const CONTRADICTIONS = ['stage', 'date', 'version', 'order', 'older_release'] as const;
/**
 * `stage`: the file has the model in another stage, which is no step forward from ours. `date`: another day for a move
 * that we hold. `version`: another version on the same day. `order`: a day that does not fit between the moves around it.
 * `older_release`: the file calls a version live that came before the one we hold.
 */
export type ContradictionKind = (typeof CONTRADICTIONS)[number];

/** Who is right where file and portfolio differ; `ask`: nobody has said, and nothing is changed. */
export const DECISIONS = ['file', 'ours', 'ask'] as const;
export type Decision = (typeof DECISIONS)[number];

export interface ContradictedMove {
  readonly kind: ContradictionKind;
  readonly decision: Decision;
  readonly told: ToldMove;
  /** The move of ours that it does not agree with. */
  readonly known: KnownMove;
}

export interface HistoryMerge {
  readonly added: readonly AddedMove[];
  readonly refined: readonly RefinedMove[];
  /** How many of the told moves we hold already, as exactly or more so. */
  readonly kept: number;
  readonly contradicted: readonly ContradictedMove[];
}
