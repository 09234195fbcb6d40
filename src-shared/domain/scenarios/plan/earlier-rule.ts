import { deriving, formulaAt, incidentsPath, isDerived, withDerived } from './derived-inputs';
import { incidentHoursOf } from './incident-follow';
import { type InvestmentInputs, levelKeys } from './inputs';
import { numberAt } from './scenario-inputs';
import type { PresetId } from './scenario-presets';
import { type Taken, withLevelsAbove } from './taken-measure';

type Origin =
  | { readonly kind: 'measured'; readonly measure: string; readonly measured: number }
  | { readonly kind: 'assumption' | 'entered' };
export interface KnownOrigin {
  readonly path: string;
  readonly origin: Origin;
}

/** A number of the plan that would follow from others, as it stands and as its formula says. */
export interface Followed {
  readonly path: string;
  readonly value: number;
  readonly formula: number;
}

export interface EarlierRule extends Taken {
  readonly followed: readonly Followed[];
}

/**
 * What today's rule would make of a plan that took measures before: the cost of an incident follows its hours, incidents of the
 * levels above those of the lowest. Nothing that somebody entered moves. `null`: the plan has that rule already, or took no
 * such measure.
 */
export function earlierRule(
  inputs: InvestmentInputs,
  items: readonly KnownOrigin[],
  preset: PresetId | null,
): EarlierRule | null {
  const hours = incidentHoursOf(items);
  const follows = hours !== null && inputs.incidentHours === undefined && !isDerived(inputs, 'incidentCost');
  const withCost = follows ? deriving({ ...inputs, incidentHours: hours }, ['incidentCost']) : inputs;
  const [lowest, ...above] = levelKeys(inputs);
  const measured = (path: string): boolean =>
    items.some(({ path: at, origin }) => at === path && origin.kind === 'measured');
  const entered = new Set(items.flatMap(({ path, origin }) => (origin.kind === 'entered' ? [path] : [])));
  // What was measured of a level itself is no less its own than what was entered.
  for (const key of above) if (measured(incidentsPath(key))) entered.add(incidentsPath(key));
  const open = above.some((key) => !entered.has(incidentsPath(key)) && !isDerived(inputs, incidentsPath(key)));
  const levels =
    lowest !== undefined && measured(incidentsPath(lowest)) && open
      ? withLevelsAbove(withCost, { preset: preset ?? 'expected', entered })
      : { inputs: withCost, paths: [] };
  if (!follows && levels.paths.length === 0) return null;
  const paths = [...(follows ? ['incidentHours', 'incidentCost'] : []), ...levels.paths];
  const followed = paths
    .filter((path) => isDerived(levels.inputs, path) && !isDerived(inputs, path))
    .map((path) => ({ path, value: numberAt(inputs, path) ?? 0, formula: formulaAt(levels.inputs, path) ?? 0 }));
  return { inputs: withDerived(levels.inputs), paths, followed };
}
