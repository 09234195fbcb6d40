import { planOver } from '../plan/carried-years';
import type { InvestmentInputs } from '../plan/inputs';
import { presetInputs } from '../plan/scenario-presets';

/** Numbers with many digits, inflation, whole engineers, a late capability, an exit and cost lines. */
export const awkwardPlan: InvestmentInputs = (() => {
  const inputs = planOver(presetInputs('expected'), 7, 'continue');
  const { L1, L2, L3 } = inputs.levels;
  if (!L1 || !L2 || !L3) throw new Error('The preset has three levels.');
  return {
    ...inputs,
    loadedAnnual: 112_345.67,
    discountRate: 0.0825,
    inflation: 0.0234,
    updatesPerYear: 1.473872,
    incidentCost: 2_884.62,
    modelsAtStart: 31,
    retired: [0, 1, 2, 3, 1, 0, 2],
    levels: {
      L1: { ...L1, incidentsPerModel: 1.30297, deployWeeks: 17.4583 },
      L2: { ...L2, modelsPerEngineer: 4.7, minEngineers: 2, rampMonths: 17, delayMonths: 5, exitCost: 123_456 },
      L3: { ...L3, rampMonths: 31, progressRatio: 0.8137 },
    },
    costLines: [
      { id: 'own:1', label: 'Licence', levels: ['L2', 'L3'], startMonth: 5, months: 11, oneOff: 43_210, yearly: 8_765 },
      { id: 'own:2', label: 'Course', levels: ['L3'], startMonth: 14, months: 0, oneOff: 9_999, yearly: 0 },
    ],
  };
})();
