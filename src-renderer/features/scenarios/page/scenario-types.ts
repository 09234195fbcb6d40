import type { Output } from '#contract/index';

export type Scenario = Output<'scenarios.get'>;
export type ScenarioHead = Output<'scenarios.list'>['scenarios'][number];
export type ScenarioItem = Scenario['items'][number];
export type Origin = ScenarioItem['origin'];
export type Measured = Output<'scenarios.measured'>['measured'][number];
export type GapLine = Output<'scenarios.gaps'>['lines'][number];
export type Comparing = Output<'scenarios.compare'>;
