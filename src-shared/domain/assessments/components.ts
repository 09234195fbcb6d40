/** The six components of rules.md 4, in the order in which they are asked, shown and sorted. */
export const COMPONENTS = [
  'feature_store',
  'model_registry',
  'experiment_tracking',
  'cicd_pipelines',
  'model_monitoring',
  'model_governance',
] as const;
export type Component = (typeof COMPONENTS)[number];

export const COMPONENT_LABELS: Readonly<Record<Component, string>> = {
  feature_store: 'Feature store',
  model_registry: 'Model registry',
  experiment_tracking: 'Experiment tracking',
  cicd_pipelines: 'CI/CD pipelines',
  model_monitoring: 'Model monitoring',
  model_governance: 'Model governance',
};

/** What each component is for, in the words of somebody who judges offers and holds teams to account. */
export const COMPONENT_PURPOSES: Readonly<Record<Component, string>> = {
  feature_store:
    'Keeps the inputs of models in one place, so that they are computed once, mean the same in training and in use, and have an owner.',
  model_registry:
    'Is the one record of which model, in which version, runs where, so that any of them can be traced, brought back or retired.',
  experiment_tracking:
    'Records what was tried and how well it did, so that a model can be justified, repeated and improved by somebody else.',
  cicd_pipelines:
    'Brings a model from approval to production by machine, tested and reversible, so that a release takes days instead of weeks.',
  model_monitoring:
    'Watches models in use, so that a decline is seen by the team before it is felt by customers or in the accounts.',
  model_governance:
    'Settles who answers for a model, who agreed to it and what can be shown to an auditor; without it the rest is incomplete.',
};

/** A record with one value for each component, in their order. */
export function forEachComponent<T>(make: (component: Component) => T): Record<Component, T> {
  return {
    feature_store: make('feature_store'),
    model_registry: make('model_registry'),
    experiment_tracking: make('experiment_tracking'),
    cicd_pipelines: make('cicd_pipelines'),
    model_monitoring: make('model_monitoring'),
    model_governance: make('model_governance'),
  };
}
