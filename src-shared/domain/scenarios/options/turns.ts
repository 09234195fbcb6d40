import { applyDerived } from '../plan/derived-inputs';
import { horizonOf, type LevelKey, levelKeys } from '../plan/inputs';
import { livingAtEnd } from '../plan/portfolio-path';
import { MOST_YEARS } from '../plan/validate-inputs';
import { type DecisionInputs, type Growth, levelPath } from './decision-inputs';
import {
  type DecisionDraft,
  type DecisionPlace,
  decisionDraft,
  decisionValueAt,
  parseDecisionPath,
} from './decision-place';
import { costsByHorizon } from './horizon';
import { leastOf, type Pricing, pricing } from './pricing';

/** A value of one parameter at which the cheapest level changes, everything else fixed. */
export interface Turn {
  /** The cheapest just below `at`. */
  readonly from: LevelKey;
  /** The cheapest just above. */
  readonly to: LevelKey;
  readonly by: string;
  readonly at: number;
  readonly current: number;
}

/** A parameter that changes nothing in the whole range that was looked at. */
export interface NoTurn {
  readonly by: string;
  readonly range: readonly [number, number];
  readonly cheapest: LevelKey;
}

/** Steps of the grid; two turns within one step are not seen. */
const STEPS = 200;
const FINEST = 1e-12;
const MOST_HALVINGS = 200;
/** A grid that begins at 0 goes on from this share of its top. */
const FROM_ZERO = 1e-5;

/** A parameter that is moved: where the grid lies and what a value of it does to the inputs. */
interface Mover {
  readonly by: string;
  readonly current: number;
  readonly grid: readonly number[];
  readonly set: (draft: DecisionDraft, value: number) => void;
  /** Whether the plan's models move. */
  readonly moving: boolean;
}

function logGrid(low: number, high: number): number[] {
  return Array.from({ length: STEPS + 1 }, (_, at) => low * (high / low) ** (at / STEPS));
}

const fromZero = (high: number): number[] => [0, ...logGrid(FROM_ZERO * high, high)];
const evenGrid = (high: number): number[] => Array.from({ length: STEPS + 1 }, (_, at) => (high * at) / STEPS);

function moverAt(inputs: DecisionInputs, by: string, path: string, grid: number[]): Mover[] {
  const place: DecisionPlace | null = parseDecisionPath(path);
  if (!place || inputs.derived?.includes(path)) return [];
  const current = decisionValueAt(inputs, place) ?? 0;
  return [{ by, current, grid, set: (draft, value) => draft.set(place, value), moving: false }];
}

/** The number of models moves at the start, as new ones and as retired ones alike; told as models at the end of the plan. */
function modelsMover(inputs: DecisionInputs): Mover[] {
  const atEnd = livingAtEnd(inputs).at(-1) ?? 0;
  if (!(atEnd > 0)) return [];
  const set: Mover['set'] = (draft, models) => {
    const factor = models / atEnd;
    draft.set({ kind: 'plan', key: 'modelsAtStart' }, factor * (inputs.modelsAtStart ?? 0));
    for (const [year, count] of inputs.newModels.entries()) {
      draft.set({ kind: 'year', key: 'newModels', year }, factor * count);
      draft.set({ kind: 'year', key: 'retired', year }, factor * (inputs.retired?.[year] ?? 0));
    }
  };
  return [{ by: 'models', current: atEnd, grid: logGrid(1, Math.max(200, 10 * atEnd)), set, moving: true }];
}

function movers(inputs: DecisionInputs): Mover[] {
  const [baseline, ...above] = levelKeys(inputs);
  const upTo = (least: number, value: number): number[] => fromZero(Math.max(least, 10 * value));
  const { updatesPerYear, loadedAnnual, incidentCost } = inputs;
  const plain = (path: string, grid: number[]): Mover[] => moverAt(inputs, path, path, grid);
  const lowest = baseline === undefined ? undefined : inputs.levels[baseline];
  return [
    ...modelsMover(inputs),
    ...plain('updatesPerYear', upTo(365, updatesPerYear)),
    ...(loadedAnnual > 0 ? plain('loadedAnnual', logGrid(loadedAnnual / 10, loadedAnnual * 10)) : []),
    ...plain('discountRate', evenGrid(1)),
    // Whole engineers replace the people per model.
    ...(lowest && lowest.modelsPerEngineer === undefined
      ? moverAt(inputs, 'operateFte', `levels.${baseline}.operateFte`, upTo(2, lowest.operateFte))
      : []),
    ...plain('incidentCost', upTo(1e6, incidentCost)),
    ...above.flatMap((key) => {
      const level = inputs.levels[key];
      const people = level?.modelsPerEngineer === undefined ? upTo(2, level?.operateFte ?? 0) : null;
      return [
        ...(people ? plain(`levels.${key}.operateFte`, people) : []),
        ...plain(`levels.${key}.platformFixed`, upTo(1e6, level?.platformFixed ?? 0)),
      ];
    }),
  ];
}

