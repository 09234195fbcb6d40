import { type LevelFieldKey, PARENT_KEYS, type PlanKey } from '#domain/scenarios/plan/input-fields';
import type { InvestmentInputs, LevelKey } from '#domain/scenarios/plan/inputs';

/** A line of the inputs: one number for the plan, one for each level, or one for each year. */
export type InputRow =
  | { readonly kind: 'plan'; readonly key: PlanKey; readonly label: string }
  | { readonly kind: 'level'; readonly key: LevelFieldKey; readonly label: string }
  | { readonly kind: 'year'; readonly key: 'newModels' | 'retired'; readonly label: string };

export interface InputGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly InputRow[];
}

const plan = (key: PlanKey, label: string): InputRow => ({ kind: 'plan', key, label });
const level = (key: LevelFieldKey, label: string): InputRow => ({ kind: 'level', key, label });

/** What goes in, in the order in which somebody asks for it; a level's numbers stand side by side. */
export const INPUT_GROUPS: readonly InputGroup[] = [
  {
    id: 'plan',
    title: 'The portfolio',
    rows: [
      plan('modelsAtStart', 'Models at the start'),
      { kind: 'year', key: 'newModels', label: 'New models' },
      { kind: 'year', key: 'retired', label: 'Retired models' },
      plan('updatesPerYear', 'Updates per model'),
    ],
  },
  {
    id: 'people',
    title: 'People',
    rows: [
      plan('loadedAnnual', 'Cost of a person'),
      plan('hoursPerYear', 'Working hours'),
      plan('weeksPerYear', 'Working weeks'),
    ],
  },
  {
    id: 'deploy',
    title: 'Deploying a model',
    rows: [
      level('deployWeeks', 'Weeks for the first'),
      level('progressRatio', 'Left of them per doubling'),
      level('floorWeeks', 'Never fewer weeks than'),
      level('deployFte', 'People at work on it'),
    ],
  },
  {
    id: 'operate',
    title: 'Keeping models alive',
    rows: [
      level('operateFte', 'People per model'),
      level('modelsPerEngineer', 'or models per engineer'),
      level('minEngineers', 'and at least engineers'),
      level('retrainHours', 'Hours per update'),
    ],
  },
  {
    id: 'incidents',
    title: 'Incidents',
    rows: [
      level('incidentsPerModel', 'Per model and year'),
      plan('incidentReductionL2', 'Level 2 avoids'),
      plan('incidentReductionL3', 'Level 3 avoids'),
      plan('incidentHours', 'Hours of one'),
      plan('incidentOtherCost', 'Other cost of one'),
      plan('incidentCost', 'Cost of one'),
    ],
  },
  {
    id: 'platform',
    title: 'Platform',
    rows: [level('platformFixed', 'Fixed, a year'), level('platformPerModel', 'Per model, a year')],
  },
  {
    id: 'build',
    title: 'Building it',
    rows: [
      level('investment', 'Investment, once'),
      level('rampMonths', 'Months to build'),
      level('delayMonths', 'Months late'),
      level('exitCost', 'Cost of leaving'),
    ],
  },
  {
    id: 'money',
    title: 'Money and time',
    rows: [plan('discountRate', 'Discount rate'), plan('inflation', 'Inflation')],
  },
];

/** Whether the case has the row: parents of derived inputs stand where something is worked out from them. */
export function hasRow(row: InputRow, inputs: InvestmentInputs): boolean {
  return row.kind !== 'plan' || inputs[row.key] !== undefined || !PARENT_KEYS.some((key) => key === row.key);
}

/** The paths of a row's numbers, in the order in which they stand. */
export function pathsOfRow(row: InputRow, levels: readonly LevelKey[], years: number): readonly string[] {
  if (row.kind === 'plan') return [row.key];
  if (row.kind === 'level') return levels.map((key) => `levels.${key}.${row.key}`);
  return Array.from({ length: years }, (_, year) => `${row.key}.${year}`);
}
