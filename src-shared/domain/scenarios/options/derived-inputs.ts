import { LEVEL_KEYS, type LevelKey, levelKeys } from '../plan/inputs';
import { DECISION_FIELDS, type DecisionInputs } from './decision-inputs';
import { type DecisionDraft, decisionDraft } from './decision-place';

/** The share of level 1's incidents that a level avoids. */
function reductionOf(inputs: DecisionInputs, key: LevelKey): number {
  if (key === 'L1') return 0;
  const name = key === 'L2' ? 'incidentReductionL2' : 'incidentReductionL3';
  return inputs[name] ?? DECISION_FIELDS[name].otherwise ?? 0;
}

/** What an incident costs by its hours and what else it costs; the hours must be given. */
export function derivedIncidentCost(inputs: DecisionInputs): number {
  const hour = inputs.loadedAnnual / inputs.hoursPerYear;
  return (inputs.incidentHours ?? Number.NaN) * hour + (inputs.incidentOtherCost ?? 0);
}

/** Incidents of a level by those of the baseline: reductions count from level 1, also where the plan begins higher. */
export function derivedIncidents(inputs: DecisionInputs, key: LevelKey): number {
  const [lowest = key] = levelKeys(inputs);
  const left = (1 - reductionOf(inputs, key)) / (1 - reductionOf(inputs, lowest));
  return (inputs.levels[lowest]?.incidentsPerModel ?? 0) * left;
}

/** Works every derived input of a draft out anew; whenever one of its parents may have moved. */
export function applyDerived({ inputs, set }: DecisionDraft): void {
  const { derived } = inputs;
  if (!derived || derived.length === 0) return;
  if (derived.includes('incidentCost')) set({ kind: 'plan', key: 'incidentCost' }, derivedIncidentCost(inputs));
  for (const key of LEVEL_KEYS) {
    if (!derived.includes(`levels.${key}.incidentsPerModel`)) continue;
    set({ kind: 'level', level: key, key: 'incidentsPerModel' }, derivedIncidents(inputs, key));
  }
}

/** The inputs with every derived one worked out. */
export function withDerived(inputs: DecisionInputs): DecisionInputs {
  const draft = decisionDraft(inputs);
  applyDerived(draft);
  return draft.inputs;
}
