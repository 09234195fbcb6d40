import fc from 'fast-check';
import type { InvestmentInputs, LevelInputs } from '../plan/inputs';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const maybe = (min: number, max: number) => fc.option(number(min, max), { nil: undefined });

const level: fc.Arbitrary<LevelInputs> = fc.record({
  deployWeeks: number(0, 100),
  deployFte: number(0, 20),
  operateFte: number(0, 5),
  modelsPerEngineer: maybe(0.01, 100),
  minEngineers: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
  retrainHours: number(0, 400),
  incidentsPerModel: number(0, 50),
  platformFixed: number(0, 1e7),
  platformPerModel: number(0, 1e5),
  investment: number(0, 1e8),
  progressRatio: maybe(1e-3, 1),
  floorWeeks: maybe(0, 20),
  rampMonths: maybe(0, 120),
  exitCost: maybe(0, 1e7),
});

/** Any valid case of one to three levels, with plans from one year to ten and extreme rates. */
export const anyInputs: fc.Arbitrary<InvestmentInputs> = fc
  .record({
    loadedAnnual: number(0, 1e6),
    weeksPerYear: number(1, 53),
    hoursPerYear: number(1, 8_784),
    discountRate: number(-0.9, 5),
    inflation: maybe(-0.5, 1),
    incidentCost: number(0, 1e6),
    updatesPerYear: number(0, 1_000),
    newModels: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 10 }),
    modelsAtStart: fc.integer({ min: 1, max: 60 }),
    liveBasis: fc.constantFrom('mean', 'end'),
    levels: fc.record({ L1: level, L2: level, L3: level }, { requiredKeys: ['L1', 'L2'] }),
  })
  .map((drawn) => ({ ...drawn, retired: drawn.newModels.map((count) => Math.floor(count / 2)) }));