/** Where the cheapest level changes between two neighbours of the grid; a third level between them splits the search. */
function turnsBetween(cheapestAt: (value: number) => number, low: number, high: number, from: number, to: number) {
  const found: { readonly at: number; readonly from: number; readonly to: number }[] = [];
  const search = (left: number, right: number, below: number, above: number): void => {
    let [a, b] = [left, right];
    for (let halving = 0; halving < MOST_HALVINGS; halving++) {
      if (b - a <= FINEST * Math.max(1, b)) break;
      const middle = a + (b - a) / 2;
      if (middle <= a || middle >= b) break;
      const here = cheapestAt(middle);
      if (here === below) a = middle;
      else if (here === above) b = middle;
      else {
        search(a, middle, below, here);
        search(middle, b, here, above);
        return;
      }
    }
    found.push({ at: a + (b - a) / 2, from: below, to: above });
  };
  search(low, high, from, to);
  return found;
}

export interface Turns {
  readonly turns: readonly Turn[];
  readonly noTurns: readonly NoTurn[];
}

function turnsOf(mover: Mover, keys: readonly LevelKey[], cheapestAt: (value: number) => number): Turns {
  const { by, current, grid } = mover;
  const found = grid.map(cheapestAt);
  const key = (at: number | undefined): LevelKey => keys[at ?? 0] ?? 'L1';
  const turns = grid.flatMap((value, at): Turn[] => {
    const before = grid[at - 1];
    const [from, to] = [found[at - 1], found[at]];
    if (before === undefined || from === undefined || to === undefined || from === to) return [];
    return turnsBetween(cheapestAt, before, value, from, to).map((turn) => ({
      from: key(turn.from),
      to: key(turn.to),
      by,
      at: turn.at,
      current,
    }));
  });
  const range = [grid[0] ?? 0, grid.at(-1) ?? 0] as const;
  return { turns, noTurns: turns.length > 0 ? [] : [{ by, range, cheapest: key(found[0]) }] };
}

/** Over how many years one must judge for the answer to change: straight in the present values between whole years. */
export function turnsByYears(inputs: DecisionInputs, growth: Growth): Turns {
  const keys = levelKeys(inputs);
  const costs = costsByHorizon(inputs, growth);
  const found = costs.map(leastOf);
  const current = horizonOf(inputs);
  const turns = found.flatMap((to, at): Turn[] => {
    const from = found[at - 1];
    if (from === undefined || from === to) return [];
    const ahead = (year: number): number => (costs[year]?.[from] ?? 0) - (costs[year]?.[to] ?? 0);
    const [before, after] = [ahead(at - 1), ahead(at)];
    return [
      { from: keys[from] ?? 'L1', to: keys[to] ?? 'L1', by: 'years', at: at - before / (after - before), current },
    ];
  });
  const range = [1, MOST_YEARS] as const;
  const cheapest = keys[found[0] ?? 0] ?? 'L1';
  return { turns, noTurns: turns.length > 0 ? [] : [{ by: 'years', range, cheapest }] };
}

function cheapestIn(priced: Pricing, amounts: Float64Array): number {
  for (let at = 0; at < amounts.length; at++) amounts[at] = priced.pvCost(at);
  return leastOf(amounts);
}

/**
 * Every value of a parameter at which the cheapest level changes, by parameter in a fixed order, ascending; and the
 * parameters that change nothing. maths.md C6. The inputs are valid and belong to the plan as given.
 */
export function findTurns(inputs: DecisionInputs, growth: Growth): Turns {
  const keys = levelKeys(inputs);
  const [baseline = 'L1'] = keys;
  const paths = keys.map((key) => levelPath(key, baseline));
  const amounts = new Float64Array(keys.length);
  const found = movers(inputs).map((mover): Turns => {
    // A draft for each parameter: what one has moved is not there for the next.
    const draft = decisionDraft(inputs);
    const priced = pricing(draft.inputs, paths);
    return turnsOf(mover, keys, (value) => {
      mover.set(draft, value);
      applyDerived(draft);
      priced.refresh(mover.moving);
      return cheapestIn(priced, amounts);
    });
  });
  const all = [turnsByYears(inputs, growth), ...found];
  return { turns: all.flatMap(({ turns }) => turns), noTurns: all.flatMap(({ noTurns }) => noTurns) };
}
