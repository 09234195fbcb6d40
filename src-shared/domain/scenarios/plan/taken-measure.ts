import type { Measured } from '../measured/measured';
import { type Derivable, deriving, incidentsPath, withDerived } from './derived-inputs';
import { parsePath, withValues } from './input-path';
import { type InvestmentInputs, levelKeys } from './inputs';
import { type PresetId, presetReduction } from './scenario-presets';

/** What is known of a plan beside its numbers. */
export interface TakenInto {
  readonly preset: PresetId;
  /** Paths of the inputs that somebody entered: no measure takes these along. */
  readonly entered: ReadonlySet<string>;
}

/** Inputs after a measure was taken over. */
export interface Taken {
  readonly inputs: InvestmentInputs;
  /** Every path that has another origin now, also where its number is the same. */
  readonly paths: readonly string[];
}

/** The levels above follow level 1's incidents by what they are assumed to avoid; with the reductions that this needs. */
export function withLevelsAbove(inputs: InvestmentInputs, { preset, entered }: TakenInto): Taken {
  const [, ...above] = levelKeys(inputs);
  const followers = above.filter((key) => !entered.has(incidentsPath(key)));
  const missing = followers.flatMap((key) => {
    if (key === 'L1' || inputs[`incidentReduction${key}`] !== undefined) return [];
    const path = `incidentReduction${key}`;
    const [place, value] = [parsePath(path), presetReduction(preset, path)];
    return place && value !== null ? [{ path, place, value }] : [];
  });
  const derived: readonly Derivable[] = followers.map(incidentsPath);
  return {
    inputs: deriving(withValues(inputs, missing), derived),
    paths: [...missing.map(({ path }) => path), ...derived],
  };
}

/** The plan with a measured value in it. Of incidents also what follows from it: their cost, and those of the levels above. */
export function takeIntoPlan(inputs: InvestmentInputs, { key, sets }: Measured, into: TakenInto): Taken {
  const placed = sets.flatMap(({ path, value }) => {
    const place = parsePath(path);
    return place ? [{ path, place, value }] : [];
  });
  const paths = placed.map(({ path }) => path);
  const taken = withValues(inputs, placed);
  if (key === 'incidentHours') return { inputs: deriving(taken, ['incidentCost']), paths };
  if (key === 'incidentsPerModelYear') {
    const followed = withLevelsAbove(taken, into);
    return { inputs: withDerived(followed.inputs), paths: [...paths, ...followed.paths] };
  }
  // Noted amounts that do not come on top of hours are the whole cost.
  const isWhole = key === 'incidentOtherCost' && !paths.includes('incidentOtherCost');
  return { inputs: isWhole ? { ...taken, incidentOtherCost: undefined } : taken, paths };
}
