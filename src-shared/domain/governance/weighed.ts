import { type Completeness, type Counts, completenessOf, type LineResult } from './completeness';
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

type Shared = Pick<Weighed, 'weights' | 'asks'> & { readonly found: Pick<Completeness, 'fields' | 'duties'> };

/**
 * Held and missing of all fields of all models that the text asks for on the day: later, unknown, optional and not asked for stand
 * beside it, never inside, and what is held before it is asked for neither.
 */
export const fraction = ({ found: { fields }, weights, asks }: Shared): Fraction =>
  asks ? inShare(fields, weights, 'held') : { held: 0, missing: 0 };

/** Duties shown, of those that are shown and missing; as `fraction`. */
export const dutyFraction = ({ found: { duties }, weights, asks }: Shared): Fraction =>
  asks ? inShare(duties, weights, 'met') : { held: 0, missing: 0 };

function inShare<S extends string>(
  lines: readonly LineResult<PackLine, S>[],
  weights: readonly number[],
  shown: S,
): Fraction {
  let [held, missing] = [0, 0];
  for (const { line, states, counts } of lines)
    states.forEach((state, at) => {
      if (counts[at] !== true) return;
      const weight = line.per === 'organisation' ? 1 : (weights[at] ?? 0);
      if (state === shown) held += weight;
      else missing += weight;
    });
  return { held, missing };
}

export interface Fraction {
  readonly held: number;
  readonly missing: number;
}

/** `null`: nothing is asked for yet. */
export const shareOf = ({ held, missing }: Fraction): number | null =>
  held + missing === 0 ? null : held / (held + missing);

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
