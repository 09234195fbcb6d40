import { type EngineEvent, TOPICS, type Topic } from '#contract/events';
import type { FactTable } from '../store/tables';

const TOPIC_OF: Readonly<Record<FactTable, readonly Topic[]>> = {
  portfolio: ['workspace', 'settings'],
  models: ['models'],
  moves: ['models'],
  approvals: ['models'],
  model_sources: ['models'],
  imports: ['imports'],
  presets: ['presets'],
  views: ['views'],
  assessments: ['assessments'],
  assessment_answers: ['assessments'],
  vendor_offers: ['vendors'],
  drift_batches: ['drift', 'models'],
  incidents: ['incidents'],
  incident_moves: ['incidents'],
  scenarios: ['scenarios'],
  scenario_values: ['scenarios'],
  reports: ['reports'],
  drift_rules: ['drift'],
  drift_bands: ['drift', 'models'],
  retraining_items: ['drift'],
};

/** More models than this are not named one by one: whoever listens fetches all of them again. */
const NAMED_MODELS = 1000;

export function changedEvent(tables: ReadonlySet<FactTable>, modelIds: ReadonlySet<string>): EngineEvent {
  const topics = new Set<Topic>(['journal']);
  for (const table of tables) for (const topic of TOPIC_OF[table]) topics.add(topic);
  return {
    type: 'data.changed',
    topics: [...topics],
    modelIds: modelIds.size <= NAMED_MODELS ? [...modelIds] : null,
  };
}

/** Another process wrote, or another portfolio is open: everything may be different. */
export const everythingChanged: EngineEvent = {
  type: 'data.changed',
  topics: [...TOPICS],
  modelIds: null,
};
