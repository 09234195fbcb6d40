export interface ScenarioRow {
  id: string;
  name: string;
  notes: string;
  author: string;
  currency: string;
  /** 1: the plan that Overview shows; at most one row. */
  chosen: number;
  preset: string | null;
  copied_from: string | null;
  compare: string;
  /** As the rules take them, but amounts in minor units (JSON). */
  inputs: string;
  /** Low and high where they differ from the defaults (JSON). */
  ranges: string;
  correlations: string;
  runs: number;
  seed: number;
  model_value_minor: number | null;
  /** What the house has said besides (JSON); amounts in minor units. */
  asked: string | null;
  /** What parts of the investments pay for (JSON); amounts in minor units. */
  named: string | null;
  created_at: string;
  updated_at: string;
}

/** A value that an input of a scenario has or had. */
export interface ScenarioValueRow {
  id: string;
  scenario_id: string;
  path: string;
  /** The highest of a path is the one that counts. */
  ord: number;
  /** Amounts in minor units; `null`: left out. */
  value: number | null;
  at: string;
  by: string;
  origin: string;
}

/** A model that a scenario retires in its first year. */
export interface PlannedRetirementRow {
  id: string;
  scenario_id: string;
  model_id: string;
}

export interface ScenarioFacts {
  scenarios: ScenarioRow;
  scenario_values: ScenarioValueRow;
  planned_retirements: PlannedRetirementRow;
}

export const EMPTY_SCENARIOS = { scenarios: {}, scenario_values: {}, planned_retirements: {} } as const satisfies {
  readonly [T in keyof ScenarioFacts]: Partial<ScenarioFacts[T]>;
};
