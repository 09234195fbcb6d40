import type { ReactNode } from 'react';
import { WithScenario } from './with-scenario';
import { Workbench } from './workbench';

/** One scenario: what goes in beside what comes out. */
export const ScenarioPage = (): ReactNode => (
  <WithScenario>{(scenario) => <Workbench key={scenario.id} scenario={scenario} />}</WithScenario>
);
