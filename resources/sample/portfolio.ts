import { assessmentSteps } from './assessment-steps';
import { type SampleCalendar, sampleCalendar } from './calendar';
import { challengerSteps } from './challenger-steps';
import { driftSteps } from './drift-steps';
import { governanceSteps } from './governance-steps';
import { incidentSteps } from './incident-steps';
import type { ModelPlan } from './model-plan';
import { FIRST_DAY, modelId, modelSteps } from './model-steps';
import { scenarioSteps, vendorSteps, viewSteps } from './plan-steps';
import type { Composition, Step } from './step';
import { DRIFT_PLANS } from './story/drift-plans';
import { BUSINESS_MODELS } from './story/models-business';
import { INSURANCE_MODELS } from './story/models-insurance';
import { PEOPLE } from './story/people';

export const SAMPLE_NAME = 'Aldermoor Insurance (sample)';
export const SAMPLE_SEED = 20_260_101;

export const SAMPLE_MODELS: readonly ModelPlan[] = [...INSURANCE_MODELS, ...BUSINESS_MODELS];

/**
 * Three years of an insurer that does not exist, told as the commands that its people gave: pure, the same for the same day
 * and seed on every machine.
 * @param day the day on which the history ends, `2026-11-26`; nothing lies on it or after it
 * @param seed whole number in 0 … 2³² − 1
 */
export function samplePortfolio(day: string, seed: number): Composition {
  const calendar = sampleCalendar(day);
  const steps = [
    ...SAMPLE_MODELS.flatMap((plan) => modelSteps(plan, calendar, seed)),
    ...driftSteps(calendar, seed),
    ...retrainingSteps(calendar),
    ...challengerSteps(calendar, seed),
    ...incidentSteps(calendar),
    ...assessmentSteps(calendar),
    ...governanceSteps(calendar),
    ...vendorSteps(calendar),
    ...scenarioSteps(calendar),
    ...viewSteps(calendar),
  ];
  return {
    name: SAMPLE_NAME,
    currency: 'EUR',
    startedAt: calendar.work(FIRST_DAY, 7),
    startedBy: PEOPLE.risk,
    // Two of one moment stay in the order in which they are told.
    steps: steps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  };
}

/** The version that went live ends the retraining that drift had asked for. */
function retrainingSteps(calendar: SampleCalendar): readonly Step[] {
  const watched = new Set(DRIFT_PLANS.map(({ key }) => key));
  return SAMPLE_MODELS.filter(({ key }) => watched.has(key)).flatMap(({ key, maker, life }) =>
    (life.releases ?? []).map(
      (day): Step => ({
        at: calendar.work(day + 2, 9),
        actor: PEOPLE[maker],
        channel: 'drift.resolve',
        input: async (ask) => {
          const [item] = (await ask('drift.retraining', { modelId: modelId(key) })).items;
          if (!item?.offered) return null;
          return { id: item.id, outcome: 'live', version: item.offered.version, note: 'Retrained and released.' };
        },
      }),
    ),
  );
}
