import {
  type Completeness,
  type Counts,
  completenessOf,
  DUTY_STATES,
  FIELD_STATES,
  type LineResult,
} from './completeness';
import type { EditionState } from './editions';
import { type DutyState, type FieldState, STATE_LETTERS } from './line-state';
import type { PackLine, RulePack } from './rule-pack';
import type { Sorts } from './sorts';

/** A portfolio before one edition, told by the sorts of its models. */
export interface Weighed {
  /** Of one model of each sort that the pack asks. */
  readonly found: Completeness;
  /** Of each of them how many models are of its sort. */
  readonly weights: readonly number[];
  /** Of each sort its place among them; -1: the pack does not apply. */
  readonly places: Int32Array;
  readonly models: number;
  /** The edition asks on this day: of one that is to come, proposed or superseded no share is told, however much is held of it. */
  readonly asks: boolean;
}

export function weighed(pack: RulePack, state: EditionState, sorts: Sorts, day: string): Weighed {
  const found = completenessOf(pack, state, sorts.portfolio, day);
  const sortOf = new Map(sorts.portfolio.models.map(({ id }, sort) => [id, sort]));
  const places = new Int32Array(sorts.counts.length).fill(-1);
  const weights = found.models.map(({ id }, place) => {
    const sort = sortOf.get(id) ?? -1;
    places[sort] = place;
    return sorts.counts[sort] ?? 0;
  });
  const asks = state === 'in_force' && pack.force !== 'proposed';
  return { found, weights, places, models: weights.reduce((sum, weight) => sum + weight, 0), asks };
}

/** How many models stand how in a line; of one that is asked of the organisation there is one. */
export function weighedCounts<L extends PackLine, S extends string>(
  { line, states }: LineResult<L, S>,
  weights: readonly number[],
  all: readonly S[],
): Counts<S> {
  const counts = Object.fromEntries(all.map((state) => [state, 0])) as Record<S, number>; // each of them named above
  states.forEach((state, at) => {
    counts[state] += line.per === 'organisation' ? 1 : (weights[at] ?? 0);
  });
  return counts;
}

/** Held and missing of all fields of all models: what a share is a fraction of; see `shareHeld`. */
export function fraction({ found, weights, asks }: Pick<Weighed, 'found' | 'weights' | 'asks'>): Fraction {
  let [held, missing] = [0, 0];
  if (!asks) return { held, missing };
  for (const line of found.fields) {
    const counts = weighedCounts<(typeof line)['line'], FieldState>(line, weights, FIELD_STATES);
    held += counts.held;
    missing += counts.missing;
  }
  return { held, missing };
}

export interface Fraction {
  readonly held: number;
  readonly missing: number;
}

/** `null`: nothing is asked for yet. */
export const shareOf = ({ held, missing }: Fraction): number | null =>
  held + missing === 0 ? null : held / (held + missing);

/** Duties shown, of those that are shown and missing. */
export function dutyFraction({ found, weights, asks }: Pick<Weighed, 'found' | 'weights' | 'asks'>): Fraction {
  let [held, missing] = [0, 0];
  if (!asks) return { held, missing };
  for (const line of found.duties) {
    const counts = weighedCounts<(typeof line)['line'], DutyState>(line, weights, DUTY_STATES);
    held += counts.met;
    missing += counts.missing;
  }
  return { held, missing };
}

/** The letters of each place in lines that are asked of each model, in their order; see `STATE_LETTERS`. */
export function lettersOf<S extends FieldState | DutyState>(
  lines: readonly LineResult<PackLine, S>[],
  places: number,
): readonly string[] {
  const own = lines.filter(({ line }) => line.per !== 'organisation');
  return Array.from({ length: places }, (_, at) =>
    own.map(({ states }) => STATE_LETTERS[states[at] ?? 'unknown']).join(''),
  );
}
